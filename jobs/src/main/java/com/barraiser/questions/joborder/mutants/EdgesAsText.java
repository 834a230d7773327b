package com.barraiser.questions.joborder.mutants;

import com.barraiser.questions.joborder.Cycle;
import com.barraiser.questions.joborder.mutants.CollectedGraph.Edge;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Keeps an edge as one text, and cuts that where it has an arrow. */
public final class EdgesAsText implements Solution {

  private static final String ARROW = " -> ";

  @Override
  public String why() {
    return "Both names of an edge are put into one text as a key and split again, which names with an arrow do not survive.";
  }

  @Override
  public Dataset<Row> answer(Tables tables, Parameters parameters) {
    CollectedGraph all = CollectedGraph.of(tables);
    CollectedGraph graph =
        all.with(
            all.edges().stream()
                .map(edge -> (edge.upstream() + ARROW + edge.downstream()).split(ARROW, 2))
                .map(jobs -> new Edge(jobs[0], jobs[1]))
                .toList());
    Map<String, Integer> levels = graph.takeOut(Integer.MAX_VALUE);
    if (!graph.waitsFor().isEmpty()) {
      throw Cycle.of(graph.cycle().subList(1, graph.cycle().size()));
    }
    return graph.answer(levels);
  }
}
