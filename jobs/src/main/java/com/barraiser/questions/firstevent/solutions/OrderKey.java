package com.barraiser.questions.firstevent.solutions;

import com.barraiser.columnar.Bytes;
import org.apache.spark.unsafe.types.UTF8String;

/** An order id of 3, 7 and 7 digits, such as {@code 114-3941689-8772232}, as one long. */
final class OrderKey {

  /** Instead of a key: the id is of another shape. */
  static final long NONE = 0;

  private static final int LENGTH = 19;
  private static final int FIRST_HYPHEN = 3;
  private static final int SECOND_HYPHEN = 11;
  private static final long GROUP = 10_000_000;

  private static final long ZEROS = 0x3030303030303030L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  /** Added to a digit's value, it leaves the high bit alone; to anything greater, it does not. */
  private static final long ABOVE_NINE = 0x7676767676767676L;

  private OrderKey() {}

  /** The key of an id, or {@link #NONE}. */
  static long of(UTF8String id) {
    if (id.numBytes() != LENGTH) {
      return NONE;
    }
    long first = values(Bytes.at(id, 0) << (8 - FIRST_HYPHEN) * 8 | ZEROS >>> FIRST_HYPHEN * 8);
    long second = values(Bytes.at(id, FIRST_HYPHEN) ^ '-' ^ '0');
    long third = values(Bytes.at(id, SECOND_HYPHEN) ^ '-' ^ '0');
    // Of the groups that begin with a hyphen, the first byte is zero just where it is one.
    boolean fits =
        ((beyond(first) | beyond(second) | beyond(third)) & HIGH_BITS) == 0
            && ((second | third) & 0xFF) == 0;
    return fits ? 1 + (number(first) * GROUP + number(second)) * GROUP + number(third) : NONE;
  }

  /** The id of a key. */
  static UTF8String text(long key) {
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

  private static long values(long digits) {
    return digits ^ ZEROS;
  }

  /** Has high bits just where a byte is no digit's value. */
  private static long beyond(long values) {
    return values + ABOVE_NINE | values;
  }

  /** Eight digits, the first in the lowest byte, put together two by two. */
  private static long number(long digits) {
    long pairs = digits * 10 + (digits >>> 8) & 0x00FF00FF00FF00FFL;
    long fours = pairs * 100 + (pairs >>> 16) & 0x0000FFFF0000FFFFL;
    return fours * 10_000 + (fours >>> 32) & 0x00000000FFFFFFFFL;
  }
}
