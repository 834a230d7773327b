package com.barraiser.questions.joborder.mutants;

import com.barraiser.questions.joborder.Cycle;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Follows each job to its end before the next. */
public final class DepthFirstOrder implements Solution {

  @Override
  public String why() {
    return "A depth-first order is one in which the jobs could run, but not the one that was asked for.";
  }

  @Override
  public Dataset<Row> answer(Tables tables, Parameters parameters) {
    CollectedGraph graph = CollectedGraph.of(tables);
    CollectedGraph left = CollectedGraph.of(tables);
    Map<String, Integer> levels = left.takeOut(Integer.MAX_VALUE);
    if (!left.waitsFor().isEmpty()) {
      throw Cycle.of(left.cycle().subList(1, left.cycle().size()));
    }
    Set<String> ordered = new LinkedHashSet<>();
    graph.waitsFor().keySet().forEach(job -> visit(job, graph, ordered));
    return graph.answer(levels, List.copyOf(ordered));
  }

  private static void visit(String job, CollectedGraph graph, Set<String> ordered) {
    graph.waitsFor().get(job).forEach(upstream -> visit(upstream, graph, ordered));
    ordered.add(job);
  }
}
