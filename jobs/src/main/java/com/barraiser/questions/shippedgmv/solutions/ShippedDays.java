package com.barraiser.questions.shippedgmv.solutions;

import com.barraiser.columnar.Block;
import com.barraiser.columnar.Block.Kind;
import com.barraiser.columnar.LongTable;
import com.barraiser.columnar.OddKeys;
import com.barraiser.columnar.TaskMemory;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.unsafe.types.UTF8String;

/** Counts the shipped orders of one partition by day, and adds up their totals. */
final class ShippedDays {

  private static final long DAY_MICROS = TimeUnit.DAYS.toMicros(1);

  /** More days than the microseconds of a long have, either way. */
  private static final long MOST_DAYS = 1L << 40;

  /** The first number that the type of a total has no room for. */
  private static final long TOO_MUCH = (long) Math.pow(10, OrderSender.MONEY.precision());

  private static final int FIRST_MICROS = 1;
  private static final int ORDERS = 1;
  private static final int CENTS = 2;

  private final OddKeys odd;
  private final LongTable firstShipped;
  private final LongTable days;
  private final List<InternalRow> rows = new ArrayList<>();

  private ShippedDays() {
    TaskMemory memory = TaskMemory.ofThisTask();
    this.odd = new OddKeys(memory);
    this.firstShipped = new LongTable(memory, 1, Long.MAX_VALUE);
    this.days = new LongTable(memory, 1, 0, 0);
  }

  /**
   * Rows of day, orders and money; one day may have several.
   *
   * @param counting the orders and times of counting shipments
   * @param orders with their totals
   */
  static Iterator<InternalRow> of(Iterator<Block> counting, Iterator<Block> orders) {
    ShippedDays shipped = new ShippedDays();
    counting.forEachRemaining(block -> shipped.read(block, shipped::ship));
    orders.forEachRemaining(block -> shipped.read(block, shipped::count));
    return shipped.rows();
  }

  private void read(Block block, OrderReader reader) {
    long[] cells = block.cells();
    UTF8String[] texts = block.texts();
    boolean isPacked = block.kind() == Kind.PACKED;
    for (int i = 0; i < cells.length; i += 2) {
      if (isPacked) {
        reader.accept(cells[i], cells[i + 1]);
      } else {
        reader.accept(odd.of(texts[i / 2]), cells[i]);
      }
    }
  }

  private void ship(long order, long micros) {
    int entry = firstShipped.entry(order);
    firstShipped.set(entry, FIRST_MICROS, Math.min(firstShipped.at(entry, FIRST_MICROS), micros));
  }

  private void count(long order, long cents) {
    int entry = firstShipped.find(order);
    if (entry < 0) {
      return;
    }
    long day = Math.floorDiv(firstShipped.at(entry, FIRST_MICROS), DAY_MICROS) + MOST_DAYS;
    int counted = days.entry(day);
    if (Math.abs(days.at(counted, CENTS) + cents) >= TOO_MUCH) {
      rows.add(row(counted));
      days.set(counted, ORDERS, 0);
      days.set(counted, CENTS, 0);
    }
    days.add(counted, ORDERS, 1);
    days.add(counted, CENTS, cents);
  }

  private Iterator<InternalRow> rows() {
    for (int e = days.next(0); e >= 0; e = days.next(e + days.width())) {
      rows.add(row(e));
    }
    return rows.iterator();
  }

  private InternalRow row(int entry) {
    Decimal money =
        Decimal.createUnsafe(
            days.at(entry, CENTS), OrderSender.MONEY.precision(), OrderSender.MONEY.scale());
    int day = (int) (days.at(entry, 0) - MOST_DAYS);
    return new GenericInternalRow(new Object[] {day, days.at(entry, ORDERS), money});
  }

  /** Takes an order's number, packed or odd, and what was sent with it. */
  @FunctionalInterface
  private interface OrderReader {
    void accept(long order, long number);
  }
}
