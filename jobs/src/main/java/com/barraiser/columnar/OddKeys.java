package com.barraiser.columnar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Numbers below zero for texts that are no packed key, the same for the same text within one
 * partition.
 */
public final class OddKeys {

  /** An entry of the map beside its text. */
  private static final int BYTES_PER_TEXT = 150;

  private final TaskMemory memory;
  private final Map<UTF8String, Long> numbers = new HashMap<>();
  private final List<UTF8String> texts = new ArrayList<>();

  /** None yet. */
  public OddKeys(TaskMemory memory) {
    this.memory = memory;
  }

  /** The number of a text, which is kept as it is. */
  public long of(UTF8String text) {
    Long known = numbers.get(text);
    if (known == null) {
      memory.reserve(BYTES_PER_TEXT + text.numBytes());
      known = -1L - numbers.size();
      numbers.put(text, known);
      texts.add(text);
    }
    return known;
  }

  /** The text of a number. */
  public UTF8String text(long number) {
    return texts.get((int) (-1L - number));
  }
}
