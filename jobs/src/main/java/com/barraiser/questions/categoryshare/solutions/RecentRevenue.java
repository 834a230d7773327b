package com.barraiser.questions.categoryshare.solutions;

import static com.barraiser.datasets.tables.DailyRevenue.CATEGORY;
import static com.barraiser.datasets.tables.DailyRevenue.MARKETPLACE_ID;
import static com.barraiser.datasets.tables.DailyRevenue.ORDER_DATE;
import static com.barraiser.datasets.tables.DailyRevenue.REVENUE;
import static com.barraiser.datasets.tables.DailyRevenue.TABLE;
import static com.barraiser.questions.categoryshare.CategoryShare.AS_OF;
import static com.barraiser.questions.categoryshare.CategoryShare.DAYS;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Tables;
import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The revenue that counts. */
final class RecentRevenue {

  private static final LocalDate YEAR_ZERO = LocalDate.of(0, 1, 1);

  private RecentRevenue() {}

  /**
   * Marketplace, category and revenue of the days in the window. Both edges are literals on the
   * bare column, so that a scan can skip what lies outside.
   */
  static Dataset<Row> of(Tables tables, Parameters parameters) {
    LocalDate last = parameters.date(AS_OF);
    LocalDate first = last.minusDays(parameters.integer(DAYS) - 1L);
    // No row has a day before year 0, and Spark has none for every number of days before that.
    LocalDate known = first.getYear() < 0 ? YEAR_ZERO : first;
    return tables
        .table(TABLE.name())
        .filter(col(ORDER_DATE).between(lit(known), lit(last)))
        .select(MARKETPLACE_ID, CATEGORY, REVENUE);
  }
}
