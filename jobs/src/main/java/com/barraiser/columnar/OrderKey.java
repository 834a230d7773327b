package com.barraiser.columnar;

import org.apache.spark.unsafe.types.UTF8String;

/** An order id of 3, 7 and 7 digits, such as {@code 114-3941689-8772232}, as one long. */
public final class OrderKey {

  /** Instead of a key: the id is of another shape. */
  public static final long NONE = 0;

  private static final int LENGTH = 19;
  private static final int FIRST_HYPHEN = 3;
  private static final int SECOND_HYPHEN = 11;
  private static final long GROUP = 10_000_000;

  private OrderKey() {}

  /** The key of an id, or {@link #NONE}. */
  public static long of(UTF8String id) {
    if (id.numBytes() != LENGTH) {
      return NONE;
    }
    long first =
        Digits.values(
            Bytes.at(id, 0) << (8 - FIRST_HYPHEN) * 8 | Digits.ZEROS >>> FIRST_HYPHEN * 8);
    long second = Digits.values(Bytes.at(id, FIRST_HYPHEN) ^ '-' ^ '0');
    long third = Digits.values(Bytes.at(id, SECOND_HYPHEN) ^ '-' ^ '0');
    // Of the groups that begin with a hyphen, the first byte is zero just where it is one.
    boolean fits =
        Digits.areValues(first)
            && Digits.areValues(second)
            && Digits.areValues(third)
            && ((second | third) & 0xFF) == 0;
    return fits
        ? 1 + (Digits.number(first) * GROUP + Digits.number(second)) * GROUP + Digits.number(third)
        : NONE;
  }

  /** The id of a key. */
  public static UTF8String text(long key) {
    byte[] id = new byte[LENGTH];
    long rest = key - 1;
    for (int i = LENGTH - 1; i >= 0; i--) {
      if (i == FIRST_HYPHEN || i == SECOND_HYPHEN) {
        id[i] = '-';
      } else {
        id[i] = (byte) ('0' + rest % 10);
        rest /= 10;
      }
    }
    return UTF8String.fromBytes(id);
  }
}
