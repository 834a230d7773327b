package com.barraiser.questions.joborder.mutants;

import com.barraiser.vocabulary.NoAnswerException;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Names the jobs of the cycle, but not where it closes. */
public final class CycleNotClosed implements Solution {

  @Override
  public String why() {
    return "The failure stops one job early: who waits for the last one is left open.";
  }

  @Override
  public Dataset<Row> answer(Tables tables, Parameters parameters) {
    CollectedGraph graph = CollectedGraph.of(tables);
    Map<String, Integer> levels = graph.takeOut(Integer.MAX_VALUE);
    if (!graph.waitsFor().isEmpty()) {
      throw new NoAnswerException(
          String.join(" -> ", graph.cycle().subList(1, graph.cycle().size())));
    }
    return graph.answer(levels);
  }
}
