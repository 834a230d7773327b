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
final class VisitSender implements Sender<Batch> {

  private final Outgoing out;
  private final TextKeys numbers;

  VisitSender(Outgoing out) {
    this.out = out;
    this.numbers =
        new TextKeys(
            TaskMemory.ofThisTask(), 1, marketplace -> out.texts().number(marketplace, null));
  }

  @Override
  public void accept(Batch batch) {
    ColumnVector customers = batch.column(0);
    ColumnVector marketplaces = batch.column(1);
    ColumnVector times = batch.column(2);
    numbers.turnTo(batch);
    for (int i = 0; i < batch.rows(); i++) {
      int row = batch.position(i);
      // A row without one of these is rejected by the rules of its table.
      if (!customers.isNullAt(row) && !marketplaces.isNullAt(row) && !times.isNullAt(row)) {
        send(customers.getLong(row), times.getLong(row), marketplaces, row);
      }
    }
  }

  private void send(long customer, long micros, ColumnVector marketplaces, int row) {
    int partition = out.partition(LongTable.hash(customer));
    int number = (int) numbers.at(row);
    if (PackedTime.fits(micros, number)) {
      out.add(partition, customer, PackedTime.of(micros, number));
    } else {
      out.addOdd(partition, new long[] {customer, micros}, marketplaces.getUTF8String(row));
    }
  }
}
