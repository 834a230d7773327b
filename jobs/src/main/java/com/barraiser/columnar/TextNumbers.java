package com.barraiser.columnar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Numbers below zero for texts, such as those that are no packed key: the same for the same text
 * within one task.
 */
public final class TextNumbers {

  /** Instead of a number: the text has none. */
  public static final long NONE = 0;

  /** An entry of the map beside its text. */
  private static final int BYTES_PER_TEXT = 150;

  private final TaskMemory memory;
  private final Map<UTF8String, Long> numbers = new HashMap<>();
  private final List<UTF8String> texts = new ArrayList<>();

  /** None yet. */
  public TextNumbers(TaskMemory memory) {
    this.memory = memory;
  }

  /** The number of a text, which gets one, and is copied, where it has none. */
  public long of(UTF8String text) {
    long known = find(text);
    if (known != NONE) {
      return known;
    }
    memory.reserve(BYTES_PER_TEXT + text.numBytes());
    UTF8String kept = text.copy();
    texts.add(kept);
    numbers.put(kept, (long) -texts.size());
    return -texts.size();
  }

  /** The number of a text, or {@link #NONE}. */
  public long find(UTF8String text) {
    return numbers.getOrDefault(text, NONE);
  }

  /** The text of a number. */
  public UTF8String text(long number) {
    return texts.get((int) (-1 - number));
  }
}
