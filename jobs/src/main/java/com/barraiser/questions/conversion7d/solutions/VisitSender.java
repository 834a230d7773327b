package com.barraiser.questions.conversion7d.solutions;

import com.barraiser.columnar.Batch;
import com.barraiser.columnar.LongTable;
import com.barraiser.columnar.Outgoing;
import com.barraiser.columnar.PackedTime;
import com.barraiser.columnar.Sender;
import com.barraiser.columnar.TaskMemory;
import com.barraiser.columnar.TextKeys;
import org.apache.spark.sql.vectorized.ColumnVector;

/**
 * Sends every row that has a customer, a marketplace and a time, a session or an order, to the
 * partition of its customer: packed in two longs where it fits.
 */
final class VisitSender implements Sender {

  private final Outgoing out;
  private final TextKeys numbers;

  VisitSender(Outgoing out) {
    this.out = out;
    this.numbers =
        new TextKeys(TaskMemory.ofThisTask(), marketplace -> out.texts().number(marketplace, null));
  }

  @Override
  public void accept(Batch batch) {
    ColumnVector customers = batch.column(0);
    ColumnVector times = batch.column(2);
    long[] marketplaces = numbers.of(batch, 1);
    for (int i = 0; i < batch.rows(); i++) {
      int row = batch.position(i);
      // A row without one of these is rejected by the rules of its table.
      if (marketplaces[i] != TextKeys.NULL && !customers.isNullAt(row) && !times.isNullAt(row)) {
        send(customers.getLong(row), times.getLong(row), (int) marketplaces[i], batch, row);
      }
    }
  }

  private void send(long customer, long micros, int marketplace, Batch batch, int row) {
    int partition = out.partition(LongTable.hash(customer));
    if (PackedTime.fits(micros, marketplace)) {
      out.add(partition, customer, PackedTime.of(micros, marketplace));
    } else {
      out.addOdd(partition, customer, micros, batch.column(1).getUTF8String(row));
    }
  }
}
