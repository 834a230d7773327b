package com.barraiser.columnar;

/** Eight decimal digits in the bytes of a long, the first of them lowest. */
public final class Digits {

  /** Eight times the digit 0. */
  public static final long ZEROS = 0x3030303030303030L;

  private static final long HIGH_BITS = 0x8080808080808080L;

  /** Added to a digit's value, it leaves the high bit alone; to anything greater, it does not. */
  private static final long ABOVE_NINE = 0x7676767676767676L;

  private Digits() {}

  /** Whether all eight bytes are values from 0 to 9. */
  public static boolean areValues(long values) {
    return ((values + ABOVE_NINE | values) & HIGH_BITS) == 0;
  }

  /** The values of digits; what is no digit becomes no value. */
  public static long values(long digits) {
    return digits ^ ZEROS;
  }

  /** The number that eight values stand for: they are put together two by two. */
  public static long number(long values) {
    long pairs = values * 10 + (values >>> 8) & 0x00FF00FF00FF00FFL;
    long fours = pairs * 100 + (pairs >>> 16) & 0x0000FFFF0000FFFFL;
    return fours * 10_000 + (fours >>> 32) & 0x00000000FFFFFFFFL;
  }
}
