package com.barraiser.questions.firstevent.mutants;

import static com.barraiser.datasets.tables.OrderEvents.EVENT_TIME;
import static com.barraiser.datasets.tables.OrderEvents.EXTRA;
import static com.barraiser.datasets.tables.OrderEvents.ORDER_ID;
import static com.barraiser.datasets.tables.OrderEvents.STATUS;
import static com.barraiser.datasets.tables.OrderEvents.TABLE;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.get_json_object;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.try_to_timestamp;

import com.barraiser.vocabulary.Tables;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What mutants share that read the JSON lines by themselves instead of the table. */
final class RawLines {

  private static final String FIRST = "first";

  private RawLines() {}

  /** The first event by a time that is made from the time's text. */
  static Dataset<Row> firstBy(Tables tables, Column time) {
    Dataset<Row> lines =
        tables
            .linesOf(TABLE.name())
            .orElseThrow(() -> new IllegalArgumentException("needs order_events in JSON lines"));
    return lines
        .select(field(ORDER_ID), field(EVENT_TIME), field(STATUS))
        .na()
        .drop()
        .groupBy(ORDER_ID)
        .agg(min(struct(time.as("compared"), col(STATUS), col(EVENT_TIME))).as(FIRST))
        .select(
            col(ORDER_ID),
            try_to_timestamp(col(FIRST + "." + EVENT_TIME)).as(EVENT_TIME),
            col(FIRST + "." + STATUS),
            lit(null).cast("string").as(EXTRA));
  }

  private static Column field(String name) {
    return get_json_object(col("value"), "$." + name).as(name);
  }
}
