package com.barraiser.questions.latestorder.solutions;

import com.barraiser.columnar.Block;
import com.barraiser.columnar.Block.Kind;
import com.barraiser.columnar.LongTable;
import com.barraiser.columnar.OddKeys;
import com.barraiser.columnar.OrderKey;
import com.barraiser.columnar.TaskMemory;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.Decimal;

/** The latest orders of one partition with their units, always in the same row object. */
final class LatestOrders implements Iterator<InternalRow> {

  private static final int CUSTOMER = 1;
  private static final int MICROS = 2;
  private static final int CENTS = 3;
  private static final int UNITS = 1;

  private final TaskMemory memory = TaskMemory.ofThisTask();
  private final OddKeys odd = new OddKeys(memory);

  /** By order and customer: what goes with an order does not depend on its id being unique. */
  private final LongTable latest = new LongTable(memory, 2, 0, 0);

  private final LongTable units = new LongTable(memory, 1, 0);
  private final GenericInternalRow row = new GenericInternalRow(5);
  private int next;

  private LatestOrders() {}

  /**
   * Rows of customer, order, time, total and units.
   *
   * @param orders the latest of each customer
   * @param items units of any orders
   */
  static Iterator<InternalRow> of(Iterator<Block> orders, Iterator<Block> items) {
    LatestOrders rows = new LatestOrders();
    orders.forEachRemaining(rows::addOrders);
    items.forEachRemaining(rows::addItems);
    rows.next = rows.latest.next(0);
    return rows;
  }

  private void addOrders(Block orders) {
    long[] cells = orders.cells();
    if (orders.kind() == Kind.PACKED) {
      for (int i = 0; i < cells.length; i += LatestSender.CELLS) {
        add(cells[i], cells[i + 1], cells[i + 2], cells[i + 3]);
      }
    } else {
      for (int i = 0; i < cells.length; i += 3) {
        add(odd.of(orders.texts()[i / 3]), cells[i], cells[i + 1], cells[i + 2]);
      }
    }
  }

  private void add(long order, long customer, long micros, long cents) {
    int entry = latest.entry(order, customer);
    latest.set(entry, MICROS, micros);
    latest.set(entry, CENTS, cents);
    units.entry(order);
  }

  private void addItems(Block items) {
    long[] cells = items.cells();
    if (items.kind() == Kind.PACKED) {
      for (int i = 0; i < cells.length; i += 2) {
        addUnits(cells[i], cells[i + 1]);
      }
    } else {
      for (int i = 0; i < cells.length; i++) {
        addUnits(odd.of(items.texts()[i]), cells[i]);
      }
    }
  }

  private void addUnits(long order, long more) {
    int entry = units.find(order);
    if (entry >= 0) {
      units.add(entry, UNITS, more);
    }
  }

  @Override
  public boolean hasNext() {
    return next >= 0;
  }

  @Override
  public InternalRow next() {
    if (next < 0) {
      throw new NoSuchElementException();
    }
    long order = latest.at(next, 0);
    Decimal total =
        Decimal.createUnsafe(
            latest.at(next, CENTS), PlacedSender.MONEY.precision(), PlacedSender.MONEY.scale());
    row.update(0, latest.at(next, CUSTOMER));
    row.update(1, order > 0 ? OrderKey.text(order) : odd.text(order));
    row.update(2, latest.at(next, MICROS));
    row.update(3, total);
    row.update(4, units.at(units.find(order), UNITS));
    next = latest.next(next + latest.width());
    return row;
  }
}
