package com.barraiser.questions.conversion7d.solutions;

import com.barraiser.columnar.LongTable;
import com.barraiser.columnar.TaskMemory;
import com.barraiser.columnar.Texts;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The first and the last order of every customer, marketplace and window of time, of one partition.
 * An order that counts for a session lies in the session's window or in the next one.
 */
final class OrderWindows {

  private static final int NUMBER_BITS = 9;
  private static final long MOST_WINDOWS = 1L << 63 - NUMBER_BITS - 1;
  private static final long NO_CELL = 0;
  private static final int FIRST = 2;
  private static final int LAST = 3;

  /** An entry of the map beside its text. */
  private static final int BYTES_PER_ODD_WINDOW = 250;

  private final long width;
  private final TaskMemory memory = TaskMemory.ofThisTask();

  /** By window with marketplace, and customer. */
  private final LongTable packed = new LongTable(memory, 2, Long.MAX_VALUE, Long.MIN_VALUE);

  /** Where marketplaces or windows are too many for the table. */
  private final Map<OddKey, Ends> odd = new HashMap<>();

  OrderWindows(long width) {
    this.width = width;
  }

  /** Adds an order; the number may be {@link Texts#NONE}. */
  void add(long customer, UTF8String marketplace, int number, long micros) {
    long window = Math.floorDiv(micros, width);
    long cell = cell(window, number);
    if (cell == NO_CELL) {
      int before = odd.size();
      OddKey key = new OddKey(customer, marketplace, window);
      odd.merge(key, new Ends(micros, micros), Ends::with);
      if (odd.size() > before) {
        memory.reserve(BYTES_PER_ODD_WINDOW + marketplace.numBytes());
      }
      return;
    }
    int entry = packed.entry(cell, customer);
    packed.set(entry, FIRST, Math.min(packed.at(entry, FIRST), micros));
    packed.set(entry, LAST, Math.max(packed.at(entry, LAST), micros));
  }

  /** Whether an order follows a session in time. */
  boolean follows(long customer, UTF8String marketplace, int number, long micros) {
    long window = Math.floorDiv(micros, width);
    return hasFrom(customer, marketplace, number, window, micros)
        || hasInTime(customer, marketplace, number, window + 1, micros);
  }

  /** Whether a window has an order that does not come before a session. */
  private boolean hasFrom(
      long customer, UTF8String marketplace, int number, long window, long session) {
    long cell = cell(window, number);
    if (cell == NO_CELL) {
      Ends ends = odd.get(new OddKey(customer, marketplace, window));
      return ends != null && ends.last >= session;
    }
    int entry = packed.find(cell, customer);
    return entry >= 0 && packed.at(entry, LAST) >= session;
  }

  /** Whether a window has an order that comes before a session's time is up. */
  private boolean hasInTime(
      long customer, UTF8String marketplace, int number, long window, long session) {
    long cell = cell(window, number);
    if (cell == NO_CELL) {
      Ends ends = odd.get(new OddKey(customer, marketplace, window));
      return ends != null && isInTime(ends.first, session);
    }
    int entry = packed.find(cell, customer);
    return entry >= 0 && isInTime(packed.at(entry, FIRST), session);
  }

  private boolean isInTime(long order, long session) {
    long end = session + width;
    boolean endless = end < session;
    return endless || order < end;
  }

  /** Window and marketplace in a long that is not 0, if they fit. */
  private static long cell(long window, int number) {
    boolean fits = number != Texts.NONE && window >= -MOST_WINDOWS && window < MOST_WINDOWS - 1;
    return fits ? (window + MOST_WINDOWS << NUMBER_BITS | number) + 1 : NO_CELL;
  }

  private record OddKey(long customer, UTF8String marketplace, long window) {}

  private record Ends(long first, long last) {

    Ends with(Ends other) {
      return new Ends(Math.min(first, other.first), Math.max(last, other.last));
    }
  }
}
