package com.barraiser.questions.joborder.mutants;

import com.barraiser.vocabulary.NoAnswerException;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Says that there is a cycle, but not which. */
public final class OneJobNamed implements Solution {

  @Override
  public String why() {
    return "The failure names one job that is left, which may not even be on the cycle.";
  }

  @Override
  public Dataset<Row> answer(Tables tables, Parameters parameters) {
    CollectedGraph graph = CollectedGraph.of(tables);
    Map<String, Integer> levels = graph.takeOut(Integer.MAX_VALUE);
    if (!graph.waitsFor().isEmpty()) {
      throw new NoAnswerException("there is a cycle at " + graph.waitsFor().firstKey());
    }
    return graph.answer(levels);
  }
}
