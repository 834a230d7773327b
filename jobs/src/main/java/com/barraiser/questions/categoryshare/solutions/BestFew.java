package com.barraiser.questions.categoryshare.solutions;

import static com.barraiser.datasets.tables.DailyRevenue.CATEGORY;
import static com.barraiser.datasets.tables.DailyRevenue.MARKETPLACE_ID;
import static com.barraiser.datasets.tables.DailyRevenue.REVENUE;
import static com.barraiser.questions.categoryshare.CategoryShare.MONEY;
import static com.barraiser.questions.categoryshare.CategoryShare.RANK;
import static com.barraiser.questions.categoryshare.CategoryShare.REVENUE_7D;
import static com.barraiser.questions.categoryshare.CategoryShare.REVENUE_SHARE;
import static com.barraiser.questions.categoryshare.CategoryShare.TOP;
import static com.barraiser.questions.categoryshare.CategoryShare.TOTAL_REVENUE_7D;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import com.barraiser.datasets.tables.Marketplaces;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A marketplace's best categories are kept in a heap of {@code top} places, so that none of them is
 * sorted whole: {@code min_by} with a limit, by the revenue with its sign turned and then the name.
 *
 * <p>Three shuffles: a row per marketplace and category of each task, then a heap and a total per
 * marketplace and task, then the answer. It wins where marketplaces have very many categories, or
 * one has nearly all of them: what meets in one task is heaps, not categories. It loses nothing
 * measurable where they have few. More places than {@code min_by} can keep are a sorted array.
 */
public final class BestFew implements Solution {

  /** The largest heap that Spark allows. */
  private static final int MAX_HEAP = 100_000;

  private static final String BEST = "best";
  private static final String ENTRY = "entry";
  private static final String POSITION = "position";
  private static final String BELOW = "below";

  @Override
  public String why() {
    return "Never sorts a marketplace whole: each task keeps the best few of it in a heap.";
  }

  @Override
  public Dataset<Row> answer(Tables tables, Parameters parameters) {
    Dataset<Row> known = tables.table(Marketplaces.TABLE.name()).select(MARKETPLACE_ID);
    return RecentRevenue.of(tables, parameters)
        .groupBy(MARKETPLACE_ID, CATEGORY)
        .agg(sum(REVENUE).as(REVENUE_7D))
        .join(known, known.columns(), "inner")
        .withColumn(ENTRY, struct(negate(col(REVENUE_7D)).as(BELOW), col(CATEGORY)))
        .groupBy(MARKETPLACE_ID)
        .agg(
            sum(REVENUE_7D).cast(MONEY).as(TOTAL_REVENUE_7D),
            best(parameters.integer(TOP)).as(BEST))
        .transform(BestFew::places);
  }

  private static Column best(int top) {
    return top <= MAX_HEAP
        ? call_function("min_by", col(ENTRY), col(ENTRY), lit(top))
        : call_function("slice", array_sort(collect_list(col(ENTRY))), lit(1), lit(top));
  }

  private static Dataset<Row> places(Dataset<Row> marketplaces) {
    Column revenue = negate(col(ENTRY).getField(BELOW)).cast(MONEY);
    Column total = col(TOTAL_REVENUE_7D).cast("double");
    return marketplaces
        .select(
            col(MARKETPLACE_ID),
            col(TOTAL_REVENUE_7D),
            posexplode(col(BEST)).as(new String[] {POSITION, ENTRY}))
        .select(
            col(MARKETPLACE_ID),
            col(ENTRY).getField(CATEGORY).as(CATEGORY),
            revenue.as(REVENUE_7D),
            col(TOTAL_REVENUE_7D),
            revenue.cast("double").divide(nullif(total, lit(0.0))).as(REVENUE_SHARE),
            col(POSITION).plus(1).as(RANK))
        .orderBy(MARKETPLACE_ID, RANK);
  }
}
