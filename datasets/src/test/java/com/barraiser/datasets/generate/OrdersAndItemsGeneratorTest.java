package com.barraiser.datasets.generate;

import static com.barraiser.datasets.tables.CustomerOrders.CUSTOMER_ID;
import static com.barraiser.datasets.tables.CustomerOrders.ORDER_ID;
import static com.barraiser.datasets.tables.CustomerOrders.ORDER_STATUS;
import static com.barraiser.datasets.tables.CustomerOrders.ORDER_TOTAL;
import static com.barraiser.datasets.tables.CustomerOrders.ORDER_TS;
import static com.barraiser.testing.DatasetEquality.assertSameRows;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.every;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.md5;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.spark_partition_id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.barraiser.datasets.Format;
import com.barraiser.datasets.Table;
import com.barraiser.datasets.generate.Manifest.Achieved;
import com.barraiser.datasets.read.Source;
import com.barraiser.datasets.read.TableInput;
import com.barraiser.datasets.read.TableReader;
import com.barraiser.datasets.tables.CustomerOrders;
import com.barraiser.datasets.tables.OrderItems;
import com.barraiser.testing.WithSpark;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
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
class OrdersAndItemsGeneratorTest {

  private static final Knobs KNOBS = new Knobs(3_000, 42, 0.8, 0.1, 0.2, 0.05, 7);

  private final SparkSession spark;
  private final Path folder;
  private final OrdersAndItemsGenerator generator = new OrdersAndItemsGenerator();

  OrdersAndItemsGeneratorTest(SparkSession spark, @TempDir Path folder) {
    this.spark = spark;
    this.folder = folder;
  }

  @Tag("long")
  @Test
  void partitionsDoNotChangeTheRows() {
    assertSameRows(generator.orders(spark, KNOBS, 1), generator.orders(spark, KNOBS, 3));
    assertSameRows(generator.items(spark, KNOBS, 1), generator.items(spark, KNOBS, 3));
  }

  @Tag("long")
  @ParameterizedTest
  @EnumSource(names = {"JSON", "PARQUET"})
  void formatHoldsTheSameRowsAndRejectsTheDamagedOnes(Format format) {
    Map<String, Achieved> achieved = write(KNOBS, format).achieved();
    assertWritten(CustomerOrders.TABLE, generator.orders(spark, KNOBS, 2), achieved);
    assertWritten(OrderItems.TABLE, generator.items(spark, KNOBS, 2), achieved);
  }

  @Tag("by-hand")
  @ParameterizedTest
  @EnumSource(names = {"CSV", "DELTA"})
  void otherFormatHoldsTheSameRowsToo(Format format) {
    formatHoldsTheSameRowsAndRejectsTheDamagedOnes(format);
  }

  @Tag("long")
  @Test
  void manifestStatesWhatCameOut() {
    Map<String, Achieved> achieved = write(KNOBS, Format.PARQUET).achieved();
    assertThat(achieved.get("orders").rows()).isEqualTo(800);
    assertThat(achieved.get("orders").duplicates()).isZero();
    assertThat(achieved.get("order_items").rows()).isEqualTo(3_000);
    assertThat(achieved.get("order_items").duplicates()).isCloseTo(0.2, offset(1e-9));
    assertThat(achieved.values())
        .allSatisfy(table -> assertThat(table.late()).isCloseTo(0.1, offset(0.05)))
        .allSatisfy(table -> assertThat(table.malformed()).isCloseTo(0.05, offset(0.02)));
    Dataset<Row> orders = generator.orders(spark, KNOBS, 1);
    Achieved ofOrders = achieved.get("orders");
    assertThat(ofOrders.hottestKey()).isEqualTo(hottest(orders) / 800.0);
    assertThat(ofOrders.further().get("canceled"))
        .isEqualTo(orders.filter(col(ORDER_STATUS).equalTo("CANCELED")).count() / 800.0)
        .isCloseTo(0.11, offset(0.03));
    assertThat(ofOrders.further().get("tied")).isEqualTo(orders.filter("tied").count() / 800.0);
  }

  @Tag("long")
  @ParameterizedTest
  @EnumSource(names = {"JSON", "PARQUET"})
  void noRowsAreTablesToo(Format format) {
    Map<String, Achieved> achieved = write(Knobs.rows(0), format).achieved();
    assertThat(achieved.values()).allMatch(table -> table.rows() == 0);
    assertThat(written(CustomerOrders.TABLE).rows().count()).isZero();
    assertThat(written(OrderItems.TABLE).rows().count()).isZero();
  }

  @Tag("by-hand")
  @ParameterizedTest
  @EnumSource(names = {"CSV", "DELTA"})
  void noRowsAreTablesInOtherFormatsToo(Format format) {
    noRowsAreTablesToo(format);
  }

