package com.barraiser.datasets.generate;

import static com.barraiser.datasets.generate.RowMarks.DAMAGE;
import static com.barraiser.datasets.generate.RowMarks.DUPLICATE;
import static com.barraiser.datasets.generate.RowMarks.HOTTEST;
import static com.barraiser.datasets.generate.RowMarks.LATE;
import static com.barraiser.datasets.generate.RowMarks.NOTATION;
import static com.barraiser.datasets.tables.CustomerRecords.CUSTOMER_ID;
import static com.barraiser.datasets.tables.CustomerRecords.CUSTOMER_NAME;
import static com.barraiser.datasets.tables.CustomerRecords.SEGMENT;
import static com.barraiser.datasets.tables.CustomerRecords.UPDATED_AT;
import static com.barraiser.datasets.tables.ShippingOrders.ORDER_ID;
import static com.barraiser.datasets.tables.ShippingOrders.ORDER_TS;
import static com.barraiser.datasets.tables.ShippingOrders.PRICE;
import static com.barraiser.datasets.tables.ShippingOrders.SHIP_TS;
import static com.barraiser.datasets.tables.SkuRecords.CATEGORY;
import static com.barraiser.datasets.tables.SkuRecords.SKU_ID;
import static com.barraiser.datasets.tables.SkuRecords.SKU_NAME;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.timestamp_micros;

import com.barraiser.datasets.Format;
import com.barraiser.datasets.Table;
import com.barraiser.datasets.generate.BatchTimes.Span;
import com.barraiser.datasets.tables.CustomerRecords;
import com.barraiser.datasets.tables.ShippingOrders;
import com.barraiser.datasets.tables.SkuRecords;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Generates batches of {@code orders}, {@code customers} and {@code skus}, every few hours, in
 * folders that are named by day and hour. Orders come unshipped, mostly, and again when they ship;
 * repeated rows arrive on any day. Most members are in the first batch; the others come later than
 * some of the orders that name them.
 */
public final class HourlyOrdersGenerator implements BatchGenerator {

  private static final String DIVISORS_OF_A_DAY = "1, 2, 3, 4, 6, 8, 12 or 24";

  /** The hours from one batch to the next. */
  public static final Knob HOURS =
      new Knob("batch-hours", "hours from one batch to the next: " + DIVISORS_OF_A_DAY, 1, 24, 6);

  /** The share of orders' rows that are about an earlier order. */
  public static final Knob UPDATES =
      new Knob(
          "updates", "share of rows that say of an earlier order that it was shipped", 0, 1, 0.4);

  /** The share of members that do not arrive with the first batch. */
  public static final Knob LATE_MEMBERS =
      new Knob("late-members", "share of customers and products that come later", 0, 1, 0.1);

  private static final String ROW = "row";
  private static final String SOURCE = "source";
  private static final String SUBJECT = "subject";
  private static final String MEMBER = "member";

  @Override
  public List<Knob> knobs() {
    return List.of(HOURS, UPDATES, LATE_MEMBERS);
  }

  @Override
  public void check(Knobs knobs) {
    double hours = knobs.own(HOURS);
    if (!BatchTimes.divideADay(hours)) {
      throw new IllegalArgumentException(
          "%s=%s cuts no day into batches; take one of %s"
              .formatted(HOURS.name(), hours, DIVISORS_OF_A_DAY));
    }
  }

  @Override
  public void checkHistory(Knobs knobs) {
    if (knobs.own().containsKey(HOURS.name())) {
      throw new IllegalArgumentException(
          HOURS.name() + " has no part in a history, which arrives by day");
    }
  }

  @Override
  public Manifest write(
      SparkSession spark, Knobs knobs, Format format, int partitions, String folder) {
    BatchTimes times = BatchTimes.every((int) knobs.own(HOURS), knobs.days());
    HourlyOrders orders = HourlyOrders.of(knobs, times);
    int files = Math.max(1, partitions / times.batches());
    for (int batch = 0; batch < times.batches(); batch++) {
      String place = folder + "/" + times.name(batch);
      write(spark, orders, Span.of(batch), format, files, place);
    }
    return manifest(spark, orders, format, partitions);
  }

  @Override
  public Manifest writeHistory(
      SparkSession spark, Knobs knobs, Format format, int partitions, String folder) {
    BatchTimes days = BatchTimes.every(BatchTimes.HOURS_A_DAY, knobs.days());
    HourlyOrders orders = HourlyOrders.of(knobs, days);
    write(spark, orders, days.history(), format, partitions, folder + "/" + HISTORY);
    write(spark, orders, days.last(), format, 1, folder + "/" + LAST_DAY);
    return manifest(spark, orders, format, partitions);
  }

