package com.barraiser.testing;

import com.barraiser.datasets.Format;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the everyday tests take of a long list of like inputs, so that they end within minutes. A
 * test that takes a sample carries the tag {@value #TAG}: the profile of long tests runs it on
 * other inputs. What neither takes is left to the tests by hand.
 */
public final class Sample {

  /** The tag of tests that take a sample. */
  public static final String TAG = "sampled";

  private static final boolean OTHERS = Boolean.getBoolean("tests.others");

  private Sample() {}

  /** A text format and a columnar one, or the others. */
  public static Stream<Format> formats() {
    EnumSet<Format> few = EnumSet.of(Format.JSON, Format.PARQUET);
    return either(few, EnumSet.complementOf(few)).stream();
  }

  /** Every n-th of them, or the others. */
  public static <T> List<T> everyNth(int n, List<T> all) {
    List<T> few = nth(n, 0, all);
    return either(few, all.stream().filter(input -> !few.contains(input)).toList());
  }

  /** Every n-th of them, of which one is at that place, in every profile. */
  public static <T> List<T> nth(int n, int place, List<T> all) {
    return IntStream.range(0, all.size())
        .filter(i -> Math.floorMod(i - place, n) == 0)
        .mapToObj(all::get)
        .toList();
  }

  /** The few of the everyday tests, or what the long tests take. */
  public static <T> T either(T few, T others) {
    return OTHERS ? others : few;
  }
}
