package com.barraiser.questions.firstevent.solutions;

import com.barraiser.columnar.Batch;
import com.barraiser.columnar.LongTable;
import com.barraiser.columnar.Outgoing;
import com.barraiser.columnar.PackedTime;
import com.barraiser.columnar.Sender;
import com.barraiser.columnar.TaskMemory;
import com.barraiser.columnar.TextKeys;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.unsafe.types.UTF8String;

/** Sends every event to the partition of its order: packed in two longs where it fits. */
final class EventSender implements Sender {

  private final Outgoing out;
  private final TextKeys plainKinds;

  EventSender(Outgoing out) {
    this.out = out;
    this.plainKinds =
        new TextKeys(TaskMemory.ofThisTask(), status -> out.texts().number(status, null));
  }

  @Override
  public void accept(Batch batch) {
    ColumnVector ids = batch.column(0);
    ColumnVector times = batch.column(1);
    ColumnVector extras = batch.column(3);
    long[] kinds = plainKinds.of(batch, 2);
    for (int i = 0; i < batch.rows(); i++) {
      int row = batch.position(i);
      // An event without one of these is rejected by the rules of its table.
      if (kinds[i] != TextKeys.NULL && !ids.isNullAt(row) && !times.isNullAt(row)) {
        boolean isPlain = extras.isNullAt(row);
        send(batch, row, isPlain ? (int) kinds[i] : kind(batch, row));
      }
    }
  }

  /** The number of a status with what the event has besides. */
  private int kind(Batch batch, int row) {
    UTF8String status = batch.column(2).getUTF8String(row);
    return out.texts().number(status, batch.column(3).getUTF8String(row));
  }

  private void send(Batch batch, int row, int kind) {
    UTF8String id = batch.column(0).getUTF8String(row);
    long micros = batch.column(1).getLong(row);
    long key = OrderKey.of(id);
    long hash = LongTable.hash(key == OrderKey.NONE ? id.hashCode() : key);
    if (key != OrderKey.NONE && PackedTime.fits(micros, kind)) {
      out.add(out.partition(hash), key, PackedTime.of(micros, kind));
    } else {
      UTF8String status = batch.column(2).getUTF8String(row);
      ColumnVector extras = batch.column(3);
      UTF8String extra = extras.isNullAt(row) ? null : extras.getUTF8String(row);
      out.addOdd(out.partition(hash), micros, 0, id, status, extra);
    }
  }
}
