package com.barraiser.questions.joborder.mutants;

import com.barraiser.questions.joborder.Cycle;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import java.util.Comparator;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Orders names as Java does. */
public final class UtfSixteenOrder implements Solution {

  @Override
  public String why() {
    return "Names are ordered by String.compareTo: characters beyond U+FFFF come before some below.";
  }

  @Override
  public Dataset<Row> answer(Tables tables, Parameters parameters) {
    CollectedGraph graph = CollectedGraph.of(tables);
    Map<String, Integer> levels = graph.takeOut(Integer.MAX_VALUE);
    if (!graph.waitsFor().isEmpty()) {
      throw Cycle.of(graph.cycle().subList(1, graph.cycle().size()));
    }
    return graph.answer(levels, Comparator.<String>naturalOrder());
  }
}
