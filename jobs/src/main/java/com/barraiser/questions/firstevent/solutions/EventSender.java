package com.barraiser.questions.firstevent.solutions;

import com.barraiser.columnar.Batch;
import com.barraiser.columnar.LongTable;
import com.barraiser.columnar.OrderKey;
import com.barraiser.columnar.Outgoing;
import com.barraiser.columnar.PackedTime;
import com.barraiser.columnar.Sender;
import com.barraiser.columnar.TaskMemory;
import com.barraiser.columnar.TextKeys;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.unsafe.types.UTF8String;

/** Sends every event to the partition of its order: packed in two longs where it fits. */
final class EventSender implements Sender<Batch> {

  private final Outgoing out;
  private final TextKeys plainKinds;

  EventSender(Outgoing out) {
    this.out = out;
    this.plainKinds =
        new TextKeys(TaskMemory.ofThisTask(), 2, status -> out.texts().number(status, null));
  }

  @Override
  public void accept(Batch batch) {
    ColumnVector ids = batch.column(0);
    ColumnVector times = batch.column(1);
    ColumnVector statuses = batch.column(2);
    ColumnVector extras = batch.column(3);
    plainKinds.turnTo(batch);
    for (int i = 0; i < batch.rows(); i++) {
      int row = batch.position(i);
      // An event without one of these is rejected by the rules of its table.
      if (!ids.isNullAt(row) && !times.isNullAt(row) && !statuses.isNullAt(row)) {
        UTF8String extra = extras.isNullAt(row) ? null : extras.getUTF8String(row);
        send(ids.getUTF8String(row), times.getLong(row), statuses, row, extra);
      }
    }
  }

  private void send(UTF8String id, long micros, ColumnVector statuses, int row, UTF8String extra) {
    long key = OrderKey.of(id);
    int partition = key == OrderKey.NONE ? out.partition(id) : out.partition(LongTable.hash(key));
    int kind =
        extra == null
            ? (int) plainKinds.at(row)
            : out.texts().number(statuses.getUTF8String(row), extra);
    if (key != OrderKey.NONE && PackedTime.fits(micros, kind)) {
      out.add(partition, key, PackedTime.of(micros, kind));
    } else {
      out.addOdd(partition, new long[] {micros}, id, statuses.getUTF8String(row), extra);
    }
  }
}
