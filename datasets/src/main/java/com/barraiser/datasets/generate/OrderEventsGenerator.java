package com.barraiser.datasets.generate;

import static com.barraiser.datasets.generate.RowMarks.DAMAGE;
import static com.barraiser.datasets.generate.RowMarks.DUPLICATE;
import static com.barraiser.datasets.generate.RowMarks.HOTTEST;
import static com.barraiser.datasets.generate.RowMarks.LATE;
import static com.barraiser.datasets.generate.RowMarks.NOTATION;
import static com.barraiser.datasets.tables.OrderEvents.EVENT_TIME;
import static com.barraiser.datasets.tables.OrderEvents.EXTRA;
import static com.barraiser.datasets.tables.OrderEvents.ORDER_ID;
import static com.barraiser.datasets.tables.OrderEvents.STATUS;
import static com.barraiser.datasets.tables.OrderEvents.TABLE;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.when;

import com.barraiser.datasets.Format;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Generates {@code order_events}, four rows an order on average, in the order of their arrival, at
 * the times of a {@link Timeline}. One row in sixteen has further fields; in text, some times carry
 * an offset and some none.
 */
public final class OrderEventsGenerator implements Generator {

  private static final int EVENTS_PER_ORDER = 4;
  private static final double SHARE_WITH_EXTRA = 1.0 / 16;

  /** Weighted: most events are about orders that are on their way. */
  private static final String[] STATUSES = {
    "PLACED",
    "PLACED",
    "PLACED",
    "CONFIRMED",
    "CONFIRMED",
    "SHIPPED",
    "SHIPPED",
    "DELIVERED",
    "DELIVERED",
    "RETURNED",
    "CANCELED"
  };

  private static final String[] EXTRAS = {
    "{\"channel\":\"app\"}",
    "{\"channel\":\"web\",\"gift\":true}",
    "{\"channel\":\"phone\",\"units\":12}",
    "{\"coupon\":\"SPRING-24\",\"note\":\"ring twice, s'il vous pla\u00eet\"}"
  };

  @Override
  public Manifest write(
      SparkSession spark, Knobs knobs, Format format, int partitions, String folder) {
    Achievement achievement = new Achievement();
    Dataset<Row> events = achievement.observe(events(spark, knobs, partitions));
    TableFiles.write(TABLE, events, format, folder);
    return new Manifest(format.key(), knobs, Map.of(TABLE.name(), achievement.achieved()));
  }

  /** All rows with the columns of the table and how each row came about. */
  Dataset<Row> events(SparkSession spark, Knobs knobs, int partitions) {
    Draws draws = new Draws(knobs.seed());
    Repeats repeats = new Repeats(knobs.rows(), knobs.duplicates(), draws);
    Timeline timeline = new Timeline(knobs.rows(), knobs, draws);
    long orders = Math.max(1, repeats.originals() / EVENTS_PER_ORDER);
    Column row = col("row");
    Column source = col("source");
    Column order = col("order");
    return spark
        .range(0, knobs.rows(), 1, partitions)
        .toDF("row")
        .withColumn(DUPLICATE, repeats.isRepeat(row))
        .withColumn("source", repeats.source(row))
        .withColumn("order", draws.zipf(orders, knobs.skew(), "order", source))
        .select(
            OrderIds.of(order, draws).as(ORDER_ID),
            timestamp_micros(timeline.micros(source)).as(EVENT_TIME),
            draws.oneOf(STATUSES, "status", source).as(STATUS),
            when(
                    draws.within(SHARE_WITH_EXTRA, "has extra", source),
                    draws.oneOf(EXTRAS, "extra", source))
                .as(EXTRA),
            order.equalTo(0).as(HOTTEST),
            timeline.isLate(source).as(LATE),
            col(DUPLICATE),
            draws.damage(knobs.malformed(), row).as(DAMAGE),
            draws.notation(source).as(NOTATION));
  }
}
