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
 * <p>A first scan of the products adds up clicks in a table of longs per task and shuffles one pair
 * of longs a product; the k-th best exact count among the busiest sets the bar. A second scan sends
 * the pairs of candidate and customer, each once a task, and counts them; a third one is needed
 * only where repeated clicks hide the best. It wins wherever files give batches (Parquet, Delta,
 * JSON lines) and k is small; for other inputs, and where many products reach the bar, a plan of
 * columns answers.
 */
public final class ColumnarBlocks implements Solution {

  /** Beyond this many, candidates are no longer few. */
  private static final int MAX_PRODUCTS = 4_096;

  /** For more places than that, too few products would stay below the bar. */
  private static final int MAX_PLACES = 1_000;

  /** Products with that share of the k-th one's clicks are worth counting at once. */
  private static final double NEAR = 0.9;

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
    List<Tuple2<UTF8String, Long>> busiest = ClickCounts.busiest(products, MAX_PRODUCTS);
    double near = busiest.size() < k ? 0 : NEAR * busiest.get(k - 1)._2();
    Map<UTF8String, Long> counts = new HashMap<>();
    count(pairs, busiest.stream().filter(p -> p._2() >= near).map(Tuple2::_1).toList(), counts);
    long bar = counts.values().stream().sorted(reverseOrder()).skip(k - 1L).findFirst().orElse(0L);
    if (busiest.size() == MAX_PRODUCTS && busiest.get(MAX_PRODUCTS - 1)._2() >= bar) {
      return Optional.empty();
    }
    count(
        pairs,
        busiest.stream().filter(p -> p._2() < near && p._2() >= bar).map(Tuple2::_1).toList(),
        counts);
    return Optional.of(counts);
  }

  private static void count(
      ColumnarScan pairs, List<UTF8String> asins, Map<UTF8String, Long> counts) {
    if (asins.isEmpty()) {
      return;
    }
    long[] customers = CandidateCustomers.of(pairs, asins);
    for (int i = 0; i < customers.length; i++) {
      counts.put(asins.get(i), customers[i]);
    }
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