  @ParameterizedTest
  @CsvSource({
    "orders, 0, 7b9aa629f01732690496ddfbb6d5d87a",
    "orders, 2, b3b5e9c9ae73639bc37c21036e625dfd",
    "order_items, 0, 8147de7ee0e14fde859fc527a60be40e",
    "order_items, 2, 24fcc317a0d6d5f29a99b53c8c0bab42"
  })
  void rowsNeverChange(String table, int part, String hash) {
    Dataset<Row> rows =
        table.equals("orders")
            ? generator.orders(spark, KNOBS, 3)
            : generator.items(spark, KNOBS, 3);
    assertThat(hash(rows.filter(spark_partition_id().equalTo(part)))).isEqualTo(hash);
  }

  @Tag("long")
  @ParameterizedTest
  @CsvSource({"1, 30000", "3, 10000", "10, 3000"})
  void itemsOfAnOrderAreAsManyAsAskedForOnAverage(double items, long orders) {
    Knobs knobs = new Knobs(30_000, 1, 0.8, 0, 0, 0, 7, Map.of("items", items));
    Dataset<Row> ids = generator.orders(spark, knobs, 2).select(ORDER_ID);
    assertThat(ids.distinct().count()).isEqualTo(ids.count()).isEqualTo(orders);
    assertThat(generator.items(spark, knobs, 2).select(ORDER_ID).except(ids).count()).isZero();
  }

  @Tag("long")
  @Test
  void someOrdersHaveNoItemsAndSomeHaveMany() {
    Dataset<Row> counts = itemsPerOrder(Knobs.rows(30_000));
    assertThat(counts.count()).isBetween(9_300L, 9_700L);
    assertThat(counts.filter("count >= 6").count()).isGreaterThan(500);
  }

  @Test
  void someCustomersCancelEverything() {
    Dataset<Row> orders = generator.orders(spark, Knobs.rows(60_000), 2);
    Dataset<Row> gone =
        orders
            .groupBy(CUSTOMER_ID)
            .agg(
                every(col(ORDER_STATUS).equalTo("CANCELED")).as("all_canceled"),
                count(lit(1)).as("orders"))
            .filter("all_canceled AND orders > 3");
    assertThat(gone.count()).isBetween(5L, 60L);
  }

  @Tag("long")
  @Test
  void tiedOrdersAreOfOneCustomerAtOneInstantAndHalfOfThemCostTheSame() {
    Dataset<Row> orders = generator.orders(spark, Knobs.rows(60_000), 2);
    long tied = orders.filter("tied").count();
    assertThat(orders.count() - distinct(orders, CUSTOMER_ID, ORDER_TS)).isEqualTo(tied);
    assertThat(tied).isBetween(300L, 500L);
    assertThat(orders.count() - distinct(orders, CUSTOMER_ID, ORDER_TS, ORDER_TOTAL))
        .isBetween(tied / 3, tied * 2 / 3);
  }

  @Tag("long")
  @Test
  void duplicateIsAnExactCopyOfAnItemThatIsNone() {
    Dataset<Row> items = generator.items(spark, clean(0.8, 0.2), 3);
    Dataset<Row> copies = tableRows(OrderItems.TABLE, items.filter(col("is_duplicate")));
    Dataset<Row> originals = items.filter(col("is_duplicate").equalTo(false));
    assertThat(copies.count()).isEqualTo(1_000);
    assertThat(copies.except(tableRows(OrderItems.TABLE, originals)).count()).isZero();
  }

  @Tag("long")
  @Test
  void skewMakesOneCustomerHot() {
    long even = hottest(generator.orders(spark, clean(0, 0), 2));
    assertThat(hottest(generator.orders(spark, clean(1.2, 0), 2))).isGreaterThan(15 * even);
  }

  private static Knobs clean(double skew, double duplicates) {
    return new Knobs(5_000, 42, skew, 0, duplicates, 0, 7);
  }

  private Dataset<Row> itemsPerOrder(Knobs knobs) {
    return generator.items(spark, knobs, 2).groupBy(ORDER_ID).count();
  }

  private static long distinct(Dataset<Row> rows, String first, String... others) {
    return rows.select(first, others).distinct().count();
  }

  private Manifest write(Knobs knobs, Format format) {
    return generator.write(spark, knobs, format, 3, folder + "/data");
  }

  private void assertWritten(Table table, Dataset<Row> made, Map<String, Achieved> achieved) {
    TableInput input = written(table);
    assertSameRows(tableRows(table, made.filter(col("damage").isNull())), input.rows());
    long rejected = input.rejectCounts().values().stream().mapToLong(n -> n).sum();
    assertThat(rejected).isPositive().isEqualTo(made.filter(col("damage").isNotNull()).count());
    assertThat(achieved.get(table.name()).malformed()).isEqualTo(rejected / (double) made.count());
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
    return rows.groupBy(CUSTOMER_ID).count().agg(Map.of("count", "max")).head().getLong(0);
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
