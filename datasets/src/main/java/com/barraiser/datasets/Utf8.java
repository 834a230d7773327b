package com.barraiser.datasets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Comparator;

/** The order of text that every question uses: by UTF-8 bytes, as Spark's default collation. */
public final class Utf8 {

  /**
   * Orders text by its UTF-8 bytes. {@link String#compareTo} orders by UTF-16 units, which puts
   * characters beyond U+FFFF before those from U+E000 to U+FFFF.
   */
  public static final Comparator<String> ORDER =
      (a, b) -> Arrays.compareUnsigned(bytes(a), bytes(b));

  private Utf8() {}

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
