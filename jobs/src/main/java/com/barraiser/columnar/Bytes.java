package com.barraiser.columnar;

import java.nio.ByteOrder;
import org.apache.spark.unsafe.Platform;
import org.apache.spark.unsafe.types.UTF8String;

/** The bytes of a text, eight at a time. */
public final class Bytes {

  private static final boolean IS_LITTLE = ByteOrder.nativeOrder().equals(ByteOrder.LITTLE_ENDIAN);

  private Bytes() {}

  /** Eight bytes from an index on, the first of them lowest; the text must have them. */
  public static long at(UTF8String text, int index) {
    long bytes = Platform.getLong(text.getBaseObject(), text.getBaseOffset() + index);
    return IS_LITTLE ? bytes : Long.reverseBytes(bytes);
  }
}
