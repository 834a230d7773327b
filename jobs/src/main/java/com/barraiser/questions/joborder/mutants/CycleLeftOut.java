package com.barraiser.questions.joborder.mutants;

import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Answers for the jobs that have an order. */
public final class CycleLeftOut implements Solution {

  @Override
  public String why() {
    return "Stops when no further job is free, and never asks whether jobs are left: a cycle and all behind it vanish.";
  }

  @Override
  public Dataset<Row> answer(Tables tables, Parameters parameters) {
    CollectedGraph graph = CollectedGraph.of(tables);
    return graph.answer(graph.takeOut(Integer.MAX_VALUE));
  }
}
