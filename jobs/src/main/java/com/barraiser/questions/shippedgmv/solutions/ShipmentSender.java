package com.barraiser.questions.shippedgmv.solutions;

import com.barraiser.columnar.Batch;
import com.barraiser.columnar.LongTable;
import com.barraiser.columnar.OrderKey;
import com.barraiser.columnar.Outgoing;
import com.barraiser.columnar.Sender;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.unsafe.types.UTF8String;

/** Sends every shipment that left to its partition: shipment, order and time. */
final class ShipmentSender implements Sender<Batch> {

  /** A packed shipment: its key, that of its order, and its time. */
  static final int CELLS = 3;

  private final Outgoing out;

  ShipmentSender(Outgoing out) {
    this.out = out;
  }

  @Override
  public void accept(Batch batch) {
    ColumnVector shipments = batch.column(0);
    ColumnVector orders = batch.column(1);
    ColumnVector times = batch.column(2);
    for (int i = 0; i < batch.rows(); i++) {
      int row = batch.position(i);
      // A shipment without an id or an order is rejected by the rules of its table.
      if (!times.isNullAt(row) && !shipments.isNullAt(row) && !orders.isNullAt(row)) {
        send(shipments.getUTF8String(row), orders.getUTF8String(row), times.getLong(row));
      }
    }
  }

  private void send(UTF8String shipment, UTF8String order, long micros) {
    long key = ShipmentKey.of(shipment);
    long orderKey = OrderKey.of(order);
    int partition = partition(out, key, shipment);
    if (key != ShipmentKey.NONE && orderKey != OrderKey.NONE) {
      out.add(partition, key, orderKey, micros);
    } else {
      out.addOdd(partition, new long[] {micros}, shipment, order);
    }
  }

  /** Where all that has to do with a shipment meets. */
  static int partition(Outgoing out, long key, UTF8String id) {
    return key == ShipmentKey.NONE ? out.partition(id) : out.partition(LongTable.hash(key));
  }
}
