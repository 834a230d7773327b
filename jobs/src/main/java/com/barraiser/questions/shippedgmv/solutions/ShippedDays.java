package com.barraiser.questions.shippedgmv.solutions;

import com.barraiser.columnar.Block;
import com.barraiser.columnar.Block.Kind;
import com.barraiser.columnar.Days;
import com.barraiser.columnar.LongTable;
import com.barraiser.columnar.TaskMemory;
import com.barraiser.columnar.TextNumbers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.Decimal;

/** Counts the shipped orders of one partition by day, and adds up their totals. */
final class ShippedDays {

  private static final long TOO_MUCH = OrderSender.MONEY.tooMuch();

  private static final int FIRST_MICROS = 1;
  private static final int ORDERS = 1;
  private static final int CENTS = 2;

  private final TextNumbers odd;
  private final LongTable firstShipped;
  private final LongTable days;
  private final List<InternalRow> rows = new ArrayList<>();

  private ShippedDays() {
    TaskMemory memory = TaskMemory.ofThisTask();
    this.odd = new TextNumbers(memory);
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
    counting.forEachRemaining(shipped::addCounting);
    orders.forEachRemaining(shipped::addOrders);
    return shipped.rows();
  }

  private void addCounting(Block shipments) {
    long[] cells = shipments.cells();
    if (shipments.kind() == Kind.PACKED) {
      for (int i = 0; i < cells.length; i += OrderSender.CELLS) {
        ship(cells[i], cells[i + 1]);
      }
    } else {
      for (int i = 0; i < cells.length; i++) {
        ship(odd.of(shipments.texts()[i]), cells[i]);
      }
    }
  }

  private void addOrders(Block orders) {
    long[] cells = orders.cells();
    if (orders.kind() == Kind.PACKED) {
      for (int i = 0; i < cells.length; i += OrderSender.CELLS) {
        count(cells[i], cells[i + 1]);
      }
    } else {
      for (int i = 0; i < cells.length; i++) {
        count(odd.find(orders.texts()[i]), cells[i]);
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
    int counted = days.entry(Days.key(firstShipped.at(entry, FIRST_MICROS)));
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
    int day = (int) Days.sinceEpoch(days.at(entry, 0));
    Decimal money = OrderSender.MONEY.cell(days.at(entry, CENTS));
    return new GenericInternalRow(new Object[] {day, days.at(entry, ORDERS), money});
  }
}
