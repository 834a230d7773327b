package com.barraiser.questions.shippedgmv.solutions;

import com.barraiser.columnar.Batch;
import com.barraiser.columnar.Outgoing;
import com.barraiser.columnar.Sender;
import com.barraiser.columnar.TaskMemory;
import com.barraiser.columnar.TextKeys;
import com.barraiser.datasets.tables.ShipmentEvents;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.unsafe.types.UTF8String;

/** Sends the shipment of every event that says that it left. */
final class EventSender implements Sender<Batch> {

  private static final long SHIPPED = 1;

  private final Outgoing out;
  private final TextKeys types;

  EventSender(Outgoing out) {
    UTF8String shipped = UTF8String.fromString(ShipmentEvents.SHIPPED);
    this.out = out;
    this.types =
        new TextKeys(TaskMemory.ofThisTask(), 1, type -> type.equals(shipped) ? SHIPPED : 0);
  }

  @Override
  public void accept(Batch batch) {
    ColumnVector shipments = batch.column(0);
    ColumnVector eventTypes = batch.column(1);
    types.turnTo(batch);
    for (int i = 0; i < batch.rows(); i++) {
      int row = batch.position(i);
      // An event without one of these is rejected by the rules of its table.
      if (!eventTypes.isNullAt(row) && types.at(row) == SHIPPED && !shipments.isNullAt(row)) {
        send(shipments.getUTF8String(row));
      }
    }
  }

  private void send(UTF8String shipment) {
    long key = ShipmentKey.of(shipment);
    int partition = ShipmentSender.partition(out, key, shipment);
    if (key != ShipmentKey.NONE) {
      out.add(partition, key);
    } else {
      out.addOdd(partition, new long[0], shipment);
    }
  }
}
