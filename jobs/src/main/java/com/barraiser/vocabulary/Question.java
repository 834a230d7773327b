package com.barraiser.vocabulary;

import com.barraiser.datasets.Table;
import com.barraiser.datasets.Tuple;
import java.util.List;
import java.util.Map;

/** What is asked of tables that are given, and all that belongs to it; the answer is a table. */
public interface Question extends Exercise {

  /** The input tables. */
  List<Table> tables();

  /** The contract of the answer. */
  Answer answer();

  /** The naive answer that judges all solutions. */
  Model model();

  /**
   * Whether a failure is the right one, for an input that the model has no answer to.
   *
   * @param tables the accepted rows of each input table, by the table's name
   * @param message what the solution failed with
   */
  default boolean failsRightly(Map<String, List<Tuple>> tables, String message) {
    return false;
  }

  /** A small input to explain the question with. */
  Case example();

  /** The answer to {@link #example}, worked out by hand. */
  List<Tuple> exampleAnswer();

  /** Small inputs by name, each with the mistake that it catches. */
  List<Case> cases();

  /** A small input made from a seed: dense in ties, odd text and whatever else is easily missed. */
  Case generatedCase(long seed);

  @Override
  default Class<Solution> kind() {
    return Solution.class;
  }

  @Override
  default Solution written(String name, String sql) {
    return new SqlSolution(name, sql);
  }
}
