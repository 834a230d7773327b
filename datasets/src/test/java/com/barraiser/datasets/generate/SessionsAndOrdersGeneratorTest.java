package com.barraiser.datasets.generate;

import static com.barraiser.datasets.tables.PlacedOrders.CUSTOMER_ID;
import static com.barraiser.datasets.tables.PlacedOrders.MARKETPLACE_ID;
import static com.barraiser.datasets.tables.PlacedOrders.ORDER_TS;
import static com.barraiser.datasets.tables.Sessions.SESSION_ID;
import static com.barraiser.datasets.tables.Sessions.SESSION_TS;
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
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import com.barraiser.datasets.DataException;
import com.barraiser.datasets.Format;
import com.barraiser.datasets.Table;
import com.barraiser.datasets.generate.Manifest.Achieved;
import com.barraiser.datasets.read.Source;
import com.barraiser.datasets.read.TableInput;
import com.barraiser.datasets.read.TableReader;
import com.barraiser.datasets.tables.PlacedOrders;
import com.barraiser.datasets.tables.Sessions;
import com.barraiser.testing.WithSpark;
import java.nio.file.Path;
import java.time.Duration;
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
class SessionsAndOrdersGeneratorTest {

  private static final Knobs KNOBS = new Knobs(3_000, 42, 0.8, 0.1, 0.2, 0.05, 7);

  private final SparkSession spark;
  private final Path folder;
  private final SessionsAndOrdersGenerator generator = new SessionsAndOrdersGenerator();

  SessionsAndOrdersGeneratorTest(SparkSession spark, @TempDir Path folder) {
    this.spark = spark;
    this.folder = folder;
  }

  @Tag("long")
  @Test
  void partitionsDoNotChangeTheRows() {
    assertSameRows(generator.sessions(spark, KNOBS, 1), generator.sessions(spark, KNOBS, 3));
    assertSameRows(generator.orders(spark, KNOBS, 1), generator.orders(spark, KNOBS, 3));
  }

  @Tag("long")
  @ParameterizedTest
  @EnumSource(names = {"JSON", "PARQUET"})
  void formatHoldsTheSameRowsAndRejectsTheDamagedOnes(Format format) {
    Map<String, Achieved> achieved = write(KNOBS, format).achieved();
    assertWritten(Sessions.TABLE, generator.sessions(spark, KNOBS, 2), achieved);
    assertWritten(PlacedOrders.TABLE, generator.orders(spark, KNOBS, 2), achieved);
  }

  @Tag("by-hand")
  @ParameterizedTest
  @EnumSource(names = {"CSV", "DELTA"})
  void otherFormatHoldsTheSameRowsToo(Format format) {
    formatHoldsTheSameRowsAndRejectsTheDamagedOnes(format);
  }

  @Tag("long")
  @ParameterizedTest
  @CsvSource({"0, 0", "0.08, 0.8", "0.5, 0.2", "0.31, 2", "1, 1"})
  void manifestStatesTheConversionThatAJoinFinds(double conversion, double skew) {
    Knobs knobs = knobs(conversion, skew, 0.1);
    Achieved achieved = write(knobs, Format.PARQUET).achieved().get("sessions");
    double found = convertedSessions(knobs) / (double) knobs.rows();
    assertThat(achieved.further().get("conversion"))
        .isEqualTo(found)
        .isCloseTo(conversion, offset(0.001));
  }

  @Tag("long")
  @Test
  void manifestStatesWhatCameOut() {
    Map<String, Achieved> achieved = write(KNOBS, Format.PARQUET).achieved();
    assertThat(achieved.get("sessions").rows()).isEqualTo(3_000);
    assertThat(achieved.get("sessions").duplicates()).isZero();
    assertThat(achieved.get("orders").rows()).isEqualTo(375);
    assertThat(achieved.get("orders").duplicates()).isCloseTo(0.2, offset(0.001));
    assertThat(achieved.values())
        .allSatisfy(table -> assertThat(table.late()).isCloseTo(0.1, offset(0.05)))
        .allSatisfy(table -> assertThat(table.malformed()).isCloseTo(0.05, offset(0.02)));
    assertThat(achieved.get("sessions").hottestKey())
        .isEqualTo(hottest(generator.sessions(spark, KNOBS, 1)) / 3_000.0);
  }

