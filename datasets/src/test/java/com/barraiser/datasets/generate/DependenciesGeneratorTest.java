package com.barraiser.datasets.generate;

import static com.barraiser.datasets.tables.Dependencies.DOWNSTREAM_JOB;
import static com.barraiser.datasets.tables.Dependencies.UPSTREAM_JOB;
import static com.barraiser.datasets.tables.Jobs.JOB;
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
import com.barraiser.datasets.tables.Dependencies;
import com.barraiser.datasets.tables.Jobs;
import com.barraiser.testing.Sample;
import com.barraiser.testing.WithSpark;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DependenciesGeneratorTest {

  private static final Knobs KNOBS =
      new Knobs(3_000, 42, 0.8, 0, 0.2, 0.05, 7, Map.of("depth", 12.0, "fan", 3.0));

  private final SparkSession spark;
  private final Path folder;
  private final DependenciesGenerator generator = new DependenciesGenerator();

  DependenciesGeneratorTest(SparkSession spark, @TempDir Path folder) {
    this.spark = spark;
    this.folder = folder;
  }

  @Tag("long")
  @Test
  void partitionsDoNotChangeTheRows() {
    assertSameRows(dependencies(KNOBS, 1), dependencies(KNOBS, 64));
    assertSameRows(jobs(KNOBS, 1), jobs(KNOBS, 64));
  }

  @ParameterizedTest
  @CsvSource({
    "0, f739c7f6f19f17d634549605c88f6371",
    "1, db943f66b7f12c5c576655f36a81b435",
    "2, e3696a7d46df4519ec1e61a06e0a79e1"
  })
  void rowsNeverChange(int part, String hash) {
    assertThat(hashOf(dependencies(KNOBS, 3), part)).isEqualTo(hash);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 4962c2b94ca75bc867c8e93e323ab793",
    "1, f1bdd660fd94c04610fe138044e79823",
    "2, b49ecd5babb736a619d07f91a0ea2ca6"
  })
  void jobsNeverChange(int part, String hash) {
    assertThat(hashOf(jobs(KNOBS, 3), part)).isEqualTo(hash);
  }

  @Tag("long")
  @ParameterizedTest
  @EnumSource(names = {"JSON", "PARQUET"})
  void formatHoldsTheSameRowsAndRejectsTheDamagedOnes(Format format) {
    Map<String, Achieved> achieved = write(KNOBS, format);
    assertHolds(Dependencies.TABLE, dependencies(KNOBS, 2), achieved);
    assertHolds(Jobs.TABLE, jobs(KNOBS, 2), achieved);
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
    Achieved achieved = write(KNOBS, Format.PARQUET).get("dependencies");
    assertThat(achieved.rows()).isEqualTo(KNOBS.rows());
    assertThat(achieved.late()).isZero();
    assertThat(achieved.duplicates()).isCloseTo(KNOBS.duplicates(), offset(1e-9));
    assertThat(achieved.malformed()).isCloseTo(KNOBS.malformed(), offset(0.02));
    assertThat(achieved.hottestKey()).isCloseTo(hottestShare(KNOBS), offset(1e-9));
    assertThat(achieved.further()).containsEntry("reversed", 0.0);
  }

  @Test
  void noRowsAreTablesToo() {
    Achieved none = new Achieved(0, 0, 0, 0, 0);
    assertThat(write(Knobs.rows(0), Format.PARQUET))
        .containsEntry("jobs", none)
        .containsEntry("dependencies", new Achieved(0, 0, 0, 0, 0, Map.of("reversed", 0.0)));
  }

  @Tag("long")
  @ParameterizedTest
  @CsvSource({"1, 2", "2, 2", "3, 2", "500, 2", "500, 20", "1000, 333", "600, 100000"})
  void graphHasAsManyLevelsAsAskedForAndNoCycle(long rows, double depth) {
    Knobs knobs = knobs(rows, 0.5, Map.of("depth", depth, "fan", 3.0));
    long jobs = Math.max(2, Math.round(rows / 3.0));
    assertThat(levels(knobs)).isEqualTo(Math.min(jobs, (long) depth));
  }

  @Test
  void oneJobForEachIsAChain() {
    Knobs knobs = knobs(300, 0, Map.of("depth", 300.0, "fan", 1.0));
    assertThat(levels(knobs)).isEqualTo(300);
  }

  @Test
  void cyclesAreThereOnlyWhereAskedFor() {
    Dataset<Row> edges = dependencies(knobs(2_000, 0.8, Map.of("cycles", 5.0)), 3);
    Dataset<Row> turned =
        edges.select(col(DOWNSTREAM_JOB).as(UPSTREAM_JOB), col(UPSTREAM_JOB).as(DOWNSTREAM_JOB));
    long both = edges.select(UPSTREAM_JOB, DOWNSTREAM_JOB).intersect(turned).count();
    assertThat(both).isEqualTo(10);
    assertThat(edges.filter(col("reversed")).count()).isEqualTo(5);
  }

  @Tag("long")
  @Test
  void skewMakesAFewJobsPopular() {
    double even = hottestShare(knobs(20_000, 0, Map.of()));
    double skewed = hottestShare(knobs(20_000, 1, Map.of()));
    assertThat(even).isLessThan(0.005);
    assertThat(skewed).isGreaterThan(5 * even);
  }

  @Tag("long")
  @Test
  void someJobsStandNowhereElse() {
    Knobs knobs = knobs(20_000, 0, Map.of());
    Dataset<Row> edges = dependencies(knobs, 2);
    Dataset<Row> known =
        edges.select(col(UPSTREAM_JOB).as(JOB)).union(edges.select(DOWNSTREAM_JOB)).distinct();
    Dataset<Row> listed = jobs(knobs, 2).select(JOB);
    assertThat(known.count()).isBetween(4_500L, 5_000L);
    assertThat(listed.count()).isEqualTo(1_000);
    assertThat(listed.except(known).count()).isBetween(500L, 520L);
  }

  @Tag(Sample.TAG)
  @Test
  void unlikeJobsHaveUnlikeNames() {
    long jobs = Sample.either(50_000L, 500_000L);
    LayeredGraph graph = new LayeredGraph(jobs, 20, 0, new Draws(1));
    Dataset<Row> names = spark.range(jobs).select(graph.name(col("id")).as(JOB));
    assertThat(names.distinct().count()).isEqualTo(jobs);
  }

  private static Knobs knobs(long rows, double skew, Map<String, Double> own) {
    return new Knobs(rows, 1, skew, 0, 0, 0, 7, own);
  }

  private Dataset<Row> dependencies(Knobs knobs, int partitions) {
    return generator.dependencies(spark, knobs, partitions);
  }

  private Dataset<Row> jobs(Knobs knobs, int partitions) {
    return generator.jobs(spark, knobs, partitions);
  }

  private Map<String, Achieved> write(Knobs knobs, Format format) {
    Manifest manifest = generator.write(spark, knobs, format, 3, folder + "/data");
    assertThat(manifest.knobs()).isEqualTo(knobs);
    return manifest.achieved();
  }

  private void assertHolds(Table table, Dataset<Row> rows, Map<String, Achieved> achieved) {
    Source source =
        Source.at(spark.sessionState().newHadoopConf(), folder + "/data/" + table.name());
    TableInput input = TableReader.open(spark, table, source);
    assertSameRows(tableRows(table, rows.filter(col("damage").isNull())), input.rows());
    long rejected = input.rejectCounts().values().stream().mapToLong(n -> n).sum();
    Achieved stated = achieved.get(table.name());
    assertThat(rejected).isEqualTo(rows.filter(col("damage").isNotNull()).count()).isPositive();
    assertThat(stated.malformed()).isEqualTo(rejected / (double) stated.rows());
  }

  /** The table's columns, with the schema that a reader gives. */
  private Dataset<Row> tableRows(Table table, Dataset<Row> rows) {
    Column[] columns = table.columns().stream().map(name -> col(name)).toArray(Column[]::new);
    return spark.createDataFrame(rows.select(columns).javaRDD(), table.schema());
  }

  /** How many rounds it takes to take out what waits for nothing; -1 where that comes to no end. */
  private long levels(Knobs knobs) {
    Map<String, Set<String>> waitsFor = new HashMap<>();
    List<Row> edges = dependencies(knobs, 2).select(UPSTREAM_JOB, DOWNSTREAM_JOB).collectAsList();
    for (Row edge : edges) {
      waitsFor.computeIfAbsent(edge.getString(1), job -> new HashSet<>()).add(edge.getString(0));
      waitsFor.computeIfAbsent(edge.getString(0), job -> new HashSet<>());
    }
    for (long level = 0; ; level++) {
      if (waitsFor.isEmpty()) {
        return level;
      }
      List<String> free =
          waitsFor.keySet().stream().filter(job -> waitsFor.get(job).isEmpty()).toList();
      if (free.isEmpty()) {
        return -1;
      }
      free.forEach(waitsFor::remove);
      waitsFor.values().forEach(jobs -> free.forEach(jobs::remove));
    }
  }

  private double hottestShare(Knobs knobs) {
    Dataset<Row> counts = dependencies(knobs, 3).groupBy(UPSTREAM_JOB).count();
    return counts.selectExpr("max(count) / sum(count)").head().getDouble(0);
  }

  /** A hash of the sorted rows of one third of the data. */
  private static String hashOf(Dataset<Row> rows, int third) {
    Dataset<Row> part = rows.filter(spark_partition_id().equalTo(third));
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
