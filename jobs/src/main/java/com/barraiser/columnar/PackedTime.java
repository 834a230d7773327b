package com.barraiser.columnar;

/**
 * An instant and the number of a pair of {@link Texts} in one long. Earlier instants are smaller
 * numbers.
 */
public final class PackedTime {

  /** Later than any. */
  public static final long NONE = Long.MAX_VALUE;

  private static final int NUMBER_BITS = 9;

  /** 570 years from 1700 on. */
  private static final long START_MICROS = -8_520_336_000_000_000L;

  private static final long MICROS = (1L << 63 - NUMBER_BITS) - 1;

  private PackedTime() {}

  /** Whether an instant can be packed, with a number that is not {@link Texts#NONE}. */
  public static boolean fits(long micros, int number) {
    long since = micros - START_MICROS;
    return number != Texts.NONE && micros >= START_MICROS && since >= 0 && since < MICROS;
  }

  /** Packs what fits. */
  public static long of(long micros, int number) {
    return micros - START_MICROS << NUMBER_BITS | number;
  }

  /** The instant in microseconds since the epoch. */
  public static long micros(long packed) {
    return (packed >>> NUMBER_BITS) + START_MICROS;
  }

  /** The number. */
  public static int number(long packed) {
    return (int) packed & (1 << NUMBER_BITS) - 1;
  }

  /** Less than 0, 0 or more, as the first of two instants is before, at or after the second. */
  public static int compareTimes(long one, long other) {
    return Long.compare(one >>> NUMBER_BITS, other >>> NUMBER_BITS);
  }
}
