package com.barraiser.vocabulary;

import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** One way to answer a question: a function from the input tables to the answer. */
public interface Solution {

  /**
   * Answers the question. The result is a plan; nothing has to have been computed yet.
   *
   * @return rows as the question's {@link Answer} says
   * @throws NoAnswerException if the input allows no answer; computing the rows may throw it too
   */
  Dataset<Row> answer(Tables tables, Parameters parameters);

  /** Why this solution exists, in one line. */
  default String why() {
    return "";
  }

  /**
   * Whether the answer is only near the right one, by design. Such a solution never counts as
   * right.
   */
  default boolean isApproximate() {
    return false;
  }

  /** The solution's name: its class name in kebab case. */
  default String name() {
    return kebabCase(getClass().getSimpleName());
  }

  /** Turns {@code WindowRank} into {@code window-rank}. */
  static String kebabCase(String className) {
    return Pattern.compile("(?<=[a-z0-9])(?=[A-Z])")
        .matcher(className)
        .replaceAll("-")
        .toLowerCase(Locale.ROOT);
  }
}
