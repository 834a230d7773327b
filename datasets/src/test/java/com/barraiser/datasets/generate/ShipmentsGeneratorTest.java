package com.barraiser.datasets.generate;

import static com.barraiser.datasets.tables.OrderTotals.ORDER_ID;
import static com.barraiser.datasets.tables.OrderTotals.ORDER_TOTAL;
import static com.barraiser.datasets.tables.OrderTotals.ORDER_TS;
import static com.barraiser.datasets.tables.ShipmentEvents.EVENT_TYPE;
import static com.barraiser.datasets.tables.Shipments.SHIPMENT_ID;
import static com.barraiser.datasets.tables.Shipments.SHIPPED_TS;
import static com.barraiser.testing.DatasetEquality.assertSameRows;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.md5;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.spark_partition_id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.barraiser.datasets.Format;
import com.barraiser.datasets.Table;
import com.barraiser.datasets.generate.Manifest.Achieved;
import com.barraiser.datasets.read.Orphans;
import com.barraiser.datasets.read.Source;
import com.barraiser.datasets.read.TableInput;
import com.barraiser.datasets.read.TableReader;
import com.barraiser.datasets.tables.OrderTotals;
import com.barraiser.datasets.tables.ShipmentEvents;
import com.barraiser.datasets.tables.Shipments;
import com.barraiser.testing.WithSpark;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@WithSpark
class ShipmentsGeneratorTest {

  private static final List<Table> TABLES =
      List.of(OrderTotals.TABLE, Shipments.TABLE, ShipmentEvents.TABLE);
  private static final Knobs KNOBS =
      new Knobs(4_000, 42, 0.8, 0.1, 0.2, 0.05, 7, Map.of("orphans", 0.03));

  private final SparkSession spark;
  private final Path folder;
  private final ShipmentsGenerator generator = new ShipmentsGenerator();

  ShipmentsGeneratorTest(SparkSession spark, @TempDir Path folder) {
    this.spark = spark;
    this.folder = folder;
  }

  @Tag("long")
  @Test
  void partitionsDoNotChangeTheRows() {
    TABLES.forEach(table -> assertSameRows(made(table, KNOBS, 1), made(table, KNOBS, 3)));
  }

  @Tag("long")
  @ParameterizedTest
  @EnumSource(names = {"JSON", "PARQUET"})
  void formatHoldsTheSameRowsAndRejectsTheDamagedOnes(Format format) {
    Map<String, Achieved> achieved = write(KNOBS, format).achieved();
    TABLES.forEach(table -> assertWritten(table, achieved.get(table.name())));
  }

  @Tag("by-hand")
  @ParameterizedTest
  @EnumSource(names = {"CSV", "DELTA"})
  void otherFormatHoldsTheSameRowsToo(Format format) {
    formatHoldsTheSameRowsAndRejectsTheDamagedOnes(format);
  }

  @Tag("long")
  @ParameterizedTest
  @CsvSource({"0, 0, 0", "0, 0.05, 0.8", "0.5, 0.05, 0.8", "1, 0, 0"})
  void manifestStatesTheOrphansThatAReaderFinds(double orphans, double malformed, double skew) {
    Knobs knobs = new Knobs(20_000, 7, skew, 0, 0.1, malformed, 7, Map.of("orphans", orphans));
    Map<String, Achieved> achieved = write(knobs, Format.PARQUET).achieved();
    Map<String, TableInput> inputs =
        TABLES.stream().collect(Collectors.toMap(Table::name, table -> written(table)));
    for (Table table : List.of(Shipments.TABLE, ShipmentEvents.TABLE)) {
      long found =
          new Orphans(table, inputs::get).counts().values().stream().mapToLong(n -> n).sum();
      Achieved stated = achieved.get(table.name());
      assertThat(stated.further().get("orphans")).isEqualTo(found / (double) stated.rows());
      assertThat(found / (double) stated.rows())
          .isCloseTo((1 - malformed) * (orphans + (1 - orphans) * malformed), offset(0.05));
    }
  }

