package com.barraiser.columnar;

import java.io.Serializable;
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
}
