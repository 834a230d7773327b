package com.barraiser.vocabulary;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One way to answer, right or wrong. */
public interface Approach {

  /** Why this way exists, in one line. */
  default String why() {
    return "";
  }

  /**
   * Whether the answer is only near the right one, by design. Such an answer never counts as right.
   */
  default boolean isApproximate() {
    return false;
  }

  /** The name: the class name in kebab case. */
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

  /** The comment at the head of an SQL text, as one line. */
  static String headComment(String sql) {
    String comment = "--";
    return sql.lines()
        .takeWhile(line -> line.startsWith(comment))
        .map(line -> line.substring(comment.length()).strip())
        .collect(Collectors.joining(" "));
  }
}
