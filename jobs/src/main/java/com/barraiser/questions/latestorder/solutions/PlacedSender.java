package com.barraiser.questions.latestorder.solutions;

import com.barraiser.columnar.Batch;
import com.barraiser.columnar.LongTable;
import com.barraiser.columnar.OrderKey;
import com.barraiser.columnar.Outgoing;
import com.barraiser.columnar.Sender;
import com.barraiser.columnar.TaskMemory;
import com.barraiser.columnar.TextKeys;
import com.barraiser.datasets.tables.CustomerOrders;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.unsafe.types.UTF8String;

/** Sends every order that was not canceled to the partition of its customer. */
final class PlacedSender implements Sender<Batch> {

  private static final long CANCELED = 1;

  private final Outgoing out;
  private final TextKeys statuses;

  PlacedSender(Outgoing out) {
    UTF8String canceled = UTF8String.fromString(CustomerOrders.CANCELED);
    this.out = out;
    this.statuses =
        new TextKeys(TaskMemory.ofThisTask(), 4, status -> status.equals(canceled) ? CANCELED : 0);
  }

  @Override
  public void accept(Batch batch) {
    ColumnVector customers = batch.column(0);
    ColumnVector orders = batch.column(1);
    ColumnVector times = batch.column(2);
    ColumnVector totals = batch.column(3);
    ColumnVector states = batch.column(4);
    statuses.turnTo(batch);
    for (int i = 0; i < batch.rows(); i++) {
      int row = batch.position(i);
      // An order without one of these is rejected by the rules of its table.
      boolean isWhole =
          !customers.isNullAt(row)
              && !orders.isNullAt(row)
              && !times.isNullAt(row)
              && !totals.isNullAt(row)
              && !states.isNullAt(row);
      if (isWhole && statuses.at(row) != CANCELED) {
        send(
            customers.getLong(row),
            orders.getUTF8String(row),
            times.getLong(row),
            OrderRows.MONEY.units(totals, row));
      }
    }
  }

  private void send(long customer, UTF8String order, long micros, long cents) {
    int partition = out.partition(LongTable.hash(customer));
    OrderRows.send(out, partition, OrderKey.of(order), order, customer, micros, cents);
  }
}
