package com.barraiser.questions.topasins.solutions;

import com.barraiser.columnar.Bytes;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * A text of ten bytes from {@code 0} to {@code o}, as all ASINs are, in one long: six bits a byte.
 */
final class AsinKey {

  /** Instead of a key: the text is of another shape. */
  static final long NONE = 0;

  private static final int LENGTH = 10;

  /** What eight bytes from the start leave over. */
  private static final int TAIL = LENGTH - Long.BYTES;

  private static final int BITS = 6;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long ZEROS = 0x3030303030303030L;
  private static final long BEYOND = 0xC0C0C0C0C0C0C0C0L;

  private AsinKey() {}

  /** The key of a text, or {@link #NONE}. */
  static long of(UTF8String asin) {
    if (asin.numBytes() != LENGTH) {
      return NONE;
    }
    long start = values(Bytes.at(asin, 0));
    long end = values(Bytes.at(asin, TAIL));
    return ((start | end) & BEYOND) == 0
        ? (closed(end) >>> (Long.BYTES - TAIL) * BITS << Long.BYTES * BITS | closed(start)) + 1
        : NONE;
  }

  /** The text of a key. */
  static UTF8String text(long key) {
    byte[] asin = new byte[LENGTH];
    long rest = key - 1;
    for (int i = 0; i < LENGTH; i++) {
      asin[i] = (byte) ('0' + (rest & (1 << BITS) - 1));
      rest >>>= BITS;
    }
    return UTF8String.fromBytes(asin);
  }

  /** Each byte less '0', which leaves high bits just where a byte is not in the range. */
  private static long values(long bytes) {
    return ((bytes | HIGH_BITS) - ZEROS ^ HIGH_BITS) | bytes & HIGH_BITS;
  }

  /** Eight bytes of six bits each, moved together two by two. */
  private static long closed(long values) {
    long pairs = values & 0x003F003F003F003FL | values >>> 2 & 0x0FC00FC00FC00FC0L;
    long fours = pairs & 0x00000FFF00000FFFL | pairs >>> 4 & 0x00FFF00000FFF000L;
    return fours & 0x0000000000FFFFFFL | fours >>> 8 & 0x0000FFFFFF000000L;
  }
}
