package com.barraiser.questions.shippedrevenue.solutions;

import static com.barraiser.datasets.tables.ShippingOrders.PRICE;
import static com.barraiser.questions.shippedrevenue.ShippedRevenue.FACT_ORDER;
import static com.barraiser.questions.shippedrevenue.ShippedRevenue.ORDERS;
import static com.barraiser.questions.shippedrevenue.ShippedRevenue.REVENUE;
import static com.barraiser.questions.shippedrevenue.ShippedRevenue.SHIPPED_REVENUE;
import static com.barraiser.questions.shippedrevenue.ShippedRevenue.SHIP_DATE;
import static com.barraiser.vocabulary.warehouse.Sides.NEW;
import static com.barraiser.vocabulary.warehouse.Sides.OLD;
import static com.barraiser.vocabulary.warehouse.Sides.before;
import static com.barraiser.vocabulary.warehouse.Sides.coming;
import static com.barraiser.vocabulary.warehouse.Sides.same;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;

import com.barraiser.vocabulary.warehouse.Claim;
import com.barraiser.vocabulary.warehouse.Warehouse;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The revenue of the days that orders have come to or left since it was computed last. */
final class Revenue {

  private static final StructType DAYS = new StructType().add(SHIP_DATE, DataTypes.DateType);

  /** What is thrown where the feed was not written, or a vacuum has removed it, or may have. */
  private static final Set<String> NO_FEED =
      Set.of(
          "DELTA_MISSING_CHANGE_DATA",
          "FAILED_READ_FILE.FILE_NOT_EXIST",
          Warehouse.VERSION_TOO_OLD);

  private Revenue() {}

  /** Adds up again what the orders' change feed names; nothing where it names no day. */
  static void refresh(Warehouse warehouse) {
    warehouse.change(
        "refresh " + SHIPPED_REVENUE,
        () -> {
          long version = warehouse.version(FACT_ORDER);
          long done = Claim.last(warehouse, SHIPPED_REVENUE, FACT_ORDER).orElse(-1);
          List<Object> days =
              done < version ? touchedDays(warehouse, done + 1, version) : List.of();
          if (!days.isEmpty()) {
            merge(warehouse, days, version);
          }
        });
  }

  /** The days on which orders of the feed were or are shipped. */
  private static List<Object> touchedDays(Warehouse warehouse, long first, long last) {
    try {
      return days(
          warehouse
              .spark()
              .read()
              .format("delta")
              .option("readChangeFeed", true)
              .option("startingVersion", first)
              .option("endingVersion", last)
              .load(warehouse.path(FACT_ORDER)));
    } catch (Exception e) { // Spark declares none of what it throws for a file that is gone.
      if (!saysNoFeed(e) && first >= warehouse.oldestVersion(FACT_ORDER)) {
        throw e;
      }
      // Every day may be touched.
      Dataset<Row> fact = warehouse.table(FACT_ORDER, last);
      return days(fact.select(SHIP_DATE).union(warehouse.table(SHIPPED_REVENUE).select(SHIP_DATE)));
    }
  }

  private static boolean saysNoFeed(Throwable error) {
    return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
        .anyMatch(
            cause ->
                cause instanceof SparkThrowable spark && NO_FEED.contains(spark.getCondition()));
  }

  private static List<Object> days(Dataset<Row> rows) {
    return rows
        .select(SHIP_DATE)
        .filter(col(SHIP_DATE).isNotNull())
        .distinct()
        .collectAsList()
        .stream()
        .map(row -> row.get(0))
        .toList();
  }

  /** A day that no order is shipped on any more is no row. */
  private static void merge(Warehouse warehouse, List<Object> days, long version) {
    Column isTouched = col(SHIP_DATE).isin(days.toArray());
    Dataset<Row> fact = warehouse.table(FACT_ORDER, version);
    Dataset<Row> revenue = perDay(fact.filter(isTouched));
    Dataset<Row> touched = warehouse.spark().createDataFrame(dayRows(days), DAYS);
    Dataset<Row> source = touched.join(revenue, new String[] {SHIP_DATE}, "left_outer");
    Column isGone = coming(ORDERS).isNull();
    Column differs =
        not(before(REVENUE).equalTo(coming(REVENUE)).and(before(ORDERS).equalTo(coming(ORDERS))));
    new Claim(FACT_ORDER, version)
        .merges(
            warehouse.spark(),
            () ->
                warehouse
                    .delta(SHIPPED_REVENUE)
                    .as(OLD)
                    .merge(source.as(NEW), same(List.of(SHIP_DATE)))
                    .whenMatched(isGone)
                    .delete()
                    .whenMatched(differs)
                    .updateAll()
                    .whenNotMatched(not(isGone))
                    .insertAll()
                    .execute());
  }

  /** What was shipped on every day. */
  static Dataset<Row> perDay(Dataset<Row> fact) {
    return fact.filter(col(SHIP_DATE).isNotNull())
        .groupBy(SHIP_DATE)
        .agg(
            sum(PRICE).cast(DataTypes.createDecimalType(28, 2)).as(REVENUE),
            count(lit(1)).as(ORDERS))
        .select(SHIP_DATE, REVENUE, ORDERS);
  }

  private static List<Row> dayRows(List<Object> days) {
    return days.stream().map(RowFactory::create).toList();
  }
}
