package com.barraiser.questions.shippedgmv.solutions;

import com.barraiser.columnar.Batch;
import com.barraiser.columnar.LongTable;
import com.barraiser.columnar.Money;
import com.barraiser.columnar.OrderKey;
import com.barraiser.columnar.Outgoing;
import com.barraiser.columnar.Sender;
import com.barraiser.datasets.tables.OrderTotals;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.unsafe.types.UTF8String;

/** Sends every order to its partition with what it is worth. */
final class OrderSender implements Sender<Batch> {

  /** Totals as whole numbers. */
  static final Money MONEY = Money.of(OrderTotals.TABLE.schema(), OrderTotals.ORDER_TOTAL);

  /** A packed order: its key and a number. */
  static final int CELLS = 2;

  private final Outgoing out;

  OrderSender(Outgoing out) {
    this.out = out;
  }

  @Override
  public void accept(Batch batch) {
    ColumnVector orders = batch.column(0);
    ColumnVector totals = batch.column(1);
    for (int i = 0; i < batch.rows(); i++) {
      int row = batch.position(i);
      // An order without one of these is rejected by the rules of its table.
      if (!orders.isNullAt(row) && !totals.isNullAt(row)) {
        send(out, orders.getUTF8String(row), MONEY.units(totals, row));
      }
    }
  }

  /** Sends a number to where all that has to do with an order meets. */
  static void send(Outgoing out, UTF8String order, long number) {
    long key = OrderKey.of(order);
    if (key != OrderKey.NONE) {
      out.add(out.partition(LongTable.hash(key)), key, number);
    } else {
      out.addOdd(out.partition(order), new long[] {number}, order);
    }
  }
}
