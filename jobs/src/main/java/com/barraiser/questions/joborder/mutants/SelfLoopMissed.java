package com.barraiser.questions.joborder.mutants;

import com.barraiser.questions.joborder.Cycle;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Takes an edge from a job to itself for a slip. */
public final class SelfLoopMissed implements Solution {

  @Override
  public String why() {
    return "Edges from a job to itself are filtered out, because they would hang the loop.";
  }

  @Override
  public Dataset<Row> answer(Tables tables, Parameters parameters) {
    CollectedGraph all = CollectedGraph.of(tables);
    CollectedGraph graph =
        all.with(
            all.edges().stream()
                .filter(edge -> !edge.upstream().equals(edge.downstream()))
                .toList());
    Map<String, Integer> levels = graph.takeOut(Integer.MAX_VALUE);
    if (!graph.waitsFor().isEmpty()) {
      throw Cycle.of(graph.cycle().subList(1, graph.cycle().size()));
    }
    return graph.answer(levels);
  }
}
