package com.barraiser.questions.shippedgmv.solutions;

import com.barraiser.columnar.Bytes;
import com.barraiser.columnar.Digits;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * A shipment id of three ASCII characters and 12 digits, such as {@code TBA000387420489}, as one
 * long above 0.
 */
final class ShipmentKey {

  /** Instead of a key: the id is of another shape. */
  static final long NONE = 0;

  private static final int LENGTH = 15;
  private static final int PREFIX = 3;
  private static final int PREFIX_BITS = 7;
  private static final long TWELVE_DIGITS = 1_000_000_000_000L;
  private static final long FOUR_DIGITS = 10_000;

  private static final long HIGH_BITS_OF_PREFIX = 0x808080;
  private static final long LAST_FOUR = 0xFFFFFFFF00000000L;

  private ShipmentKey() {}

  /** The key of an id, or {@link #NONE}. */
  static long of(UTF8String id) {
    if (id.numBytes() != LENGTH) {
      return NONE;
    }
    long prefix = Bytes.at(id, 0);
    long eight = Digits.values(Bytes.at(id, PREFIX));
    long four = Digits.values(Bytes.at(id, LENGTH - Long.BYTES) & LAST_FOUR | Digits.ZEROS >>> 32);
    boolean fits =
        (prefix & HIGH_BITS_OF_PREFIX) == 0 && Digits.areValues(eight) && Digits.areValues(four);
    return fits
        ? 1
            + characters(prefix) * TWELVE_DIGITS
            + Digits.number(eight) * FOUR_DIGITS
            + Digits.number(four)
        : NONE;
  }

  /** Three characters without the bit that none of them has. */
  private static long characters(long bytes) {
    return bytes & 0x7F
        | (bytes >>> Byte.SIZE & 0x7F) << PREFIX_BITS
        | (bytes >>> 2 * Byte.SIZE & 0x7F) << 2 * PREFIX_BITS;
  }
}
