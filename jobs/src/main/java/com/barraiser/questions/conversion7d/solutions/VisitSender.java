package com.barraiser.questions.conversion7d.solutions;

import com.barraiser.columnar.Batch;
import com.barraiser.columnar.LongTable;
import com.barraiser.columnar.Outgoing;
import com.barraiser.columnar.PackedTime;
import com.barraiser.columnar.Sender;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Sends every row that has a customer, a marketplace and a time, a session or an order, to the
 * partition of its customer: packed in two longs where it fits.
 */
final class VisitSender implements Sender {

  @Override
  public void accept(Batch batch, Outgoing out) {
    ColumnVector customers = batch.column(0);
    ColumnVector marketplaces = batch.column(1);
    ColumnVector times = batch.column(2);
    for (int i = 0; i < batch.rows(); i++) {
      int row = batch.position(i);
      // A row without one of these is rejected by the rules of its table.
      if (!customers.isNullAt(row) && !marketplaces.isNullAt(row) && !times.isNullAt(row)) {
        send(customers.getLong(row), marketplaces.getUTF8String(row), times.getLong(row), out);
      }
    }
  }

  private static void send(long customer, UTF8String marketplace, long micros, Outgoing out) {
    int partition = out.partition(LongTable.hash(customer));
    int number = out.texts().number(marketplace, null);
    if (PackedTime.fits(micros, number)) {
      out.add(partition, customer, PackedTime.of(micros, number));
    } else {
      out.addOdd(partition, customer, micros, marketplace);
    }
  }
}
