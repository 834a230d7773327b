package com.barraiser.questions.latestorder.solutions;

import com.barraiser.columnar.Block;
import com.barraiser.columnar.Block.Kind;
import com.barraiser.columnar.Money;
import com.barraiser.columnar.OrderKey;
import com.barraiser.columnar.Outgoing;
import com.barraiser.columnar.TextNumbers;
import com.barraiser.datasets.tables.CustomerOrders;
import org.apache.spark.unsafe.types.UTF8String;

/** How orders travel: packed with a key, or with a text as their id. */
@FunctionalInterface
interface OrderRows {

  /** Totals as whole numbers. */
  Money MONEY = Money.of(CustomerOrders.TABLE.schema(), CustomerOrders.ORDER_TOTAL);

  /** A packed order: its key, its customer, its time and its total. */
  int CELLS = 4;

  /** An order that is not packed: the same without the key. */
  int ODD_CELLS = 3;

  /**
   * Takes an order.
   *
   * @param key of its id, or {@link OrderKey#NONE}
   * @param id the id, which is needed only where there is no key
   */
  void accept(long key, UTF8String id, long customer, long micros, long cents);

  /** Sends an order as {@link #accept} would take it. */
  static void send(
      Outgoing out,
      int partition,
      long key,
      UTF8String id,
      long customer,
      long micros,
      long cents) {
    if (key != OrderKey.NONE) {
      out.add(partition, key, customer, micros, cents);
    } else {
      out.addOdd(partition, new long[] {customer, micros, cents}, id);
    }
  }

  /** Takes all orders of a block. */
  static void read(Block block, OrderRows orders) {
    long[] cells = block.cells();
    if (block.kind() == Kind.PACKED) {
      for (int i = 0; i < cells.length; i += CELLS) {
        orders.accept(cells[i], null, cells[i + 1], cells[i + 2], cells[i + 3]);
      }
    } else {
      for (int i = 0; i < cells.length; i += ODD_CELLS) {
        UTF8String id = block.texts()[i / ODD_CELLS];
        orders.accept(OrderKey.NONE, id, cells[i], cells[i + 1], cells[i + 2]);
      }
    }
  }

  /** The id of an order by its key, or by its number among those without one. */
  static UTF8String id(long order, TextNumbers odd) {
    return order > 0 ? OrderKey.text(order) : odd.text(order);
  }
}
