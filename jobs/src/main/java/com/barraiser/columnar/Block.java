package com.barraiser.columnar;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.unsafe.Platform;
import org.apache.spark.unsafe.types.UTF8String;

/** What one task sends another: longs, and texts that go with them. */
public record Block(Kind kind, long[] cells, UTF8String[] texts) implements Serializable {

  /** What a block is made of. */
  public enum Kind {
    /** Rows that were packed in a few longs each; texts are the pairs that numbers in them mean. */
    PACKED,
    /** Rows that could not be packed: as many longs and texts as the sender gave. */
    ODD
  }

  /** Java's serialization calls it: texts that it writes one by one cost microseconds each. */
  private Object writeReplace() {
    return Joined.of(this);
  }

  /** A block whose texts are one array of bytes. */
  private record Joined(Kind kind, long[] cells, int[] lengths, byte[] bytes)
      implements Serializable {

    /** Instead of a length: the text is null. */
    private static final int NULL = -1;

    static Joined of(Block block) {
      int[] lengths =
          Arrays.stream(block.texts)
              .mapToInt(text -> text == null ? NULL : text.numBytes())
              .toArray();
      long all = Arrays.stream(lengths).asLongStream().filter(length -> length > 0).sum();
      byte[] bytes = new byte[Math.toIntExact(all)];
      int end = 0;
      for (UTF8String text : block.texts) {
        if (text != null) {
          text.writeToMemory(bytes, Platform.BYTE_ARRAY_OFFSET + end);
          end += text.numBytes();
        }
      }
      return new Joined(block.kind, block.cells, lengths, bytes);
    }

    private Object readResolve() {
      UTF8String[] texts = new UTF8String[lengths.length];
      int end = 0;
      for (int i = 0; i < texts.length; i++) {
        if (lengths[i] != NULL) {
          texts[i] = UTF8String.fromBytes(Arrays.copyOfRange(bytes, end, end + lengths[i]));
          end += lengths[i];
        }
      }
      return new Block(kind, cells, texts);
    }
  }
}
