package com.barraiser.questions.categoryshare.solutions;

import com.barraiser.columnar.Batch;
import com.barraiser.columnar.Outgoing;
import com.barraiser.columnar.Sender;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.unsafe.types.UTF8String;

/** Sends the known marketplaces, each to its partition. */
final class KnownSender implements Sender<Batch> {

  private final Outgoing out;

  KnownSender(Outgoing out) {
    this.out = out;
  }

  @Override
  public void accept(Batch batch) {
    ColumnVector ids = batch.column(0);
    for (int i = 0; i < batch.rows(); i++) {
      int row = batch.position(i);
      // A marketplace without an id is rejected by the rules of its table.
      if (!ids.isNullAt(row)) {
        UTF8String id = ids.getUTF8String(row);
        out.addOdd(out.partition(id), new long[0], id);
      }
    }
  }
}
