package com.barraiser.questions.joborder.mutants;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.barraiser.questions.joborder.mutants.CollectedGraph.Edge;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Waits for every copy of an edge, but crosses out each edge once. */
public final class CopiesCounted implements Solution {

  /** Stands for what is left of a count that does not come to zero; no job is called that. */
  private static final String NEVER = "";

  @Override
  public String why() {
    return "The number of jobs to wait for is counted on rows, so that a job with a repeated edge never comes to zero.";
  }

  @Override
  public Dataset<Row> answer(Tables tables, Parameters parameters) {
    CollectedGraph graph = CollectedGraph.of(tables);
    Map<Edge, Long> copies = graph.edges().stream().collect(groupingBy(edge -> edge, counting()));
    copies.forEach(
        (edge, number) -> {
          if (number > 1) {
            graph.waitsFor().get(edge.downstream()).add(NEVER);
          }
        });
    return graph.answer(graph.takeOut(Integer.MAX_VALUE));
  }
}
