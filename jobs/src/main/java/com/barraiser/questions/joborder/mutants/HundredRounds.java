package com.barraiser.questions.joborder.mutants;

import com.barraiser.questions.joborder.Cycle;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Gives up in silence. */
public final class HundredRounds implements Solution {

  private static final int MOST_ROUNDS = 100;

  @Override
  public String why() {
    return "The loop has a bound so that a cycle cannot hang it, and what lies deeper than a hundred levels is lost.";
  }

  @Override
  public Dataset<Row> answer(Tables tables, Parameters parameters) {
    CollectedGraph graph = CollectedGraph.of(tables);
    Map<String, Integer> levels = graph.takeOut(MOST_ROUNDS);
    boolean hasFree = graph.waitsFor().values().stream().anyMatch(Set::isEmpty);
    if (!graph.waitsFor().isEmpty() && !hasFree) {
      throw Cycle.of(graph.cycle().subList(1, graph.cycle().size()));
    }
    return graph.answer(levels);
  }
}