  @Tag("long")
  @Test
  void noKnobNoOrphan() {
    Knobs knobs = Knobs.rows(20_000);
    Dataset<Row> orders = made(OrderTotals.TABLE, knobs, 2).select(ORDER_ID);
    Dataset<Row> shipments = made(Shipments.TABLE, knobs, 2);
    Dataset<Row> events = made(ShipmentEvents.TABLE, knobs, 2);
    assertThat(
            shipments
                .join(orders, shipments.col(ORDER_ID).equalTo(orders.col(ORDER_ID)), "left_anti")
                .count())
        .isZero();
    Dataset<Row> known = shipments.select(SHIPMENT_ID);
    assertThat(
            events
                .join(known, events.col(SHIPMENT_ID).equalTo(known.col(SHIPMENT_ID)), "left_anti")
                .count())
        .isZero();
  }

  @Tag("long")
  @Test
  void manifestStatesWhatCameOut() {
    Map<String, Achieved> achieved = write(KNOBS, Format.PARQUET).achieved();
    assertThat(achieved.get("shipment_events").rows()).isEqualTo(4_000);
    assertThat(achieved.get("shipment_events").duplicates()).isCloseTo(0.2, offset(0.001));
    assertThat(achieved.get("shipments").rows()).isEqualTo(800);
    assertThat(achieved.get("orders").rows()).isEqualTo(667);
    assertThat(achieved.get("orders").duplicates()).isZero();
    assertThat(achieved.get("shipments").duplicates()).isZero();
    assertThat(achieved.values())
        .allSatisfy(table -> assertThat(table.late()).isCloseTo(0.1, offset(0.06)))
        .allSatisfy(table -> assertThat(table.malformed()).isCloseTo(0.05, offset(0.03)));
    assertThat(achieved.get("shipment_events").hottestKey())
        .isEqualTo(hottest(made(ShipmentEvents.TABLE, KNOBS, 1)) / 4_000.0);
  }

  @Tag("long")
  @ParameterizedTest
  @EnumSource(names = {"JSON", "PARQUET"})
  void noRowsAreTablesToo(Format format) {
    Map<String, Achieved> achieved = write(Knobs.rows(0), format).achieved();
    assertThat(achieved.values()).hasSize(3).allMatch(table -> table.rows() == 0);
    TABLES.forEach(table -> assertThat(written(table).rows().count()).isZero());
  }

  @Tag("by-hand")
  @ParameterizedTest
  @EnumSource(names = {"CSV", "DELTA"})
  void noRowsAreTablesInOtherFormatsToo(Format format) {
    noRowsAreTablesToo(format);
  }

  @ParameterizedTest
  @CsvSource({
    "orders, 0, 4a0a4e71a775160fbe9e60e78eeeb521",
    "orders, 2, a384caad0f52e6f2bf4ebbf2db4a9510",
    "shipments, 0, 29d14b0f732eda5d2064d55c6e242843",
    "shipments, 2, c0973b297b5a981afcf209f732249067",
    "shipment_events, 0, aef4a87aeb8f6b567c1a7cd6a34b8479",
    "shipment_events, 2, b5f83e1d74ea9fed3a3b4ac34aa5b990"
  })
  void rowsNeverChange(String table, int part, String hash) {
    Table named = TABLES.stream().filter(one -> one.name().equals(table)).findFirst().orElseThrow();
    Dataset<Row> rows = made(named, KNOBS, 3);
    assertThat(hash(rows.filter(spark_partition_id().equalTo(part)))).isEqualTo(hash);
  }

  @Tag("long")
  @Test
  void idsAreUniqueAndATotalIsWholeCents() {
    Knobs knobs = Knobs.rows(40_000);
    Dataset<Row> orders = made(OrderTotals.TABLE, knobs, 2);
    Dataset<Row> shipments = made(Shipments.TABLE, knobs, 2);
    assertThat(orders.select(ORDER_ID).distinct().count()).isEqualTo(8_334);
    assertThat(shipments.select(SHIPMENT_ID).distinct().count()).isEqualTo(10_000);
    assertThat(orders.schema().apply(ORDER_TOTAL))
        .isEqualTo(OrderTotals.TABLE.schema().apply(ORDER_TOTAL));
    assertThat(orders.select(ORDER_TOTAL).distinct().count()).isGreaterThan(5_000);
  }

