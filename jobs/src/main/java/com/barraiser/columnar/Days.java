package com.barraiser.columnar;

import java.util.concurrent.TimeUnit;

/** Calendar days in UTC as keys above zero, in their order. */
public final class Days {

  private static final long MICROS = TimeUnit.DAYS.toMicros(1);

  /** More days than the microseconds of a long have, either way. */
  private static final long MOST = 1L << 40;

  private Days() {}

  /** The key of the day of an instant in microseconds since the epoch; it has at most 41 bits. */
  public static long key(long micros) {
    return Math.floorDiv(micros, MICROS) + MOST;
  }

  /** The day of a key, since the epoch. */
  public static long sinceEpoch(long key) {
    return key - MOST;
  }
}
