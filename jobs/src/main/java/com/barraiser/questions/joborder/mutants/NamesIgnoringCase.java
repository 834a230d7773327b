package com.barraiser.questions.joborder.mutants;

import com.barraiser.datasets.Utf8;
import com.barraiser.questions.joborder.Cycle;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Orders names as a dictionary does. */
public final class NamesIgnoringCase implements Solution {

  @Override
  public String why() {
    return "Names on a level are ordered without regard to case.";
  }

  @Override
  public Dataset<Row> answer(Tables tables, Parameters parameters) {
    CollectedGraph graph = CollectedGraph.of(tables);
    Map<String, Integer> levels = graph.takeOut(Integer.MAX_VALUE);
    if (!graph.waitsFor().isEmpty()) {
      throw Cycle.of(graph.cycle().subList(1, graph.cycle().size()));
    }
    return graph.answer(levels, String.CASE_INSENSITIVE_ORDER.thenComparing(Utf8.ORDER));
  }
}
