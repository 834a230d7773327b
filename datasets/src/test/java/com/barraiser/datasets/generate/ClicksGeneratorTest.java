package com.barraiser.datasets.generate;

import static com.barraiser.datasets.tables.Clicks.ASIN;
import static com.barraiser.datasets.tables.Clicks.CUSTOMER_ID;
import static com.barraiser.datasets.tables.Clicks.TABLE;
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
import com.barraiser.datasets.generate.Manifest.Achieved;
import com.barraiser.datasets.read.Source;
import com.barraiser.datasets.read.TableInput;
import com.barraiser.datasets.read.TableReader;
import com.barraiser.testing.Sample;
import com.barraiser.testing.WithSpark;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@WithSpark
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ClicksGeneratorTest {

  private static final Knobs KNOBS =
      new Knobs(3_000, 42, 0.8, 0.1, 0.2, 0.05, 7, Map.of("hot", 0.3));

  private final SparkSession spark;
  private final Path folder;
  private final ClicksGenerator generator = new ClicksGenerator();

  ClicksGeneratorTest(SparkSession spark, @TempDir Path folder) {
    this.spark = spark;
    this.folder = folder;
  }

  @Test
  void partitionsDoNotChangeTheRows() {
    assertSameRows(clicks(KNOBS, 1), clicks(KNOBS, 64));
  }

  @ParameterizedTest
  @CsvSource({
    "0, dd47f380376291c813863dcc524520a8",
    "1, 339e00a708aa0486de2cc9f3a5bed2ac",
    "2, cb7e5b17a563b8266371fe3cb3b1071c"
  })
  void rowsNeverChange(int part, String hash) {
    assertThat(hashOf(part)).isEqualTo(hash);
  }

  @Tag("long")
  @ParameterizedTest
  @EnumSource(names = {"JSON", "PARQUET"})
  void formatHoldsTheSameRowsAndRejectsTheDamagedOnes(Format format) {
    Achieved achieved = write(KNOBS, format);
    TableInput input = written();
    Dataset<Row> clicks = clicks(KNOBS, 2);
    assertSameRows(tableRows(clicks.filter(col("damage").isNull())), input.rows());
    long rejected = input.rejectCounts().values().stream().mapToLong(n -> n).sum();
    assertThat(rejected).isEqualTo(clicks.filter(col("damage").isNotNull()).count()).isPositive();
    assertThat(achieved.malformed()).isEqualTo(rejected / (double) KNOBS.rows());
  }

  @Tag("by-hand")
  @ParameterizedTest
  @EnumSource(names = {"CSV", "DELTA"})
  void otherFormatHoldsTheSameRowsToo(Format format) {
    formatHoldsTheSameRowsAndRejectsTheDamagedOnes(format);
  }

  @Test
  void manifestStatesWhatCameOut() {
    Achieved achieved = write(KNOBS, Format.PARQUET);
    assertThat(achieved.rows()).isEqualTo(KNOBS.rows());
    assertThat(achieved.late()).isCloseTo(KNOBS.late(), offset(0.02));
    assertThat(achieved.duplicates()).isCloseTo(KNOBS.duplicates(), offset(1e-9));
    assertThat(achieved.malformed()).isCloseTo(KNOBS.malformed(), offset(0.02));
    assertThat(achieved.hottestKey())
        .isCloseTo(hottestShare(clicks(KNOBS, 3)), offset(1e-9))
        .isGreaterThan(0.3);
  }

  @Test
  void noRowsAreATableToo() {
    assertThat(write(Knobs.rows(0), Format.PARQUET)).isEqualTo(new Achieved(0, 0, 0, 0, 0));
    assertThat(written().rows().count()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0.02", "0.5, 0.5, 0.02", "1, 1, 0"})
  void hotIsTheShareOfOneProduct(double hot, double share, double margin) {
    Knobs knobs = new Knobs(20_000, 1, 0, 0, 0, 0, 7, Map.of("hot", hot));
    assertThat(hottestShare(clicks(knobs, 3))).isCloseTo(share, offset(margin));
  }

  @Test
  void skewMakesAFewProductsPopular() {
    double even = hottestShare(clicks(skewed(0), 3));
    double skewed = hottestShare(clicks(skewed(1), 3));
    double extreme = hottestShare(clicks(skewed(1.5), 3));
    assertThat(even).isLessThan(0.02);
    assertThat(skewed).isGreaterThan(5 * even);
    assertThat(extreme).isGreaterThan(2 * skewed);
  }

  @Tag(Sample.TAG)
  @Test
  void unlikeProductsHaveUnlikeAsins() {
    long products = Sample.either(50_000L, 500_000L);
    Dataset<Row> asins = spark.range(products).select(Asins.of(col("id")).as(ASIN));
    assertThat(asins.distinct().count()).isEqualTo(products);
    assertThat(asins.filter("asin NOT RLIKE '^B0[0-9A-Z]{8}$'").count()).isZero();
  }

  @Test
  void customersClickOften() {
    long customers = clicks(Knobs.rows(20_000), 2).select(CUSTOMER_ID).distinct().count();
    assertThat(customers).isBetween(900L, 1_000L);
  }

  private static Knobs skewed(double skew) {
    return new Knobs(20_000, 1, skew, 0, 0, 0, 7);
  }

  private Dataset<Row> clicks(Knobs knobs, int partitions) {
    return generator.clicks(spark, knobs, partitions);
  }

  private Achieved write(Knobs knobs, Format format) {
    Manifest manifest = generator.write(spark, knobs, format, 3, folder + "/data");
    assertThat(manifest.knobs()).isEqualTo(knobs);
    return manifest.achieved().get(TABLE.name());
  }

  private TableInput written() {
    Source source = Source.at(spark.sessionState().newHadoopConf(), folder + "/data/clicks");
    return TableReader.open(spark, TABLE, source);
  }

  /** The table's columns, with the schema that a reader gives. */
  private Dataset<Row> tableRows(Dataset<Row> clicks) {
    Column[] columns = TABLE.columns().stream().map(name -> col(name)).toArray(Column[]::new);
    return spark.createDataFrame(clicks.select(columns).javaRDD(), TABLE.schema());
  }

  private static double hottestShare(Dataset<Row> clicks) {
    Row count = clicks.groupBy(ASIN).count().selectExpr("max(count) / sum(count)").head();
    return count.getDouble(0);
  }

  /** A hash of the sorted rows of one third of the data. */
  private String hashOf(int third) {
    Dataset<Row> part = clicks(KNOBS, 3).filter(spark_partition_id().equalTo(third));
    Column[] cells =
        Arrays.stream(part.columns())
            .map(name -> coalesce(col(name).cast("string"), lit("null")))
            .toArray(Column[]::new);
    return part.select(concat_ws("|", cells).as("line"))
        .agg(md5(concat_ws("\n", sort_array(collect_list("line"))).cast("binary")))
        .head()
        .getString(0);
  }
}
