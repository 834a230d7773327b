package com.barraiser.datasets.generate;

import static com.barraiser.datasets.generate.OrderEventsGenerator.DAMAGE;
import static com.barraiser.datasets.generate.OrderEventsGenerator.NOTATION;
import static com.barraiser.datasets.tables.OrderEvents.EVENT_TIME;
import static com.barraiser.datasets.tables.OrderEvents.EXTRA;
import static com.barraiser.datasets.tables.OrderEvents.ORDER_ID;
import static com.barraiser.datasets.tables.OrderEvents.STATUS;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import com.barraiser.datasets.Format;
import com.barraiser.datasets.write.LineWriter;
import com.barraiser.datasets.write.TableWriter;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Writes generated order events, damaged rows among them, in each format. */
final class OrderEventsFiles {

  private static final String PATTERN = "yyyy-MM-dd'T'HH:mm:ss.SSSSSS";
  private static final String IMPOSSIBLE_TIME = "2024-02-30T25:00:00Z";

  private OrderEventsFiles() {}

  static void write(Dataset<Row> events, Format format, String folder) {
    switch (format) {
      case JSON -> LineWriter.write(events.select(jsonLine()), folder, "json");
      case CSV -> TableWriter.write(csvRows(events), Format.CSV, folder);
      case PARQUET, DELTA -> TableWriter.write(columnarRows(events), format, folder);
    }
  }

  private static Column jsonLine() {
    Column id = field(ORDER_ID, quoted(col(ORDER_ID)));
    Column time = field(EVENT_TIME, quoted(timeText()));
    Column wrongTime = field(EVENT_TIME, quoted(lit(IMPOSSIBLE_TIME)));
    Column status = field(STATUS, quoted(col(STATUS)));
    Column extras =
        when(col(EXTRA).isNull(), "")
            .otherwise(
                concat(lit(","), substring(col(EXTRA), lit(2), length(col(EXTRA)).minus(2))));
    Column whole = object(id, time, status, extras);
    return when(col(DAMAGE).isNull(), whole)
        .when(damaged(0), object(time, status, extras))
        .when(damaged(1), object(id, wrongTime, status, extras))
        .when(damaged(2), object(id, time, field(STATUS, lit("null")), extras))
        .when(damaged(3), substring(whole, lit(1), length(whole).minus(9)))
        .otherwise(concat(lit("["), whole, lit("]")))
        .as("value");
  }

  private static Dataset<Row> csvRows(Dataset<Row> events) {
    return events.select(
        unless(damaged(0), col(ORDER_ID)).as(ORDER_ID),
        when(damaged(1), IMPOSSIBLE_TIME).otherwise(timeText()).as(EVENT_TIME),
        unless(col(DAMAGE).geq(2), col(STATUS)).as(STATUS),
        col(EXTRA));
  }

  private static Dataset<Row> columnarRows(Dataset<Row> events) {
    return events.select(
        unless(damaged(0), col(ORDER_ID)).as(ORDER_ID),
        unless(damaged(1), col(EVENT_TIME)).as(EVENT_TIME),
        unless(col(DAMAGE).geq(2), col(STATUS)).as(STATUS),
        col(EXTRA));
  }

  /** The same instant, written with an offset, without one, or in UTC. */
  private static Column timeText() {
    Column time = col(EVENT_TIME);
    return when(col(NOTATION).equalTo(0), shifted(time, "5 hours 30 minutes", "+05:30"))
        .when(col(NOTATION).equalTo(1), shifted(time, "-8 hours", "-08:00"))
        .when(col(NOTATION).equalTo(2), date_format(time, PATTERN))
        .otherwise(concat(date_format(time, PATTERN), lit("Z")));
  }

  private static Column shifted(Column time, String interval, String suffix) {
    return concat(date_format(time.plus(expr("INTERVAL " + interval)), PATTERN), lit(suffix));
  }

  private static Column damaged(int kind) {
    return col(DAMAGE).equalTo(kind);
  }

  private static Column unless(Column condition, Column value) {
    return when(condition, lit(null)).otherwise(value);
  }

  private static Column field(String name, Column value) {
    return concat(lit("\"" + name + "\":"), value);
  }

  private static Column quoted(Column text) {
    return concat(lit("\""), text, lit("\""));
  }

  private static Column object(Column first, Column second, Column third, Column rest) {
    return concat(lit("{"), first, lit(","), second, lit(","), third, rest, lit("}"));
  }

  private static Column object(Column first, Column second, Column rest) {
    return concat(lit("{"), first, lit(","), second, rest, lit("}"));
  }
}
