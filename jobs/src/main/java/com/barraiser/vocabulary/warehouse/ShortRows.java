package com.barraiser.vocabulary.warehouse;

import java.util.List;
import java.util.function.Function;

/**
 * Rows of a batch as short as they can be written: a line each, whose cells have blanks in between.
 */
public final class ShortRows {

  private static final String SHORT_TIME = "[0-9]{2}T[0-9]{2}:[0-9]{2}";

  private ShortRows() {}

  /** What a file holds for these rows: a line for each, made of its cells. */
  public static List<String> lines(String rows, Function<String[], String> line) {
    return rows.lines().map(row -> row.trim().split(" +")).map(line).toList();
  }

  /** {@code a} of {@code a/b}: a cell that two columns share tells them apart so. */
  public static String first(String cell) {
    return cell.split("/", 2)[0];
  }

  /** {@code b} of {@code a/b}; the whole cell where it is not divided. */
  public static String last(String cell) {
    return cell.substring(cell.indexOf('/') + 1);
  }

  /** {@code 05T08:00} is in March 2024; any other text stays as it is. */
  public static String time(String text) {
    return text.matches(SHORT_TIME) ? "2024-03-%s:00Z".formatted(text) : text;
  }
}
