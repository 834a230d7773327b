package com.barraiser.datasets.generate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.datasets.Format;
import com.barraiser.datasets.Table;
import com.barraiser.datasets.read.Source;
import com.barraiser.datasets.read.TableReader;
import com.barraiser.datasets.tables.AddressChanges;
import com.barraiser.datasets.tables.DeliveryEvents;
import com.barraiser.datasets.tables.OrderLines;
import com.barraiser.datasets.tables.ShippingOrders;
import com.barraiser.testing.DatasetEquality;
import com.barraiser.testing.WithSpark;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Batches are the same whatever they are cut into, and achieve what was asked for. */
@WithSpark
class BatchGeneratorsTest {

  private final SparkSession spark;

  @TempDir private Path folder;

  BatchGeneratorsTest(SparkSession spark) {
    this.spark = spark;
  }

  @Tag("long")
  @Test
  void deliveriesAndChangesAreTheSameInAnyNumberOfFiles() {
    Knobs knobs = new Knobs(400, 7, 0.5, 0.2, 0.1, 0.05, 2, Map.of("updates", 0.2));
    Manifest one = write(new AddressesAndDeliveriesGenerator(), knobs, 1, "one");
    Manifest four = write(new AddressesAndDeliveriesGenerator(), knobs, 4, "four");
    assertThat(four).isEqualTo(one);
    for (Table feed : new Table[] {AddressChanges.TABLE, DeliveryEvents.TABLE}) {
      for (String day : new String[] {"2024-03-01", "2024-03-02"}) {
        DatasetEquality.assertSameRows(rows(feed, "one", day), rows(feed, "four", day));
      }
    }
    Manifest.Achieved deliveries = one.achieved().get(DeliveryEvents.TABLE.name());
    assertThat(deliveries.rows()).isEqualTo(400);
    assertThat(deliveries.duplicates()).isEqualTo(0.1);
    assertThat(deliveries.late()).isBetween(0.1, 0.3);
    assertThat(deliveries.malformed()).isBetween(0.01, 0.1);
  }

  @Test
  void ordersComeInBatchesOfHoursAndShipLater() {
    Knobs knobs = new Knobs(300, 7, 0, 0.1, 0.1, 0, 1, Map.of("batch-hours", 12.0));
    Manifest manifest = write(new HourlyOrdersGenerator(), knobs, 1, "hours");
    assertThat(manifest.achieved().get(ShippingOrders.TABLE.name()).rows()).isEqualTo(300);
    Dataset<Row> orders =
        rows(ShippingOrders.TABLE, "hours", "2024-03-01T00")
            .union(rows(ShippingOrders.TABLE, "hours", "2024-03-01T12"));
    assertThat(orders.count()).isEqualTo(300);
    assertThat(orders.select("order_id").distinct().count()).isBetween(100L, 250L);
    assertThat(orders.filter("ship_ts IS NULL").count()).isBetween(50L, 250L);
  }

  @Test
  void ordersLieInTheTimeOfTheirBatchAndShipAfterTheyArePlaced() {
    Knobs knobs = new Knobs(500, 7, 0, 0.5, 0, 0, 1, Map.of("batch-hours", 12.0));
    Manifest manifest = write(new HourlyOrdersGenerator(), knobs, 1, "hours");
    String noon = "TIMESTAMP '2024-03-01T12:00:00Z'";
    Dataset<Row> first = rows(ShippingOrders.TABLE, "hours", "2024-03-01T00");
    Dataset<Row> second = rows(ShippingOrders.TABLE, "hours", "2024-03-01T12");
    assertThat(first.filter("updated_at >= " + noon).count()).isZero();
    assertThat(second.filter("updated_at < " + noon).count()).isZero();
    Dataset<Row> orders = first.union(second);
    assertThat(orders.filter("ship_ts < order_ts OR order_ts > updated_at").count()).isZero();
    long late = orders.filter("ship_ts <= updated_at - INTERVAL 1 HOUR").count();
    assertThat(late).isPositive();
    assertThat(manifest.achieved().get(ShippingOrders.TABLE.name()).late()).isEqualTo(late / 500.0);
  }

  /** A hundred rows a day, of so many days that fractions of them are none of two. */
  @Test
  void firstRowOfEveryDayLiesInIt() {
    Column time = timestamp_micros(Timeline.steady(4_900, 49, 0, new Draws(7)).micros(col("row")));
    Dataset<Row> rows = spark.range(4_900).toDF("row").withColumn("date", time.cast("date"));
    Dataset<Row> others =
        rows.filter("date <> date_add(DATE '2024-03-01', CAST(row DIV 100 AS INT))");
    assertThat(others.count()).isZero();
  }

