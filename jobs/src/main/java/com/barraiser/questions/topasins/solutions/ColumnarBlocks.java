package com.barraiser.questions.topasins.solutions;

import static com.barraiser.datasets.tables.Clicks.ASIN;
import static com.barraiser.questions.topasins.TopAsins.K;

import com.barraiser.columnar.ColumnarScan;
import com.barraiser.columnar.Rows;
import com.barraiser.questions.topasins.TopAsins;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
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

  private static final Comparator<Map.Entry<UTF8String, Long>> BEST_FIRST =
      Map.Entry.<UTF8String, Long>comparingByValue()
          .reversed()
          .thenComparing(Map.Entry::getKey, UTF8String::binaryCompare);

  @Override
  public String why() {
    return "Where the machine's limit is: candidates by columnar batches, longs and blocks.";
  }

  @Override
  public Dataset<Row> answer(Tables tables, Parameters parameters) {
    Dataset<Row> clicks = RecentClicks.of(tables, parameters);
    int k = parameters.integer(K);
    Optional<ColumnarScan> scan = k > MAX_PLACES ? Optional.empty() : ColumnarScan.of(clicks);
    if (scan.isEmpty()) {
      return new CandidatesFirst().answer(tables, parameters);
    }
    return new BestCandidates(
            scan.get(), () -> ColumnarScan.of(clicks.select(ASIN)).orElse(scan.get()), k)
        .customers()
        .map(counts -> Rows.dataset(clicks.sparkSession(), best(counts, k), TopAsins.SCHEMA))
        .orElseGet(() -> new DedupeThenCount().answer(tables, parameters));
  }

  /**
   * The places of {@link Places}, given here, since to plan a query of so few rows takes longer.
   * Texts keep their bytes, also where these are no UTF-8.
   */
  private static List<InternalRow> best(Map<UTF8String, Long> counts, int k) {
    List<InternalRow> rows = new ArrayList<>();
    counts.entrySet().stream()
        .sorted(BEST_FIRST)
        .limit(k)
        .forEachOrdered(best -> rows.add(row(rows.size() + 1, best.getKey(), best.getValue())));
    return rows;
  }

  private static InternalRow row(Object... cells) {
    return new GenericInternalRow(cells);
  }
}
