package com.barraiser.datasets.generate;

import static com.barraiser.datasets.tables.OrderEvents.ORDER_ID;
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
import com.barraiser.datasets.tables.OrderEvents;
import com.barraiser.testing.Sample;
import com.barraiser.testing.WithSpark;
import java.nio.file.Path;
import java.time.Instant;
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
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@WithSpark
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OrderEventsGeneratorTest {

  private static final Knobs KNOBS = new Knobs(3_000, 42, 0.8, 0.1, 0.2, 0.05, 7);
  private static final Knobs CLEAN = new Knobs(3_000, 42, 0.8, 0.1, 0.2, 0, 7);

  private final SparkSession spark;
  private final Path folder;
  private final OrderEventsGenerator generator = new OrderEventsGenerator();

  OrderEventsGeneratorTest(SparkSession spark, @TempDir Path folder) {
    this.spark = spark;
    this.folder = folder;
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 64})
  void partitionsDoNotChangeTheRows(int partitions) {
    assertSameRows(events(KNOBS, 1), events(KNOBS, partitions));
  }

  @Tag(Sample.TAG)
  @ParameterizedTest
  @MethodSource("com.barraiser.testing.Sample#formats")
  void everyFormatHoldsTheSameRowsAndRejectsTheDamagedOnes(Format format) {
    Achieved achieved = write(KNOBS, format);
    TableInput input = written();
    Dataset<Row> events = events(KNOBS, 2);
    assertSameRows(tableRows(events.filter(col("damage").isNull())), input.rows());
    long rejected = input.rejectCounts().values().stream().mapToLong(n -> n).sum();
    assertThat(rejected).isEqualTo(events.filter(col("damage").isNotNull()).count());
    assertThat(achieved.malformed()).isEqualTo(rejected / (double) KNOBS.rows());
    assertThat(achieved.rows()).isEqualTo(KNOBS.rows());
  }

  @Test
  void manifestStatesWhatCameOut() {
    Achieved achieved = write(KNOBS, Format.JSON);
    assertThat(achieved.late()).isCloseTo(KNOBS.late(), offset(0.02));
    assertThat(achieved.duplicates()).isCloseTo(KNOBS.duplicates(), offset(1e-9));
    assertThat(achieved.malformed()).isCloseTo(KNOBS.malformed(), offset(0.02));
    assertThat(achieved.hottestKey())
        .isCloseTo(hottestCount(events(KNOBS, 3)) / (double) KNOBS.rows(), offset(1e-9));
  }

  @Tag(Sample.TAG)
  @ParameterizedTest
  @MethodSource("com.barraiser.testing.Sample#formats")
  void noRowsAreATableToo(Format format) {
    assertThat(write(Knobs.rows(0), format)).isEqualTo(new Achieved(0, 0, 0, 0, 0));
    assertThat(written().rows().count()).isZero();
    assertThat(written().rejectCounts()).isEmpty();
  }

  @Test
  void oneRowIsATableToo() {
    assertThat(write(Knobs.rows(1), Format.JSON)).isEqualTo(new Achieved(1, 1, 0, 0, 0));
    assertThat(written().rows().count()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 28e830f59856a7361394f0dd05e8a717",
    "1, 453ee4aa20a68d5cd2e0a94b4d5e01cb",
    "2, e439a96078dfd0660f62f6a15982c4eb"
  })
  void rowsNeverChange(int part, String hash) {
    assertThat(hashOf(part)).isEqualTo(hash);
  }

  @Test
  void duplicateIsAnExactCopyOfARowThatIsNone() {
    Dataset<Row> events = events(CLEAN, 3);
    Dataset<Row> copies = tableRows(events.filter(col("is_duplicate")));
    Dataset<Row> originals = tableRows(events.filter(col("is_duplicate").equalTo(false)));
    assertThat(copies.count()).isEqualTo(600);
    assertThat(copies.except(originals).count()).isZero();
  }

  @Test
  void duplicatesStandInEveryPartOfTheData() {
    Dataset<Row> events = events(CLEAN, 10);
    assertThat(events.filter(col("is_duplicate")).select(spark_partition_id()).distinct().count())
        .isEqualTo(10);
  }

  @ParameterizedTest
  @CsvSource({"1, 0.5", "1, 0.9", "2, 0.9", "3, 0.99"})
  void aRowIsAlwaysLeftToBeRepeated(long rows, double share) {
    Knobs knobs = new Knobs(rows, 1, 0, 0, share, 0, 7);
    Dataset<Row> events = events(knobs, 1);
    Dataset<Row> originals = tableRows(events.filter(col("is_duplicate").equalTo(false)));
    assertThat(originals.count()).isPositive();
    assertThat(tableRows(events).except(originals).count()).isZero();
  }

  @Tag(Sample.TAG)
  @Test
  void unlikeOrdersHaveUnlikeIds() {
    long rows = Sample.either(40_000L, 400_000L);
    Column order = new Draws(1).zipf(rows / 4, 0, "order", col("id"));
    long orders = spark.range(rows).select(order).distinct().count();
    Dataset<Row> ids = events(Knobs.rows(rows), 4).select(ORDER_ID).distinct();
    assertThat(ids.count()).isEqualTo(orders).isGreaterThan(rows / 4 * 9 / 10);
    assertThat(ids.filter("order_id NOT RLIKE '^[0-9]{3}-[0-9]{7}-[0-9]{7}$'").count()).isZero();
  }

  @Test
  void skewMakesOneOrderHot() {
    long even = hottestCount(events(knobs(0), 3));
    long skewed = hottestCount(events(knobs(1.2), 3));
    long extreme = hottestCount(events(knobs(3), 3));
    assertThat(even).isLessThan(30);
    assertThat(skewed).isGreaterThan(20 * even);
    assertThat(extreme).isGreaterThan(2 * skewed);
  }

  @Test
  void seedChangesTheRows() {
    Dataset<Row> other = events(new Knobs(3_000, 43, 0.8, 0.1, 0.2, 0, 7), 1);
    assertThat(tableRows(events(CLEAN, 1)).intersect(tableRows(other)).count()).isZero();
  }

  @Test
  void timesSpanTheDaysAndHaveMicroseconds() {
    Dataset<Row> events = events(new Knobs(5_000, 1, 0, 0, 0, 0, 3), 1);
    Row span =
        events
            .selectExpr(
                "min(event_time)",
                "max(event_time)",
                "count_if(unix_micros(event_time) % 1000 <> 0)")
            .head();
    assertThat(span.getInstant(0))
        .isBetween(Instant.parse("2024-03-01T00:00:00Z"), Instant.parse("2024-03-01T02:00:00Z"));
    assertThat(span.getInstant(1))
        .isBetween(Instant.parse("2024-03-03T22:00:00Z"), Instant.parse("2024-03-04T00:00:00Z"));
    assertThat(span.getLong(2)).isGreaterThan(3_000);
  }

  private static Knobs knobs(double skew) {
    return new Knobs(20_000, 1, skew, 0, 0, 0, 7);
  }

  private Dataset<Row> events(Knobs knobs, int partitions) {
    return generator.events(spark, knobs, partitions);
  }

  private Achieved write(Knobs knobs, Format format) {
    Manifest manifest = generator.write(spark, knobs, format, 3, folder + "/data");
    assertThat(manifest.knobs()).isEqualTo(knobs);
    assertThat(manifest.format()).isEqualTo(format.key());
    return manifest.achieved().get("order_events");
  }

  private TableInput written() {
    Source source = Source.at(spark.sessionState().newHadoopConf(), folder + "/data/order_events");
    return TableReader.open(spark, OrderEvents.TABLE, source);
  }

  /** The table's columns, with the schema that a reader gives. */
  private Dataset<Row> tableRows(Dataset<Row> events) {
    Column[] columns =
        OrderEvents.TABLE.columns().stream().map(name -> col(name)).toArray(Column[]::new);
    return spark.createDataFrame(events.select(columns).javaRDD(), OrderEvents.TABLE.schema());
  }

  private static long hottestCount(Dataset<Row> events) {
    return events.groupBy(ORDER_ID).count().agg(Map.of("count", "max")).head().getLong(0);
  }

  /** A hash of the sorted rows of one third of the data. */
  private String hashOf(int third) {
    Dataset<Row> part = events(KNOBS, 3).filter(spark_partition_id().equalTo(third));
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
