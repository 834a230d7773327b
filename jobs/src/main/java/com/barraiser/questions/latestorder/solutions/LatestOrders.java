package com.barraiser.questions.latestorder.solutions;

import com.barraiser.columnar.Block;
import com.barraiser.columnar.Block.Kind;
import com.barraiser.columnar.LongTable;
import com.barraiser.columnar.OrderKey;
import com.barraiser.columnar.TaskMemory;
import com.barraiser.columnar.TextNumbers;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** The latest orders of one partition with their units, always in the same row object. */
final class LatestOrders implements Iterator<InternalRow> {

  private static final int UNITS = 1;
  private static final int LEAST_ORDERS = 256;

  private final TaskMemory memory = TaskMemory.ofThisTask();
  private final TextNumbers odd = new TextNumbers(memory);
  private final LongTable units = new LongTable(memory, 1, 0);
  private final GenericInternalRow row = new GenericInternalRow(5);

  /** The cells of {@link OrderRows}, with a number for an id that has no key. */
  private long[] orders = new long[0];

  private int used;
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
    orders.forEachRemaining(block -> OrderRows.read(block, rows::add));
    items.forEachRemaining(rows::addItems);
    return rows;
  }

  private void add(long key, UTF8String id, long customer, long micros, long cents) {
    if (used == orders.length) {
      int length = Math.max(LEAST_ORDERS * OrderRows.CELLS, 2 * used);
      memory.reserve((long) length * Long.BYTES);
      orders = Arrays.copyOf(orders, length);
      memory.release((long) used * Long.BYTES);
    }
    long order = key == OrderKey.NONE ? odd.of(id) : key;
    units.entry(order);
    orders[used] = order;
    orders[used + 1] = customer;
    orders[used + 2] = micros;
    orders[used + 3] = cents;
    used += OrderRows.CELLS;
  }

  private void addItems(Block items) {
    long[] cells = items.cells();
    if (items.kind() == Kind.PACKED) {
      for (int i = 0; i < cells.length; i += ItemSender.CELLS) {
        addUnits(cells[i], cells[i + 1]);
      }
    } else {
      for (int i = 0; i < cells.length; i++) {
        addUnits(odd.find(items.texts()[i]), cells[i]);
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
    return next < used;
  }

  @Override
  public InternalRow next() {
    if (next >= used) {
      throw new NoSuchElementException();
    }
    long order = orders[next];
    row.update(0, orders[next + 1]);
    row.update(1, OrderRows.id(order, odd));
    row.update(2, orders[next + 2]);
    row.update(3, OrderRows.MONEY.cell(orders[next + 3]));
    row.update(4, units.at(units.find(order), UNITS));
    next += OrderRows.CELLS;
    return row;
  }
}