  private void write(
      SparkSession spark, HourlyOrders orders, Span span, Format format, int files, String place) {
    Knobs knobs = orders.knobs();
    Dataset<Row> rows = orders.times().rows(spark, knobs.rows(), span, files);
    TableFiles.write(ShippingOrders.TABLE, orders(orders, rows), format, place);
    if (span.isBeginning() || knobs.own(LATE_MEMBERS) > 0) {
      Column isNow = span.contains(orders.arrival(CustomerRecords.TABLE, col(MEMBER)));
      Column isNowToo = span.contains(orders.arrival(SkuRecords.TABLE, col(MEMBER)));
      Dataset<Row> members = members(spark, orders.customers(), files).filter(isNow);
      Dataset<Row> skus = members(spark, orders.skus(), files).filter(isNowToo);
      TableFiles.write(CustomerRecords.TABLE, customers(orders, members), format, place);
      TableFiles.write(SkuRecords.TABLE, skus(orders, skus), format, place);
    }
  }

  private Manifest manifest(
      SparkSession spark, HourlyOrders orders, Format format, int partitions) {
    Dataset<Row> all = spark.range(0, orders.knobs().rows(), 1, partitions).toDF(ROW);
    return new Manifest(
        format.key(),
        orders.knobs(),
        Map.of(
            ShippingOrders.TABLE.name(),
            Achievement.of(orders(orders, all)),
            CustomerRecords.TABLE.name(),
            Achievement.of(customers(orders, members(spark, orders.customers(), partitions))),
            SkuRecords.TABLE.name(),
            Achievement.of(skus(orders, members(spark, orders.skus(), partitions)))));
  }

  private static Dataset<Row> members(SparkSession spark, long members, int files) {
    return spark.range(0, members, 1, files).toDF(MEMBER);
  }

  /** The orders of some rows with the columns of the table and how each row came about. */
  Dataset<Row> orders(HourlyOrders orders, Dataset<Row> rows) {
    Draws draws = orders.draws(ShippingOrders.TABLE);
    return rows.withColumn(DUPLICATE, orders.repeats().isRepeat(col(ROW)))
        .withColumn(SOURCE, orders.repeats().source(col(ROW)))
        .withColumn(SUBJECT, orders.subject(col(SOURCE)))
        .withColumn(MEMBER, orders.customer(col(SUBJECT)))
        .select(
            OrderIds.of(col(SUBJECT), draws).as(ORDER_ID),
            Shoppers.id(col(MEMBER)).as(CUSTOMER_ID),
            HourlyOrders.skuId(orders.sku(col(SUBJECT))).as(SKU_ID),
            timestamp_micros(orders.placedMicros(col(SUBJECT))).as(ORDER_TS),
            timestamp_micros(orders.shipMicros(col(SUBJECT), col(SOURCE))).as(SHIP_TS),
            orders.price(col(SUBJECT)).as(PRICE),
            timestamp_micros(orders.updatedMicros(col(SUBJECT), col(SOURCE))).as(UPDATED_AT),
            col(MEMBER).equalTo(0).as(HOTTEST),
            orders.isLate(col(SUBJECT), col(SOURCE)).as(LATE),
            col(DUPLICATE),
            orders.damage(ShippingOrders.TABLE, col(ROW)).as(DAMAGE),
            draws.notation(col(SOURCE)).as(NOTATION));
  }

  /** Customers with the columns of the table and how each row came about. */
  Dataset<Row> customers(HourlyOrders orders, Dataset<Row> members) {
    String[] segments = {"CONSUMER", "BUSINESS", "STUDENT"};
    return members.select(
        marked(
            orders,
            CustomerRecords.TABLE,
            Shoppers.id(col(MEMBER)).as(CUSTOMER_ID),
            concat(lit("Customer "), col(MEMBER)).as(CUSTOMER_NAME),
            orders
                .draws(CustomerRecords.TABLE)
                .oneOf(segments, "segment", col(MEMBER))
                .as(SEGMENT)));
  }

  /** Products with the columns of the table and how each row came about. */
  Dataset<Row> skus(HourlyOrders orders, Dataset<Row> members) {
    String[] categories = {"BOOKS", "ELECTRONICS", "GROCERY", "TOYS", "GARDEN"};
    return members.select(
        marked(
            orders,
            SkuRecords.TABLE,
            HourlyOrders.skuId(col(MEMBER)).as(SKU_ID),
            concat(lit("Product "), col(MEMBER)).as(SKU_NAME),
            orders
                .draws(SkuRecords.TABLE)
                .oneOf(categories, "category", col(MEMBER))
                .as(CATEGORY)));
  }

  private static Column[] marked(HourlyOrders orders, Table table, Column... columns) {
    Column isLate = orders.arrival(table, col(MEMBER)).gt(0);
    return Stream.concat(
            Arrays.stream(columns),
            Stream.of(
                timestamp_micros(orders.recordedMicros(table, col(MEMBER))).as(UPDATED_AT),
                lit(false).as(HOTTEST),
                isLate.as(LATE),
                lit(false).as(DUPLICATE),
                orders.damage(table, col(MEMBER)).as(DAMAGE),
                orders.draws(table).notation(col(MEMBER)).as(NOTATION)))
        .toArray(Column[]::new);
  }
}
