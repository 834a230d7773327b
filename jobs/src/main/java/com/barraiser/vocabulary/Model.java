package com.barraiser.vocabulary;

import com.barraiser.datasets.Tuple;
import java.util.List;
import java.util.Map;

/**
 * The naive answer to a question in plain Java: single-threaded, without Spark, obviously right. It
 * judges every solution.
 */
@FunctionalInterface
public interface Model {

  /**
   * Answers the question.
   *
   * @param tables the accepted rows of each input table, by the table's name
   * @return the answer's rows, in its order where the order counts
   * @throws NoAnswerException if the input allows no answer
   */
  List<Tuple> answer(Map<String, List<Tuple>> tables, Parameters parameters);
}
