package com.barraiser.questions.joborder.mutants;

import com.barraiser.vocabulary.NoAnswerException;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Names all that it passed until a job came again. */
public final class WayToTheCycle implements Solution {

  @Override
  public String why() {
    return "The failure names the way by which the search came to the cycle as if it belonged to it.";
  }

  @Override
  public Dataset<Row> answer(Tables tables, Parameters parameters) {
    CollectedGraph graph = CollectedGraph.of(tables);
    Map<String, Integer> levels = graph.takeOut(Integer.MAX_VALUE);
    if (!graph.waitsFor().isEmpty()) {
      throw new NoAnswerException(String.join(" -> ", graph.wayIntoACycle()));
    }
    return graph.answer(levels);
  }
}