  @Tag("long")
  @Test
  void someShipmentsWaitAndNoneLeavesBeforeItsOrder() {
    Knobs knobs = new Knobs(20_000, 42, 0, 0.1, 0, 0, 7);
    Dataset<Row> shipments = made(Shipments.TABLE, knobs, 2);
    long waiting = shipments.filter(col(SHIPPED_TS).isNull()).count();
    assertThat(waiting / 5_000.0).isCloseTo(0.05, offset(0.01));
    Dataset<Row> orders = made(OrderTotals.TABLE, knobs, 2);
    Column same = shipments.col(ORDER_ID).equalTo(orders.col(ORDER_ID));
    assertThat(
            shipments
                .join(orders, same.and(col(SHIPPED_TS).lt(col(ORDER_TS))), "left_semi")
                .count())
        .isZero();
  }

  @Tag("long")
  @Test
  void duplicateIsAnExactCopyOfARowThatIsNone() {
    Dataset<Row> events = made(ShipmentEvents.TABLE, KNOBS, 3);
    Dataset<Row> copies = tableRows(ShipmentEvents.TABLE, events.filter(col("is_duplicate")));
    Dataset<Row> originals = events.filter(col("is_duplicate").equalTo(false));
    assertThat(copies.count()).isEqualTo(800);
    assertThat(copies.except(tableRows(ShipmentEvents.TABLE, originals)).count()).isZero();
    assertThat(events.filter(col(EVENT_TYPE).equalTo("SHIPPED")).count()).isGreaterThan(1_000);
  }

  private Dataset<Row> made(Table table, Knobs knobs, int partitions) {
    if (table.equals(OrderTotals.TABLE)) {
      return generator.orders(spark, knobs, partitions);
    }
    return table.equals(Shipments.TABLE)
        ? generator.shipments(spark, knobs, partitions)
        : generator.events(spark, knobs, partitions);
  }

  private Manifest write(Knobs knobs, Format format) {
    return generator.write(spark, knobs, format, 3, folder + "/data");
  }

  private void assertWritten(Table table, Achieved achieved) {
    Dataset<Row> made = made(table, KNOBS, 2);
    TableInput input = written(table);
    assertSameRows(tableRows(table, made.filter(col("damage").isNull())), input.rows());
    long rejected = input.rejectCounts().values().stream().mapToLong(n -> n).sum();
    assertThat(rejected).isPositive().isEqualTo(made.filter(col("damage").isNotNull()).count());
    assertThat(achieved.malformed()).isEqualTo(rejected / (double) made.count());
  }

  private TableInput written(Table table) {
    String place = folder + "/data/" + table.name();
    Source source = Source.at(spark.sessionState().newHadoopConf(), place);
    return TableReader.open(spark, table, source);
  }

  /** The table's columns, with the schema that a reader gives. */
  private Dataset<Row> tableRows(Table table, Dataset<Row> rows) {
    Column[] columns = table.columns().stream().map(name -> col(name)).toArray(Column[]::new);
    return spark.createDataFrame(rows.select(columns).javaRDD(), table.schema());
  }

  private static long hottest(Dataset<Row> rows) {
    return rows.groupBy(SHIPMENT_ID).count().agg(Map.of("count", "max")).head().getLong(0);
  }

  private static String hash(Dataset<Row> rows) {
    Column[] cells =
        Arrays.stream(rows.columns())
            .map(name -> coalesce(col(name).cast("string"), lit("null")))
            .toArray(Column[]::new);
    return rows.select(concat_ws("|", cells).as("line"))
        .agg(md5(concat_ws("\n", sort_array(collect_list("line"))).cast("binary")))
        .head()
        .getString(0);
  }
}
