package com.barraiser.columnar;

import java.util.Arrays;
import java.util.Objects;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Small numbers for a few pairs of texts, in the order in which they come; the second may be null.
 */
public final class Texts {

  /**
   * Instead of a number: there is none left, or the texts are too long to travel with each block.
   */
  public static final int NONE = -1;

  /** The most pairs that have a number. */
  public static final int MOST = 512;

  private static final int SLOTS = 4 * MOST;

  /** All texts together; more would be too much to travel with each block. */
  private static final int MOST_BYTES = 8 << 10;

  private final short[] slots = new short[SLOTS];
  private UTF8String[] texts = new UTF8String[0];
  private int bytes;

  /** The number of a pair, from 0, or {@link #NONE}. */
  public int number(UTF8String first, UTF8String second) {
    int slot = (31 * first.hashCode() + (second == null ? 0 : second.hashCode())) & SLOTS - 1;
    while (true) {
      int number = slots[slot] - 1;
      if (number < 0) {
        return add(slot, first, second);
      }
      if (first.equals(texts[2 * number]) && Objects.equals(second, texts[2 * number + 1])) {
        return number;
      }
      slot = slot + 1 & SLOTS - 1;
    }
  }

  /** The first text of a pair. */
  public UTF8String first(int number) {
    return texts[2 * number];
  }

  /** The second text of a pair, or null. */
  public UTF8String second(int number) {
    return texts[2 * number + 1];
  }

  /** All pairs in the order of their numbers, two texts each; not to be changed. */
  UTF8String[] all() {
    return texts;
  }

  private int add(int slot, UTF8String first, UTF8String second) {
    int number = texts.length / 2;
    int more = first.numBytes() + (second == null ? 0 : second.numBytes());
    if (number == MOST || more > MOST_BYTES - bytes) {
      return NONE;
    }
    bytes += more;
    // Blocks that were sent keep the shorter array.
    texts = Arrays.copyOf(texts, texts.length + 2);
    texts[2 * number] = first.copy();
    texts[2 * number + 1] = second == null ? null : second.copy();
    slots[slot] = (short) (number + 1);
    return number;
  }
}
