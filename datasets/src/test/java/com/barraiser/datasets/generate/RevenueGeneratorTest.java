package com.barraiser.datasets.generate;

import static com.barraiser.datasets.tables.DailyRevenue.CATEGORY;
import static com.barraiser.datasets.tables.DailyRevenue.MARKETPLACE_ID;
import static com.barraiser.datasets.tables.DailyRevenue.ORDER_DATE;
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
import com.barraiser.datasets.read.Source;
import com.barraiser.datasets.read.TableInput;
import com.barraiser.datasets.read.TableReader;
import com.barraiser.datasets.tables.DailyRevenue;
import com.barraiser.datasets.tables.Marketplaces;
import com.barraiser.testing.WithSpark;
import java.nio.file.Path;
import java.time.LocalDate;
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
import org.junit.jupiter.params.provider.ValueSource;

@WithSpark
class RevenueGeneratorTest {

  private static final Knobs KNOBS =
      new Knobs(3_000, 42, 0.8, 0.1, 0.2, 0.05, 7, Map.of("orphans", 0.1));

  private final SparkSession spark;
  private final Path folder;
  private final RevenueGenerator generator = new RevenueGenerator();

  RevenueGeneratorTest(SparkSession spark, @TempDir Path folder) {
    this.spark = spark;
    this.folder = folder;
  }

