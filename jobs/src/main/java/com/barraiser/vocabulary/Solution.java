package com.barraiser.vocabulary;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** One way to answer a question: a function from the input tables to the answer. */
public interface Solution extends Approach {

  /**
   * Answers the question. The result is a plan; nothing has to have been computed yet.
   *
   * @return rows as the question's {@link Answer} says
   * @throws NoAnswerException if the input allows no answer; computing the rows may throw it too
   */
  Dataset<Row> answer(Tables tables, Parameters parameters);
}
