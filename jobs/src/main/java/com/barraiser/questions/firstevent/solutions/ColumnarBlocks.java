package com.barraiser.questions.firstevent.solutions;

import static com.barraiser.datasets.tables.OrderEvents.EVENT_TIME;
import static com.barraiser.datasets.tables.OrderEvents.EXTRA;
import static com.barraiser.datasets.tables.OrderEvents.ORDER_ID;
import static com.barraiser.datasets.tables.OrderEvents.STATUS;
import static com.barraiser.datasets.tables.OrderEvents.TABLE;

import com.barraiser.columnar.Block;
import com.barraiser.columnar.ColumnarScan;
import com.barraiser.columnar.Rows;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * An event is two longs, an order's number and a time with the number of its status and extra; they
 * travel in blocks and meet in a table of longs.
 *
 * <p>One scan that never makes rows, one shuffle of 16 bytes an event, and a hash table per
 * partition that stays in a core's cache. It needs to know nothing about the data before: each
 * block brings the texts that it uses, and an id of another shape, a time before 1700 or after 2270
 * or one status too many takes a slower way in the same run. It wins wherever files give batches
 * (Parquet, Delta, JSON lines); for other inputs {@link PackedValues} answers. It loses in what it
 * takes to read: this is Spark's shuffle, but none of its expressions.
 */
public final class ColumnarBlocks implements Solution {

  @Override
  public String why() {
    return "Where the machine's limit is: columnar batches packed into longs, shuffled in blocks.";
  }

  @Override
  public Dataset<Row> answer(Tables tables, Parameters parameters) {
    Dataset<Row> events = tables.table(TABLE.name()).select(ORDER_ID, EVENT_TIME, STATUS, EXTRA);
    return ColumnarScan.of(events)
        .map(scan -> firstEvents(scan, events))
        .orElseGet(() -> new PackedValues().answer(tables, parameters));
  }

  private static Dataset<Row> firstEvents(ColumnarScan scan, Dataset<Row> events) {
    JavaRDD<Block> blocks = scan.shuffled(scan.partitions(), EventSender::new);
    return Rows.dataset(
        events.sparkSession(), blocks.mapPartitions(FirstEvents::of), TABLE.schema());
  }
}
