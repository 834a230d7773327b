package com.barraiser.questions.topasins.solutions;

import static com.barraiser.datasets.tables.Clicks.ASIN;
import static com.barraiser.questions.topasins.TopAsins.K;
import static com.barraiser.questions.topasins.TopAsins.UNIQUE_CUSTOMERS;
import static java.util.Comparator.reverseOrder;
import static java.util.stream.Collectors.toMap;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A product has at most as many unique customers as clicks, so few products can be among the best.
 *
 * <p>Counts clicks per product, then the customers of those with the most clicks. The k-th best of
 * them sets the bar: a product with fewer clicks is out for certain. Whatever else reaches the bar
 * is counted in a second round, which is rarely needed. Two scans and three small shuffles: a row
 * per product and task, the candidates' customers, 64 a row where ids are dense, and their counts.
 * It wins where k is small beside the number of products; where candidates would be many, it
 * answers as {@link DedupeThenCount}.
 */
public final class CandidatesFirst implements Solution {

  /** Beyond this many, candidates are no longer few. */
  private static final int MAX_PRODUCTS = 1_000;

  /** For more places than that, too few products would stay below the bar. */
  private static final int MAX_PLACES = 250;

  /** Products with that share of the k-th one's clicks are worth counting at once. */
  private static final double NEAR = 0.75;

  /** What bytes that are no text become on the way here; they are not found again by it. */
  private static final char NO_TEXT = '\uFFFD';

  private static final String HASH = "hash";
  private static final String CLICKS = "clicks";

  private static final StructType COUNTS =
      new StructType().add(ASIN, DataTypes.StringType).add(UNIQUE_CUSTOMERS, DataTypes.LongType);

  @Override
  public String why() {
    return "The fastest plain one: clicks bound customers, so few products need an exact count.";
  }

  @Override
  public Dataset<Row> answer(Tables tables, Parameters parameters) {
    Dataset<Row> clicks = RecentClicks.of(tables, parameters);
    int k = parameters.integer(K);
    if (k > MAX_PLACES) {
      return new DedupeThenCount().answer(tables, parameters);
    }
    List<Row> busiest = busiest(clicks);
    double near = busiest.size() < k ? 0 : NEAR * clicks(busiest.get(k - 1));
    Map<String, Long> counts =
        new HashMap<>(counted(clicks, busiest, product -> clicks(product) >= near));
    long bar = bar(counts, k);
    if (busiest.size() == MAX_PRODUCTS && clicks(busiest.get(MAX_PRODUCTS - 1)) >= bar) {
      return new DedupeThenCount().answer(tables, parameters);
    }
    counts.putAll(
        counted(clicks, busiest, product -> clicks(product) < near && clicks(product) >= bar));
    if (counts.keySet().stream().anyMatch(asin -> asin.indexOf(NO_TEXT) >= 0)) {
      return new DedupeThenCount().answer(tables, parameters);
    }
    return rows(clicks.sparkSession(), counts).transform(all -> Places.best(all, parameters));
  }

  /**
   * The hashes of products with the most clicks: more of them than are likely to be needed.
   * Products that share a hash share its clicks, and so each has at most as many.
   */
  private static List<Row> busiest(Dataset<Row> clicks) {
    return clicks
        .groupBy(CustomerBlocks.hash().as(HASH))
        .agg(count(lit(1)).as(CLICKS))
        .orderBy(col(CLICKS).desc())
        .limit(MAX_PRODUCTS)
        .collectAsList();
  }

  private static Map<String, Long> counted(
      Dataset<Row> clicks, List<Row> products, Predicate<Row> isCandidate) {
    List<Long> hashes =
        products.stream().filter(isCandidate).map(row -> row.<Long>getAs(HASH)).toList();
    return hashes.isEmpty()
        ? Map.of()
        : CustomerBlocks.uniqueCustomers(clicks, hashes).collectAsList().stream()
            .collect(
                toMap(
                    row -> row.<String>getAs(ASIN),
                    row -> row.<Long>getAs(UNIQUE_CUSTOMERS),
                    Math::addExact));
  }

  /** The k-th best count, or nothing where there are fewer. */
  private static long bar(Map<String, Long> counts, int k) {
    return counts.values().stream().sorted(reverseOrder()).skip(k - 1L).findFirst().orElse(0L);
  }

  private static Dataset<Row> rows(SparkSession spark, Map<String, Long> counts) {
    List<Row> rows =
        counts.entrySet().stream()
            .map(product -> RowFactory.create(product.getKey(), product.getValue()))
            .toList();
    return spark.createDataFrame(rows, COUNTS);
  }

  private static long clicks(Row product) {
    return product.getAs(CLICKS);
  }
}
