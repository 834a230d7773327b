package com.barraiser.vocabulary;

import com.barraiser.datasets.Table;
import com.barraiser.datasets.Tuple;
import com.barraiser.datasets.generate.Generator;
import java.util.List;
import java.util.Map;

/**
 * What is asked, and all that belongs to it. The class stands in a package of its own together with
 * {@code statement.md} and {@code explanation.md}; the packages {@code solutions} and {@code
 * mutants} below it hold one file each for every way to answer, right or wrong: a class that
 * implements {@link Solution}, or a {@code .sql} file.
 */
public interface Question {

  /** The name on the command line, in kebab case. */
  String name();

  /** The question in one sentence. */
  String title();

  /** The input tables. */
  List<Table> tables();

  /** The values that the question may be asked with. */
  default List<Parameter> parameters() {
    return List.of();
  }

  /** The contract of the answer. */
  Answer answer();

  /** The name of the solution that {@code run} uses. */
  String recommended();

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

  /** Makes input data of any size. */
  Generator generator();

  /** A small input to explain the question with. */
  Case example();

  /** The answer to {@link #example}, worked out by hand. */
  List<Tuple> exampleAnswer();

  /** Small inputs by name, each with the mistake that it catches. */
  List<Case> cases();

  /** A small input made from a seed: dense in ties, odd text and whatever else is easily missed. */
  Case generatedCase(long seed);
}
