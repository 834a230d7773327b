package com.barraiser.questions.topasins.solutions;

import static com.barraiser.datasets.tables.Clicks.ASIN;
import static com.barraiser.questions.topasins.TopAsins.K;
import static com.barraiser.questions.topasins.TopAsins.UNIQUE_CUSTOMERS;
import static java.util.Comparator.reverseOrder;

import com.barraiser.columnar.ColumnarScan;
import com.barraiser.columnar.Rows;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Tuple2;

/**
 * The bound of {@link CandidatesFirst}, on columnar batches: clicks bound customers, and few
 * products reach the bar.
 *
 * <p>The first rows of every task tell which products are likely to be among the best. One scan
 * then counts the customers of these, exactly, and the clicks of all others: tables of longs in
 * each task, of which a pair of candidate and customer or a product makes 16 bytes in the shuffle.
 * The k-th best count sets the bar; what has enough clicks to reach it, and was not likely, is
 * counted in one more scan or two. It wins wherever files give batches (Parquet, Delta, JSON lines)
 * and k is small; for other inputs, and where many products reach the bar, a plan of columns
 * answers.
 */
public final class ColumnarBlocks implements Solution {

  /** Beyond this many, candidates are no longer few. */
  private static final int MAX_PRODUCTS = 4_096;

  /** For more places than that, too few products would stay below the bar. */
  private static final int MAX_PLACES = 1_000;

  /** What every task looks at before the scan. */
  private static final int FIRST_ROWS = 16_384;

  /** With fewer first clicks on the k-th product, chance has chosen it. */
  private static final int TELLING = 50;

  /** Products with that share of the k-th one's first clicks are likely. */
  private static final double LIKELY = 0.75;

  /** Products with that share of the k-th one's clicks are worth counting at once. */
  private static final double NEAR = 0.9;

  /** So many times k products at most are counted next. */
  private static final int NEXT = 8;

  private static final StructType COUNTS =
      new StructType().add(ASIN, DataTypes.StringType).add(UNIQUE_CUSTOMERS, DataTypes.LongType);

  @Override
  public String why() {
    return "Where the machine's limit is: candidates by columnar batches, longs and blocks.";
  }

  @Override
  public Dataset<Row> answer(Tables tables, Parameters parameters) {
    Dataset<Row> clicks = RecentClicks.of(tables, parameters);
    Optional<ColumnarScan> products = ColumnarScan.of(clicks.select(ASIN));
    Optional<ColumnarScan> pairs = ColumnarScan.of(clicks);
    int k = parameters.integer(K);
    if (products.isEmpty() || pairs.isEmpty() || k > MAX_PLACES) {
      return new CandidatesFirst().answer(tables, parameters);
    }
    return counts(products.get(), pairs.get(), k)
        .map(counts -> rows(clicks.sparkSession(), counts))
        .map(counts -> Places.best(counts, parameters))
        .orElseGet(() -> new DedupeThenCount().answer(tables, parameters));
  }

  /** The customers of all products that can be among the best, or nothing where they are many. */
  private static Optional<Map<UTF8String, Long>> counts(
      ColumnarScan products, ColumnarScan pairs, int k) {
    Map<UTF8String, Long> counts = new HashMap<>();
    var likely = likely(products, k);
    var others = tally(likely.isEmpty() ? products : pairs, likely, MAX_PRODUCTS, counts);
    double near = Math.max(bar(counts, k), NEAR * kth(others, k));
    List<Tuple2<UTF8String, Long>> next = others.subList(0, Math.min(others.size(), NEXT * k));
    tally(pairs, clicked(next, near, Long.MAX_VALUE), 0, counts);
    long bar = bar(counts, k);
    if (others.size() == MAX_PRODUCTS && others.get(MAX_PRODUCTS - 1)._2() >= bar) {
      return Optional.empty();
    }
    tally(pairs, unknown(clicked(others, bar, Long.MAX_VALUE), counts), 0, counts);
    return Optional.of(counts);
  }

  /** Products that the first rows tell to be among the best, or none where they tell little. */
  private static List<UTF8String> likely(ColumnarScan products, int k) {
    var first = ClickTally.of(products.firstRows(FIRST_ROWS), List.of(), MAX_PRODUCTS)._2();
    long kth = kth(first, k);
    return kth < TELLING ? List.of() : clicked(first, LIKELY * kth, Long.MAX_VALUE);
  }

  private static List<UTF8String> unknown(List<UTF8String> asins, Map<UTF8String, Long> counts) {
    return asins.stream().filter(asin -> !counts.containsKey(asin)).toList();
  }

  /** Counts customers of candidates, and returns the most clicked others with their clicks. */
  private static List<Tuple2<UTF8String, Long>> tally(
      ColumnarScan clicks, List<UTF8String> candidates, int most, Map<UTF8String, Long> counts) {
    if (candidates.isEmpty() && most == 0) {
      return List.of();
    }
    var tally = ClickTally.of(clicks, candidates, most);
    for (int i = 0; i < candidates.size(); i++) {
      counts.put(candidates.get(i), tally._1()[i]);
    }
    return tally._2();
  }

  private static List<UTF8String> clicked(
      List<Tuple2<UTF8String, Long>> products, double least, double below) {
    return products.stream()
        .filter(product -> product._2() >= least && product._2() < below)
        .map(Tuple2::_1)
        .toList();
  }

  /** The clicks of the k-th product, or 0 where there are fewer. */
  private static long kth(List<Tuple2<UTF8String, Long>> products, int k) {
    return products.size() < k ? 0 : products.get(k - 1)._2();
  }

  /** The k-th best count, or 0 where there are fewer. */
  private static long bar(Map<UTF8String, Long> counts, int k) {
    return counts.values().stream().sorted(reverseOrder()).skip(k - 1L).findFirst().orElse(0L);
  }

  /** Texts keep their bytes, also where these are no UTF-8. */
  private static Dataset<Row> rows(SparkSession spark, Map<UTF8String, Long> counts) {
    List<InternalRow> rows =
        counts.entrySet().stream()
            .<InternalRow>map(
                product ->
                    new GenericInternalRow(new Object[] {product.getKey(), product.getValue()}))
            .toList();
    return Rows.dataset(spark, rows, COUNTS);
  }
}
