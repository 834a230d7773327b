package com.barraiser.questions.conversion7d.solutions;

import com.barraiser.columnar.Block;
import com.barraiser.columnar.Days;
import com.barraiser.columnar.LongTable;
import com.barraiser.columnar.TaskMemory;
import com.barraiser.columnar.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** Judges the sessions of one partition, and counts them by marketplace and day. */
final class DayCounts {

  private static final int NUMBER_BITS = 9;

  private static final int SESSIONS = 1;
  private static final int CONVERTED = 2;

  /** An entry of the map, and the row that is made of it, beside its text. */
  private static final int BYTES_PER_ODD_DAY = 350;

  private final TaskMemory memory = TaskMemory.ofThisTask();
  private final Texts numbers = new Texts();
  private final OrderWindows orders;
  private final LongTable packed = new LongTable(memory, 1, 0, 0);
  private final Map<OddDay, long[]> odd = new HashMap<>();

  private DayCounts(long width) {
    this.orders = new OrderWindows(width);
  }

  /** Rows of marketplace, day, sessions and converted sessions. */
  static Iterator<InternalRow> of(Iterator<Block> orders, Iterator<Block> sessions, long width) {
    DayCounts counts = new DayCounts(width);
    orders.forEachRemaining(block -> Visits.read(block, counts.numbers, counts.orders::add));
    sessions.forEachRemaining(block -> Visits.read(block, counts.numbers, counts::judge));
    return counts.rows();
  }

  private void judge(long customer, UTF8String marketplace, int number, long micros) {
    long converted = orders.follows(customer, marketplace, number, micros) ? 1 : 0;
    long day = Days.key(micros);
    if (number == Texts.NONE) {
      long[] counts = odd.computeIfAbsent(new OddDay(marketplace, day), this::none);
      counts[0]++;
      counts[1] += converted;
      return;
    }
    int entry = packed.entry(day << NUMBER_BITS | number);
    packed.add(entry, SESSIONS, 1);
    packed.add(entry, CONVERTED, converted);
  }

  private long[] none(OddDay day) {
    memory.reserve(BYTES_PER_ODD_DAY + day.marketplace.numBytes());
    return new long[2];
  }

  private Iterator<InternalRow> rows() {
    List<InternalRow> rows = new ArrayList<>();
    for (int e = packed.next(0); e >= 0; e = packed.next(e + packed.width())) {
      long key = packed.at(e, 0);
      UTF8String marketplace = numbers.first((int) key & (1 << NUMBER_BITS) - 1);
      rows.add(
          row(marketplace, key >>> NUMBER_BITS, packed.at(e, SESSIONS), packed.at(e, CONVERTED)));
    }
    odd.forEach((key, counts) -> rows.add(row(key.marketplace, key.day, counts[0], counts[1])));
    return rows.iterator();
  }

  private static InternalRow row(UTF8String marketplace, long day, long sessions, long converted) {
    return new GenericInternalRow(
        new Object[] {marketplace, Days.sinceEpoch(day), sessions, converted});
  }

  private record OddDay(UTF8String marketplace, long day) {}
}