  @Test
  void updatesSpreadOverTheLinesBefore() {
    Knobs knobs = new Knobs(1_000, 7, 0, 0, 0, 0, 1, Map.of("updates", 1.0));
    Dataset<Row> versions =
        new LandingGenerator().lines(spark, knobs, 2).groupBy("order_id", "line_id").count();
    assertThat(versions.agg(max("count")).head().getLong(0)).isLessThan(30);
  }

  @Test
  void landedFilesThatSparkCutsHoldAllRows() {
    SparkSession cutting = spark.newSession();
    cutting.conf().set("spark.sql.files.maxRecordsPerFile", 10);
    String place = folder.resolve("landing").toString();
    new LandingGenerator().write(cutting, new Knobs(300, 7, 0, 0, 0, 0, 2), Format.JSON, 1, place);
    assertThat(spark.read().text(place + "/event_date=*/marketplace_id=*").count()).isEqualTo(300);
  }

  @Test
  void linesOfALandingZoneMoveAndTheirIdsGrow() {
    Knobs knobs = new Knobs(300, 7, 0.5, 0.1, 0.1, 0, 10, Map.of("updates", 0.5, "moves", 0.5));
    Dataset<Row> lines = new LandingGenerator().lines(spark, knobs, 2).cache();
    Dataset<Row> places =
        lines
            .groupBy("order_id", "line_id")
            .agg(count_distinct(struct("event_date", "marketplace_id")).as("places"));
    assertThat(places.filter("places = 2").count()).isBetween(10L, 100L);
    assertThat(places.filter("places > 2").count()).isZero();
    assertThat(lines.filter("event_date < DATE '2024-03-01'").count()).isZero();
    Dataset<Row> days =
        lines
            .groupBy(col("order_ts").cast("date").as("day"))
            .agg(min("order_id").as("first"), max("order_id").as("last"));
    assertThat(
            days.as("a")
                .join(days.as("b"), expr("a.day < b.day AND a.last >= b.first"), "inner")
                .count())
        .isZero();
  }

  @Tag("long")
  @Test
  void historyAndTheLastDayAreTheSameBatchesAsDays() {
    Knobs knobs = new Knobs(300, 7, 0, 0.2, 0.1, 0, 3, Map.of("updates", 0.2));
    BatchGenerator generator = new AddressesAndDeliveriesGenerator();
    write(generator, knobs, 1, "days");
    generator.writeHistory(spark, knobs, Format.JSON, 2, folder.resolve("history").toString());
    for (Table feed : new Table[] {AddressChanges.TABLE, DeliveryEvents.TABLE}) {
      DatasetEquality.assertSameRows(
          rows(feed, "days", "2024-03-01").union(rows(feed, "days", "2024-03-02")),
          rows(feed, "history", BatchGenerator.HISTORY));
      DatasetEquality.assertSameRows(
          rows(feed, "days", "2024-03-03"), rows(feed, "history", BatchGenerator.LAST_DAY));
    }
  }

  @Tag("long")
  @Test
  void whatLandsOnTheLastDayIsNoHistory() {
    Knobs knobs = new Knobs(300, 7, 0, 0.2, 0, 0, 3);
    new LandingGenerator()
        .writeHistory(spark, knobs, Format.JSON, 2, folder.resolve("landing").toString());
    Dataset<Row> history = rows(OrderLines.TABLE, "landing", BatchGenerator.HISTORY);
    Dataset<Row> day = rows(OrderLines.TABLE, "landing", BatchGenerator.LAST_DAY);
    assertThat(history.filter("updated_at >= TIMESTAMP '2024-03-03T00:00:00Z'").count()).isZero();
    assertThat(day.filter("updated_at < TIMESTAMP '2024-03-03T00:00:00Z'").count()).isPositive();
    assertThat(history.count() + day.count()).isBetween(200L, 300L);
  }

  private Manifest write(Generator generator, Knobs knobs, int partitions, String name) {
    return generator.write(spark, knobs, Format.JSON, partitions, folder.resolve(name).toString());
  }

  private Dataset<Row> rows(Table feed, String name, String batch) {
    String place = folder.resolve(name).resolve(batch).resolve(feed.name()).toString();
    return TableReader.open(spark, feed, Source.at(spark.sessionState().newHadoopConf(), place))
        .rows();
  }
}
