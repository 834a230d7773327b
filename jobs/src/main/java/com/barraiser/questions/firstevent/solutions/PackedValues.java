package com.barraiser.questions.firstevent.solutions;

import static com.barraiser.datasets.tables.OrderEvents.EVENT_TIME;
import static com.barraiser.datasets.tables.OrderEvents.EXTRA;
import static com.barraiser.datasets.tables.OrderEvents.ORDER_ID;
import static com.barraiser.datasets.tables.OrderEvents.STATUS;
import static com.barraiser.datasets.tables.OrderEvents.TABLE;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;

import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Time, status and extra become one BIGINT that sorts as they do; the first event has the smallest.
 *
 * <p>A pass over the values first learns their range; then one shuffle. A BIGINT has a fixed width,
 * so Spark aggregates in a hash map and sorts nothing. It wins on tables with few distinct statuses
 * and extras; with more than 32 of either, or values that do not fit a BIGINT together, it loses
 * that first pass, and {@link MinStruct} answers.
 */
public final class PackedValues implements Solution {

  private static final String CODE = "code";

  /** As bytes: for a text key Spark puts a small map before the large one, and misses in both. */
  private static final String KEY = "key";

  @Override
  public String why() {
    return "The fastest plain one: each event packed into one number, so that nothing is sorted.";
  }

  @Override
  public Dataset<Row> answer(Tables tables, Parameters parameters) {
    Dataset<Row> events = tables.table(TABLE.name());
    return EventPacking.of(events)
        .map(packing -> smallestCode(events, packing))
        .orElseGet(() -> new MinStruct().answer(tables, parameters));
  }

  private static Dataset<Row> smallestCode(Dataset<Row> events, EventPacking packing) {
    return events
        .select(col(ORDER_ID).cast("binary").as(KEY), packing.code().as(CODE))
        .groupBy(KEY)
        .agg(min(CODE).as(CODE))
        .select(
            col(KEY).cast("string").as(ORDER_ID),
            packing.eventTime(col(CODE)).as(EVENT_TIME),
            packing.status(col(CODE)).as(STATUS),
            packing.extra(col(CODE)).as(EXTRA));
  }
}
