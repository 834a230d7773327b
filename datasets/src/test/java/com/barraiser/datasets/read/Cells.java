package com.barraiser.datasets.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Parsed cells in a form that can be compared and read. */
final class Cells {

  private Cells() {}

  /** The cells with text for the bytes of a text; null stays null. */
  static Object[] readable(Object[] cells) {
    return cells == null ? null : Arrays.stream(cells).map(Cells::readable).toArray();
  }

  private static Object readable(Object cell) {
    return cell instanceof byte[] text ? new String(text, UTF_8) : cell;
  }
}
