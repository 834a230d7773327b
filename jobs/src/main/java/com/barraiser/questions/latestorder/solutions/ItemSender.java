package com.barraiser.questions.latestorder.solutions;

import com.barraiser.columnar.Batch;
import com.barraiser.columnar.OrderKey;
import com.barraiser.columnar.Outgoing;
import com.barraiser.columnar.Sender;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.unsafe.types.UTF8String;

/** Sends the units of every order to its partition, those of items side by side as one number. */
final class ItemSender implements Sender<Batch> {

  private final Outgoing out;
  private long order = OrderKey.NONE;
  private long units;

  ItemSender(Outgoing out) {
    this.out = out;
  }

  @Override
  public void accept(Batch batch) {
    ColumnVector orders = batch.column(0);
    ColumnVector quantities = batch.column(1);
    for (int i = 0; i < batch.rows(); i++) {
      int row = batch.position(i);
      // An item without one of these is rejected by the rules of its table.
      if (!orders.isNullAt(row) && !quantities.isNullAt(row)) {
        add(orders.getUTF8String(row), quantities.getInt(row));
      }
    }
  }

  private void add(UTF8String id, int quantity) {
    long key = OrderKey.of(id);
    if (key == OrderKey.NONE) {
      out.addOdd(LatestSender.partition(out, id), new long[] {quantity}, id);
    } else if (key == order) {
      units += quantity;
    } else {
      end();
      order = key;
      units = quantity;
    }
  }

  @Override
  public void end() {
    if (order != OrderKey.NONE) {
      out.add(LatestSender.partition(out, order), order, units);
    }
  }
}