  @Tag("long")
  @ParameterizedTest
  @EnumSource(names = {"JSON", "PARQUET"})
  void noRowsAreTablesToo(Format format) {
    Map<String, Achieved> achieved = write(Knobs.rows(0), format).achieved();
    assertThat(achieved.values()).allMatch(table -> table.rows() == 0);
    assertThat(written(Sessions.TABLE).rows().count()).isZero();
    assertThat(written(PlacedOrders.TABLE).rows().count()).isZero();
  }

  @Tag("by-hand")
  @ParameterizedTest
  @EnumSource(names = {"CSV", "DELTA"})
  void noRowsAreTablesInOtherFormatsToo(Format format) {
    noRowsAreTablesToo(format);
  }

  @ParameterizedTest
  @CsvSource({
    "sessions, 0, a047562591a82c42bbb1e63e0d2884e2",
    "sessions, 2, 3cd226e0493077e40bdebdbab0053293",
    "orders, 0, d86107fc958e840f6cb68a9ef8ada6d4",
    "orders, 2, f644c23e50201459178804f82953a1f9"
  })
  void rowsNeverChange(String table, int part, String hash) {
    Dataset<Row> rows =
        table.equals("orders")
            ? generator.orders(spark, KNOBS, 3)
            : generator.sessions(spark, KNOBS, 3);
    assertThat(hash(rows.filter(spark_partition_id().equalTo(part)))).isEqualTo(hash);
  }

  @Tag("long")
  @Test
  void sessionIdsAreUniqueAndCustomersAreShared() {
    Knobs knobs = knobs(0.2, 0, 0.1);
    Dataset<Row> sessions = generator.sessions(spark, knobs, 2);
    Dataset<Row> buyers = generator.orders(spark, knobs, 2).select(CUSTOMER_ID).distinct();
    assertThat(sessions.select(SESSION_ID).distinct().count()).isEqualTo(knobs.rows());
    long shared = buyers.intersect(sessions.select(CUSTOMER_ID)).count();
    assertThat(shared).isGreaterThan(buyers.count() * 9 / 10);
  }

  @Tag("long")
  @Test
  void duplicateIsAnExactCopyOfARowThatIsNone() {
    Dataset<Row> orders = generator.orders(spark, knobs(0.08, 0.8, 0), 3);
    Dataset<Row> copies = tableRows(PlacedOrders.TABLE, orders.filter(col("is_duplicate")));
    Dataset<Row> originals = orders.filter(col("is_duplicate").equalTo(false));
    assertThat(copies.count()).isEqualTo(125);
    assertThat(copies.except(tableRows(PlacedOrders.TABLE, originals)).count()).isZero();
  }

  @Test
  void skewMakesOneCustomerHot() {
    long even = hottest(generator.sessions(spark, knobs(0.1, 0, 0), 2));
    assertThat(hottest(generator.sessions(spark, knobs(0.1, 1.2, 0), 2))).isGreaterThan(20 * even);
  }

  @Test
  void moreOrdersThanCanBeNumberedAreRefusedInOneLine() {
    Knobs knobs = new Knobs(2_000_000_000, 1, 0, 0, 0.99, 0, 7);
    assertThatThrownBy(() -> generator.orders(spark, knobs, 1))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("ask for fewer");
  }

  /** Clean rows, of which a fifth of the orders repeats. */
  private static Knobs knobs(double conversion, double skew, double late) {
    return new Knobs(5_000, 42, skew, late, 0.2, 0, 7, Map.of("conversion", conversion));
  }

  private long convertedSessions(Knobs knobs) {
    Dataset<Row> sessions = generator.sessions(spark, knobs, 2).as("s");
    Dataset<Row> orders = generator.orders(spark, knobs, 2).as("o");
    Column converts =
        col("s." + CUSTOMER_ID)
            .equalTo(col("o." + CUSTOMER_ID))
            .and(col("s." + MARKETPLACE_ID).equalTo(col("o." + MARKETPLACE_ID)))
            .and(col(ORDER_TS).geq(col(SESSION_TS)))
            .and(col(ORDER_TS).lt(col(SESSION_TS).plus(lit(Duration.ofDays(7)))));
    return sessions.join(orders, converts, "left_semi").count();
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
