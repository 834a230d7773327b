package com.barraiser.questions.topasins.solutions;

import static com.barraiser.datasets.tables.Clicks.ASIN;
import static com.barraiser.questions.topasins.TopAsins.K;
import static com.barraiser.questions.topasins.TopAsins.UNIQUE_CUSTOMERS;

import com.barraiser.columnar.ColumnarScan;
import com.barraiser.columnar.Rows;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
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

/**
 * The bound of {@link CandidatesFirst}, on columnar batches: clicks bound customers, and few
 * products reach the bar.
 *
 * <p>The first rows of every task may tell which products are likely to be among the best. One scan
 * then counts the customers of these, exactly, and the clicks of all others: tables of longs in
 * each task, of which a pair of candidate and customer or a product makes 16 bytes in the shuffle.
 * Where products are much alike, the first rows tell little, and it takes a scan for the clicks and
 * one for customers. The k-th best count sets the bar; whatever else has the clicks to reach it is
 * counted in one more scan. It wins wherever files give batches (Parquet, Delta, JSON lines) and k
 * is small; for other inputs, and where many products reach the bar, a plan of columns answers.
 */
public final class ColumnarBlocks implements Solution {

  /** For more places than that, too few products would stay below the bar. */
  private static final int MAX_PLACES = 1_000;

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
    return new BestCandidates(products.get(), pairs.get(), k)
        .customers()
        .map(counts -> rows(clicks.sparkSession(), counts))
        .map(counts -> Places.best(counts, parameters))
        .orElseGet(() -> new DedupeThenCount().answer(tables, parameters));
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