  @Tag("long")
  @Test
  void partitionsDoNotChangeTheRows() {
    assertSameRows(generator.revenue(spark, KNOBS, 1), generator.revenue(spark, KNOBS, 64));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 082c96bcffcfa5c971cf56757acedb2b",
    "1, 076df766484547425d1f7cfe96b41ee7",
    "2, a9c11aa72f4d4c0ef6849bea4a55a886"
  })
  void rowsNeverChange(int part, String hash) {
    Dataset<Row> rows = generator.revenue(spark, KNOBS, 3);
    assertThat(hash(rows.filter(spark_partition_id().equalTo(part)))).isEqualTo(hash);
  }

  @Test
  void marketplacesNeverChange() {
    assertThat(hash(generator.marketplaces(spark))).isEqualTo("33290333e2b067a9a6530336564b6125");
  }

  @Tag("long")
  @ParameterizedTest
  @EnumSource(names = {"JSON", "PARQUET"})
  void formatHoldsTheSameRowsAndRejectsTheDamagedOnes(Format format) {
    Achieved achieved = write(KNOBS, format).get(DailyRevenue.TABLE.name());
    TableInput input = written(DailyRevenue.TABLE);
    Dataset<Row> made = generator.revenue(spark, KNOBS, 2);
    assertSameRows(
        tableRows(DailyRevenue.TABLE, made.filter(col("damage").isNull())), input.rows());
    long rejected = input.rejectCounts().values().stream().mapToLong(n -> n).sum();
    assertThat(rejected).isPositive().isEqualTo(made.filter(col("damage").isNotNull()).count());
    assertThat(achieved.malformed()).isEqualTo(rejected / (double) KNOBS.rows());
    assertSameRows(
        tableRows(Marketplaces.TABLE, generator.marketplaces(spark)),
        written(Marketplaces.TABLE).rows());
  }

  @Tag("long")
  @ParameterizedTest
  @EnumSource(names = {"CSV", "DELTA"})
  void otherFormatHoldsTheSameRowsToo(Format format) {
    formatHoldsTheSameRowsAndRejectsTheDamagedOnes(format);
  }

  @Tag("long")
  @Test
  void manifestStatesWhatCameOut() {
    Achieved achieved = write(KNOBS, Format.PARQUET).get(DailyRevenue.TABLE.name());
    Dataset<Row> rows = generator.revenue(spark, KNOBS, 3);
    assertThat(achieved.rows()).isEqualTo(KNOBS.rows());
    assertThat(achieved.late()).isCloseTo(KNOBS.late(), offset(0.02));
    assertThat(achieved.duplicates()).isCloseTo(KNOBS.duplicates(), offset(1e-9));
    assertThat(achieved.malformed()).isCloseTo(KNOBS.malformed(), offset(0.02));
    assertThat(achieved.hottestKey()).isCloseTo(hottestShare(rows), offset(1e-9));
    assertThat(achieved.further().get("orphans"))
        .isEqualTo(orphans(rows) / (double) KNOBS.rows())
        .isCloseTo(0.1, offset(0.02));
  }

  @Tag("long")
  @ParameterizedTest
  @EnumSource(names = {"JSON", "PARQUET"})
  void noRevenueIsATableToo(Format format) {
    Map<String, Achieved> achieved = write(Knobs.rows(0), format);
    assertThat(achieved.get(DailyRevenue.TABLE.name()).rows()).isZero();
    assertThat(written(DailyRevenue.TABLE).rows().count()).isZero();
    assertThat(written(Marketplaces.TABLE).rows().count()).isEqualTo(23);
  }

  @Tag("long")
  @ParameterizedTest
  @EnumSource(names = {"CSV", "DELTA"})
  void noRevenueIsATableInOtherFormatsToo(Format format) {
    noRevenueIsATableToo(format);
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.25, 1})
  void orphansAreTheShareThatIsAskedFor(double share) {
    Knobs knobs = new Knobs(5_000, 1, 0, 0, 0, 0, 7, Map.of("orphans", share));
    long orphans = orphans(generator.revenue(spark, knobs, 3));
    assertThat(orphans / 5_000.0).isCloseTo(share, offset(0.02));
  }

  @Test
  void someMarketplacesHaveNoRevenue() {
    Dataset<Row> selling =
        generator.revenue(spark, Knobs.rows(20_000), 2).select(MARKETPLACE_ID).distinct();
    Dataset<Row> all = generator.marketplaces(spark).select(MARKETPLACE_ID);
    assertThat(all.except(selling).count()).isEqualTo(3);
    assertThat(selling.except(all).count()).isZero();
  }

  @Tag("long")
  @ParameterizedTest
  @CsvSource({
    "0, 2024-03-01, 2024-03-07",
    "7, 2024-03-01, 2024-03-14",
    "20, 2024-03-01, 2024-03-27"
  })
  void historyComesBeforeTheDays(int history, LocalDate first, LocalDate last) {
    Knobs knobs = new Knobs(20_000, 1, 0, 0, 0, 0, 7, Map.of("history", (double) history));
    Row days =
        generator.revenue(spark, knobs, 2).selectExpr("min(order_date)", "max(order_date)").head();
    assertThat(days.getLocalDate(0)).isEqualTo(first);
    assertThat(days.getLocalDate(1)).isEqualTo(last);
  }

  @Tag("long")
  @Test
  void duplicateIsAnExactCopyOfARowThatIsNone() {
    Dataset<Row> rows = generator.revenue(spark, KNOBS, 3);
    Dataset<Row> copies = tableRows(DailyRevenue.TABLE, rows.filter(col("is_duplicate")));
    Dataset<Row> originals = rows.filter(col("is_duplicate").equalTo(false));
    assertThat(copies.count()).isEqualTo(600);
    assertThat(copies.except(tableRows(DailyRevenue.TABLE, originals)).count()).isZero();
  }

  @Tag("long")
  @Test
  void rowsOfADayAddUpAndSomeAreRefunds() {
    Dataset<Row> rows = generator.revenue(spark, Knobs.rows(20_000), 2);
    long cells = rows.select(MARKETPLACE_ID, ORDER_DATE, CATEGORY).distinct().count();
    assertThat(cells).isLessThan(10_000);
    assertThat(rows.filter("revenue < 0").count()).isBetween(600L, 1_000L);
    assertThat(rows.filter("revenue BETWEEN -5000 AND 5000").count()).isEqualTo(20_000);
  }

  @Tag("long")
  @Test
  void skewMakesOneCategoryHot() {
    double even = hottestShare(generator.revenue(spark, skewed(0), 2));
    assertThat(hottestShare(generator.revenue(spark, skewed(1.5), 2))).isGreaterThan(2 * even);
  }

  private static Knobs skewed(double skew) {
    return new Knobs(100_000, 1, skew, 0, 0, 0, 7);
  }

  private Map<String, Achieved> write(Knobs knobs, Format format) {
    Manifest manifest = generator.write(spark, knobs, format, 3, folder + "/data");
    assertThat(manifest.knobs()).isEqualTo(knobs);
    return manifest.achieved();
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

  private long orphans(Dataset<Row> rows) {
    Dataset<Row> known = generator.marketplaces(spark).select(MARKETPLACE_ID);
    return rows.join(known, known.columns(), "left_anti").count();
  }

  private static double hottestShare(Dataset<Row> rows) {
    Row share =
        rows.groupBy(MARKETPLACE_ID, CATEGORY).count().selectExpr("max(count) / sum(count)").head();
    return share.getDouble(0);
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
