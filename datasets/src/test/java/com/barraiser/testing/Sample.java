package com.barraiser.testing;

import com.barraiser.datasets.Format;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the everyday tests take of a long list of like inputs, so that they end within minutes. A
 * test that takes a sample carries the tag {@value #TAG}: the profile of long tests runs it again,
 * on all inputs or a larger sample.
 */
public final class Sample {

  /** The tag of tests that take a sample. */
  public static final String TAG = "sampled";

  private static final boolean WHOLE = Boolean.getBoolean("tests.whole");

  private Sample() {}

  /** A text format and a columnar one, or all. */
  public static Stream<Format> formats() {
    return WHOLE ? Stream.of(Format.values()) : Stream.of(Format.JSON, Format.PARQUET);
  }

  /** Every n-th of them, or all. */
  public static <T> List<T> everyNth(int n, List<T> all) {
    return either(nth(n, 0, all), all);
  }

  /** Every n-th of them, of which one is at that place, in every profile. */
  public static <T> List<T> nth(int n, int place, List<T> all) {
    return IntStream.range(0, all.size())
        .filter(i -> Math.floorMod(i - place, n) == 0)
        .mapToObj(all::get)
        .toList();
  }

  /** The few, or all. */
  public static <T> T either(T few, T all) {
    return WHOLE ? all : few;
  }
}
