package com.barraiser.columnar;

import static com.barraiser.columnar.Scans.assertReadExactly;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.rand;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.upper;
import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.testing.CompilingSessions;
import com.barraiser.testing.Sample;
import com.barraiser.testing.WithSpark;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A scan gives just the Dataset's rows, or there is none. */
@WithSpark
class ColumnarScanTest {

  private static final String PARQUET = "parquet";
  private static final String DELTA = "delta";
  private static final String MICROS = "TIMESTAMP_MICROS";
  private static final String INT96 = "INT96";

  private final SparkSession spark;

  @TempDir private Path folder;

  ColumnarScanTest(SparkSession spark) {
    this.spark = CompilingSessions.of(spark);
  }

  @Tag(Sample.TAG)
  @ParameterizedTest
  @MethodSource("encodings")
  void everyEncodingIsRead(String format, String timestamps, boolean dictionary) {
    assertReadExactly(written(rows(9_000), format, encoding(timestamps, dictionary)));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 4096, 4097})
  void everyNumberOfRowsIsRead(long number) {
    assertReadExactly(written(rows(number), PARQUET, Map.of()));
  }

  /** The legacy format has all decimals in arrays of bytes. */
  @ParameterizedTest
  @CsvSource({"true, false", "false, false", "true, true"})
  void wholeNumbersDaysAndMoneyAreRead(boolean dictionary, boolean legacy) {
    spark.conf().set("spark.sql.parquet.writeLegacyFormat", legacy);
    Dataset<Row> rows =
        spark
            .range(0, 5_000, 1, 2)
            .selectExpr(
                "if(id % 10 = 3, null, int(id - 2500)) AS quantity",
                "if(id % 10 = 4, null, CAST((id % 7 - 3) * 3333333333333333.33 AS DECIMAL(18, 2))) AS money",
                "if(id % 10 = 5, null, date_add(DATE'1969-12-01', int(id % 60))) AS day",
                "CAST(id % 100 - 50 AS DECIMAL(4, 1)) AS few",
                "CAST(id AS DECIMAL(10, 0)) AS more");
    assertReadExactly(written(rows, PARQUET, encoding(MICROS, dictionary)));
    spark.conf().set("spark.sql.columnVector.offheap.enabled", true);
    assertReadExactly(spark.read().parquet(folder.resolve("rows").toString()));
  }

  @Test
  void vectorsOutsideTheHeapAreRead() {
    spark.conf().set("spark.sql.columnVector.offheap.enabled", true);
    try {
      assertReadExactly(written(rows(5_000), PARQUET, Map.of()));
    } finally {
      spark.conf().unset("spark.sql.columnVector.offheap.enabled");
    }
  }

  @Test
  void columnsMayBeChosenRenamedReorderedAndMissing() {
    Dataset<Row> rows = written(rows(1_000), PARQUET, Map.of());
    assertReadExactly(rows.select(col("at").as("then"), col("text"), col("at")));
    assertReadExactly(
        rows.select(col("text").as("name"), lit(null).cast("string").as("none"))
            .select(col("none"), col("name").as("other")));
  }

  @Test
  void filtersAreKept() {
    Dataset<Row> rows = written(rows(10_000), PARQUET, Map.of());
    assertReadExactly(rows.filter(col("text").isNotNull()).select("number"));
    assertReadExactly(rows.filter("at > timestamp'2024-03-01' AND number % 3 = 0").select("text"));
    assertReadExactly(rows.filter("number < 0").filter(upper(col("text")).equalTo("T7")));
    assertReadExactly(rows.filter(lit(false).or(col("number").gt(Long.MAX_VALUE - 5))));
  }

  /** Files have ten thousand rows each, and a partition of their own; a batch has 4,096. */
  @Test
  void partitionsThatGiveNoBatchNeedNotBeReadAgain() {
    spark.conf().set("spark.sql.files.minPartitionNum", 4);
    Dataset<Row> all =
        written(spark.range(0, 40_000, 1, 4).selectExpr("id AS number"), PARQUET, Map.of());
    assertFirstRows(all, 4096, 4096, 4096, 4096);
    assertFirstRows(all.filter("number >= 15000 AND number < 25000"), 0, 4096);
    assertFirstRows(all.filter("number < 0"));
  }

  private static void assertFirstRows(Dataset<Row> rows, Integer... ofEachPartition) {
    ColumnarScan scan = ColumnarScan.of(rows).orElseThrow();
    var first = Scans.firstRows(scan, 1, DataTypes.LongType);
    assertThat(first.values()).extracting(List::size).containsExactlyInAnyOrder(ofEachPartition);
    ColumnarScan rest = scan.only(first.keySet());
    assertThat(rest.tasks()).isEqualTo(ofEachPartition.length);
    assertReadExactly(rest, rows);
  }

  /** Files are not asked to leave out what the bounds leave out. */
  @Test
  void boundsHoldAtTheirEdges() {
    Dataset<Row> all =
        spark
            .range(0, 400, 1, 2)
            .selectExpr(
                "CASE WHEN id = 1 THEN 9223372036854775807 WHEN id = 2 THEN -9223372036854775807 - 1"
                    + " WHEN id % 10 = 3 THEN null ELSE id - 200 END AS number",
                "CASE WHEN id = 4 THEN 2147483647 WHEN id = 5 THEN -2147483648"
                    + " WHEN id % 10 = 6 THEN null ELSE int(id) - 200 END AS few",
                "if(id % 7 = 2, null, date_add(DATE'1970-01-01', int(id) - 200)) AS day",
                "if(id % 7 = 3, null, timestamp_millis(id)) AS at");
    spark.conf().set("spark.sql.parquet.filterPushdown", false);
    Dataset<Row> rows = written(all, PARQUET, Map.of());
    for (String comparison : List.of("<", "<=", ">", ">=", "=", "!=", "<=>")) {
      assertReadExactly(rows.filter("number " + comparison + " 55"));
      assertReadExactly(rows.filter("few " + comparison + " -55"));
      assertReadExactly(rows.filter("day " + comparison + " DATE'1969-12-01'"));
    }
    assertReadExactly(rows.filter("55 <= number").select("at"));
    assertReadExactly(rows.filter("at < timestamp_millis(77)"));
    for (long edge : List.of(Long.MIN_VALUE, Long.MAX_VALUE)) {
      assertReadExactly(rows.filter(col("number").lt(edge)));
      assertReadExactly(rows.filter(col("number").gt(edge)));
      assertReadExactly(rows.filter(col("number").geq(edge)));
    }
    for (int edge : List.of(Integer.MIN_VALUE, Integer.MAX_VALUE)) {
      assertReadExactly(rows.filter(col("few").lt(edge)));
      assertReadExactly(rows.filter(col("few").gt(edge)));
      assertReadExactly(rows.filter(col("few").leq(edge)));
    }
  }

  @Test
  void partitionColumnsAreRead() {
    String place = folder.resolve("parts").toString();
    rows(300)
        .withColumn("part", expr("concat('p', number % 3)"))
        .write()
        .partitionBy("part")
        .parquet(place);
    assertReadExactly(spark.read().parquet(place).select("part", "number"));
    assertReadExactly(spark.read().parquet(place).filter("part = 'p1'").select("text", "part"));
  }

  @Test
  @Tag("long")
  void deletedRowsOfDeltaAreNotRead() {
    written(rows(10_000).coalesce(1), DELTA, Map.of());
    String place = folder.resolve("rows").toString();
    spark.sql(
        "ALTER TABLE delta.`%s` SET TBLPROPERTIES ('delta.enableDeletionVectors' = true)"
            .formatted(place));
    spark.sql("DELETE FROM delta.`%s` WHERE number %% 7 = 0".formatted(place));
    Dataset<Row> left = spark.read().format(DELTA).load(place);
    assertThat(left.count()).isPositive().isLessThan(10_000);
    assertReadExactly(left);
    assertReadExactly(left.filter(col("number").gt(5)).select("text"));
  }

  @Test
  void whatIsNoPlainScanIsRefused() {
    Dataset<Row> rows = written(rows(100), PARQUET, Map.of());
    String json = folder.resolve("json").toString();
    rows.write().json(json);
    assertRefused(rows(100));
    assertRefused(spark.read().schema(rows.schema()).json(json));
    assertRefused(rows.select(upper(col("text"))));
    assertRefused(rows.select(col("number").cast("int")));
    assertRefused(rows.select(col("number").plus(1)));
    assertRefused(rows.select(lit("x").as("constant")));
    assertRefused(rows.select(array(col("number")).as("list")));
    assertRefused(rows.select(struct(col("number")).as("nested")));
    assertRefused(rows.filter(rand().lt(0.5)));
    assertRefused(rows.limit(10));
    assertRefused(rows.distinct());
    assertRefused(rows.union(rows));
    assertRefused(rows.orderBy("number"));
    assertRefused(rows.repartition(2));
    rows.createOrReplaceTempView("scanned");
    assertRefused(
        spark.sql("SELECT number FROM scanned WHERE number > (SELECT min(number) FROM scanned)"));
    assertRefused(spark.sql("SELECT number FROM scanned WHERE number IN (SELECT 3L)"));
    spark.catalog().dropTempView("scanned");
  }

  @Test
  void moneyThatIsNoLongIsRefused() {
    assertRefused(
        written(
            rows(10).selectExpr("CAST(number % 100 AS DECIMAL(19, 2)) AS money"),
            PARQUET,
            Map.of()));
  }

  @Test
  void nestedColumnsAreRefused() {
    String place = folder.resolve("nested").toString();
    rows(10).select(struct(col("number"), col("text")).as("pair")).write().parquet(place);
    assertRefused(spark.read().parquet(place));
    assertRefused(spark.read().parquet(place).select("pair.number"));
  }

  static List<Arguments> encodings() {
    List<Arguments> everyday =
        List.of(
            Arguments.of(PARQUET, MICROS, true),
            Arguments.of(PARQUET, INT96, false),
            Arguments.of(PARQUET, "TIMESTAMP_MILLIS", true));
    List<Arguments> others =
        List.of(
            Arguments.of(PARQUET, MICROS, false),
            Arguments.of(PARQUET, INT96, true),
            Arguments.of(DELTA, MICROS, true),
            Arguments.of(DELTA, INT96, false));
    return Sample.either(everyday, others);
  }

  private void assertRefused(Dataset<Row> rows) {
    assertThat(ColumnarScan.of(rows)).as(() -> rows.queryExecution().toString()).isEmpty();
  }

  private static Map<String, String> encoding(String timestamps, boolean dictionary) {
    return Map.of(
        "spark.sql.parquet.outputTimestampType",
        timestamps,
        "parquet.enable.dictionary",
        String.valueOf(dictionary));
  }

  private Dataset<Row> written(Dataset<Row> rows, String format, Map<String, String> settings) {
    String place = folder.resolve("rows").toString();
    String timestamps = "spark.sql.parquet.outputTimestampType";
    String before = spark.conf().get(timestamps);
    spark.conf().set(timestamps, settings.getOrDefault(timestamps, before));
    try {
      rows.write().options(settings).format(format).save(place);
    } finally {
      spark.conf().set(timestamps, before);
    }
    return spark.read().format(format).load(place);
  }

  /** Numbers, repeated and unlike texts, times before and after 1970; a tenth of each is null. */
  private Dataset<Row> rows(long number) {
    return spark
        .range(0, number, 1, 2)
        .selectExpr(
            "if(id % 10 = 3, null, xxhash64(id)) AS number",
            "if(id % 10 = 4, null, if(id % 2 = 0, concat('t', id % 11), repeat(hex(id), 3))) AS text",
            "if(id % 10 = 5, null, timestamp_millis(id * 259200021 - 86400123)) AS at");
  }
}
