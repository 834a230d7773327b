package com.barraiser.questions.joborder.mutants;

import com.barraiser.questions.joborder.Cycle;
import com.barraiser.questions.joborder.mutants.CollectedGraph.Edge;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Takes the job that waits for the one that goes first. */
public final class ArrowTurned implements Solution {

  @Override
  public String why() {
    return "The two columns are swapped: it runs from the last job to the first.";
  }

  @Override
  public Dataset<Row> answer(Tables tables, Parameters parameters) {
    CollectedGraph all = CollectedGraph.of(tables);
    CollectedGraph graph =
        all.with(
            all.edges().stream()
                .map(edge -> new Edge(edge.downstream(), edge.upstream()))
                .toList());
    Map<String, Integer> levels = graph.takeOut(Integer.MAX_VALUE);
    if (!graph.waitsFor().isEmpty()) {
      throw Cycle.of(graph.cycle().subList(1, graph.cycle().size()));
    }
    return graph.answer(levels);
  }
}
