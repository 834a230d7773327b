package com.barraiser.questions.firstevent.solutions;

import static com.barraiser.datasets.tables.OrderEvents.EVENT_TIME;
import static com.barraiser.datasets.tables.OrderEvents.EXTRA;
import static com.barraiser.datasets.tables.OrderEvents.ORDER_ID;
import static com.barraiser.datasets.tables.OrderEvents.STATUS;
import static com.barraiser.datasets.tables.OrderEvents.TABLE;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;

import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Structs compare field by field, null first, so the first event is the smallest struct.
 *
 * <p>One shuffle. It wins in brevity and needs no assumption; it loses time, since a struct has no
 * fixed width and Spark therefore aggregates by sorting, before and after the shuffle.
 */
public final class MinStruct implements Solution {

  private static final String FIRST = "first";

  @Override
  public String why() {
    return "The shortest: the smallest (time, status, extra) of each order. Still sorts.";
  }

  @Override
  public Dataset<Row> answer(Tables tables, Parameters parameters) {
    return tables
        .table(TABLE.name())
        .groupBy(ORDER_ID)
        .agg(min(struct(col(EVENT_TIME), col(STATUS), col(EXTRA))).as(FIRST))
        .select(col(ORDER_ID), col(FIRST + ".*"));
  }
}
