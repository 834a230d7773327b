package com.barraiser.questions.categoryshare.solutions;

import static com.barraiser.datasets.tables.Marketplaces.MARKETPLACE_ID;
import static com.barraiser.questions.categoryshare.CategoryShare.RANK;
import static com.barraiser.questions.categoryshare.CategoryShare.TOP;

import com.barraiser.columnar.ColumnarScan;
import com.barraiser.columnar.Rows;
import com.barraiser.datasets.tables.Marketplaces;
import com.barraiser.questions.categoryshare.CategoryShare;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * The sums and heaps of {@link BestFew}, on columnar batches: a task gives every name a number, and
 * adds up in an array under the first of them, in a primitive table under the others.
 *
 * <p>One scan of each table, which never makes rows, one shuffle of the known marketplaces and of a
 * sum for every category of each task, and one of the answer where it lies in several partitions.
 * It wins wherever files give batches (Parquet, Delta, JSON lines), and most where their texts are
 * in dictionaries; where one of the inputs gives none, {@link BestFew} answers, whose space is
 * bounded like this, though {@code split-sums} is faster for few categories. It loses in what it
 * takes to read, and where one marketplace has nearly all of very many categories, which all go to
 * one task, and where memory is short: its tables cannot be spilled, and a task that is not granted
 * one fails with advice.
 */
public final class ColumnarBlocks implements Solution {

  @Override
  public String why() {
    return "Where the machine's limit is: names as numbers, added up in an array of longs.";
  }

  @Override
  public Dataset<Row> answer(Tables tables, Parameters parameters) {
    Dataset<Row> revenue = RecentRevenue.of(tables, parameters);
    Dataset<Row> marketplaces = tables.table(Marketplaces.TABLE.name());
    Optional<ColumnarScan> sold = ColumnarScan.of(revenue);
    Optional<ColumnarScan> known = ColumnarScan.of(marketplaces.select(MARKETPLACE_ID));
    if (sold.isEmpty() || known.isEmpty()) {
      return new BestFew().answer(tables, parameters);
    }
    int partitions = sold.get().fewPartitions();
    int top = parameters.integer(TOP);
    JavaRDD<InternalRow> best =
        known
            .get()
            .shuffled(partitions, KnownSender::new)
            .zipPartitions(
                sold.get().shuffled(partitions, RevenueSender::new),
                (ids, sums) -> TopCategories.of(ids, sums, top));
    Dataset<Row> rows = Rows.dataset(revenue.sparkSession(), best, CategoryShare.SCHEMA);
    // One partition is in order already, and to plan a sort takes longer than it would.
    return partitions == 1 ? rows : rows.orderBy(MARKETPLACE_ID, RANK);
  }
}
