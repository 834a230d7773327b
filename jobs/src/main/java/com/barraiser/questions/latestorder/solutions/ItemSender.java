package com.barraiser.questions.latestorder.solutions;

import com.barraiser.columnar.Batch;
import com.barraiser.columnar.KeyFilter;
import com.barraiser.columnar.LongTable;
import com.barraiser.columnar.OrderKey;
import com.barraiser.columnar.Outgoing;
import com.barraiser.columnar.Sender;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.unsafe.types.UTF8String;

/** Sends the units of every item that may be of a latest order to the partition of its order. */
final class ItemSender implements Sender<Batch> {

  /** A packed item: the key of its order and its units. */
  static final int CELLS = 2;

  private final KeyFilter latest;
  private final Outgoing out;

  ItemSender(KeyFilter latest, Outgoing out) {
    this.latest = latest;
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
        send(orders.getUTF8String(row), quantities.getInt(row));
      }
    }
  }

  private void send(UTF8String id, int quantity) {
    long order = OrderKey.of(id);
    if (order == OrderKey.NONE) {
      out.addOdd(out.partition(id), new long[] {quantity}, id);
      return;
    }
    long hash = LongTable.hash(order);
    int partition = out.partition(hash);
    if (latest.mayHave(partition, hash)) {
      out.add(partition, order, quantity);
    }
  }
}
