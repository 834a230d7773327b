package com.barraiser.questions.topasins.solutions;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.columnar.ColumnarScan;
import com.barraiser.testing.CompilingSessions;
import com.barraiser.testing.WithSpark;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The best are found by as few scans as the data allow, and never by luck. */
@WithSpark
class BestCandidatesTest {

  private static final int K = 10;

  private final SparkSession spark;

  @TempDir private Path folder;

  BestCandidatesTest(SparkSession spark) {
    this.spark = CompilingSessions.of(spark);
  }

  @Test
  void productsThatStandOutTakeASampleAndOneScan() throws TimeoutException {
    Dataset<Row> clicks = clicks("id % (1 + id % 97)", "id");
    assertFoundIn(2, clicks);
  }

  @Test
  void productsMuchAlikeTakeASampleAndTwoScans() throws TimeoutException {
    Dataset<Row> clicks = clicks("xxhash64(id) % 1500", "id");
    assertFoundIn(3, clicks);
  }

  @Test
  void firstRowsThatMisleadDoNoHarm() throws TimeoutException {
    Dataset<Row> clicks =
        clicks("if(id < 20000, id % 20, 100 + id % 150)", "if(id < 20000, id % 3, id)");
    assertFoundIn(4, clicks);
  }

  /** Of 6,300 products only the busiest are looked at twice. */
  @Test
  void crowdBelowTheBarIsNotCounted() throws TimeoutException {
    Dataset<Row> clicks = clicks("if(id % 3 = 0, id % 900, 1000 + id % 9000)", "id");
    assertFoundIn(4, clicks);
    Dataset<Row> clear = clicks("if(id % 3 = 0, id % 30, 1000 + id % 9000)", "id");
    assertFoundIn(2, clear);
  }

  /** Of 15,000 clicks each, and all but two or three are outside of the filter. */
  @Test
  void clicksInFewOfTheFilesAreCounted() {
    Dataset<Row> all = inEightFiles(120_000, "id % (1 + id % 97)");
    assertExact(all.filter("customer_id >= 40000 AND customer_id < 70000"));
    assertExact(all.filter("customer_id >= 45000 AND customer_id < 75000"));
    assertThat(best(all.filter("customer_id < 0")).orElseThrow()).isEmpty();
  }

  /** Of ten products of its own each, so that all tasks together know far more than are told. */
  @Test
  void soManyProductsAreToldInAll() {
    Dataset<Row> clicks = inEightFiles(8_000, "id div 1000 * 10 + id % 10");
    ClickTally.First first = ClickTally.first(ColumnarScan.of(clicks).orElseThrow(), 10_000, 20);
    assertThat(first.partitions()).hasSize(8);
    assertThat(first.busiest()).hasSize(20).allSatisfy(p -> assertThat(p._2()).isEqualTo(100));
  }

  @Test
  void robotsThatClickMostAreNotTheBest() {
    assertExact(clicks("if(id % 2 = 0, 1000 + id % 37, id % 200)", "if(id % 2 = 0, 7, id)"));
  }

  @Test
  void namesThatAreNoAsinsAreCounted() {
    Dataset<Row> clicks = clicks("id % (1 + id % 97)", "id");
    String some = "if(asin < 'B000000050', substr(asin, 6), asin) AS asin";
    assertExact(stored(clicks.selectExpr(some, "customer_id"), "some"));
    assertExact(stored(clicks.selectExpr("substr(asin, 6) AS asin", "customer_id"), "odd"));
  }

  @Test
  void fewerProductsThanPlacesAreAllCounted() {
    Dataset<Row> clicks = clicks("id % 3", "id % 1000");
    Optional<Map<UTF8String, Long>> found = best(clicks);
    assertThat(found.orElseThrow()).hasSize(3);
    assertExact(clicks, found);
  }

  @Test
  void tooManyThatCanBeBestAreNotCounted() {
    assertThat(best(clicks("id % 15000", "id"))).isEmpty();
  }

  @Test
  @Tag("long")
  void moreProductsThanATaskKeepsAreCounted() {
    assertExact(clicks(2_400_000, "if(id % 3 = 0, id % 900, 1000 + id)", "id % 70000"));
  }

  private static void assertExact(Dataset<Row> clicks) {
    assertExact(clicks, best(clicks));
  }

  private static void assertExact(Dataset<Row> clicks, Optional<Map<UTF8String, Long>> found) {
    List<Row> expected =
        clicks
            .groupBy("asin")
            .agg(count_distinct(col("customer_id")).as("customers"))
            .orderBy(col("customers").desc(), col("asin"))
            .limit(K)
            .collectAsList();
    Comparator<Map.Entry<UTF8String, Long>> most = Map.Entry.comparingByValue();
    List<String> best =
        found.orElseThrow().entrySet().stream()
            .sorted(most.reversed().thenComparing(Map.Entry::getKey))
            .limit(K)
            .map(product -> product.getKey() + " " + product.getValue())
            .toList();
    assertThat(best).hasSize(expected.size());
    assertThat(best)
        .isEqualTo(expected.stream().map(row -> row.get(0) + " " + row.get(1)).toList());
  }

  /** One job is one scan. */
  private void assertFoundIn(int scans, Dataset<Row> clicks) throws TimeoutException {
    String group = "scans of " + folder + System.nanoTime();
    spark.sparkContext().setJobGroup(group, group, false);
    Optional<Map<UTF8String, Long>> found = best(clicks);
    spark.sparkContext().clearJobGroup();
    spark.sparkContext().listenerBus().waitUntilEmpty();
    assertThat(spark.sparkContext().statusTracker().getJobIdsForGroup(group)).hasSize(scans);
    assertExact(clicks, found);
  }

  private static Optional<Map<UTF8String, Long>> best(Dataset<Row> clicks) {
    ColumnarScan products = ColumnarScan.of(clicks.select("asin")).orElseThrow();
    ColumnarScan pairs = ColumnarScan.of(clicks.select("asin", "customer_id")).orElseThrow();
    return new BestCandidates(pairs, () -> products, K).customers();
  }

  /** Each read by a task of its own; every click is of another customer. */
  private Dataset<Row> inEightFiles(long rows, String product) {
    spark.conf().set("spark.sql.files.minPartitionNum", 8);
    return stored(
        spark
            .range(0, rows, 1, 8)
            .selectExpr(
                "concat('B', lpad(%s, 9, '0')) AS asin".formatted(product), "id AS customer_id"),
        "eight");
  }

  private Dataset<Row> clicks(String product, String customer) {
    return clicks(60_000, product, customer);
  }

  private Dataset<Row> clicks(long rows, String product, String customer) {
    return stored(
        spark
            .range(0, rows, 1, 1)
            .selectExpr(
                "concat('B', lpad(abs(%s), 9, '0')) AS asin".formatted(product),
                "CAST(%s AS BIGINT) AS customer_id".formatted(customer)),
        "clicks" + Math.abs((product + customer).hashCode()));
  }

  private Dataset<Row> stored(Dataset<Row> rows, String name) {
    String place = folder.resolve(name).toString();
    rows.write().parquet(place);
    return spark.read().parquet(place);
  }
}
