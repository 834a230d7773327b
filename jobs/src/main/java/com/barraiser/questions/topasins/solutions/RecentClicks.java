package com.barraiser.questions.topasins.solutions;

import static com.barraiser.datasets.tables.Clicks.ASIN;
import static com.barraiser.datasets.tables.Clicks.CUSTOMER_ID;
import static com.barraiser.datasets.tables.Clicks.TABLE;
import static com.barraiser.datasets.tables.Clicks.TS;
import static com.barraiser.questions.topasins.TopAsins.AS_OF;
import static com.barraiser.questions.topasins.TopAsins.WINDOW;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Tables;
import java.time.Instant;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The clicks that count. */
final class RecentClicks {

  private RecentClicks() {}

  /**
   * Product and customer of the clicks in the window. Both edges are literals on the bare column,
   * so that a scan can skip the files and row groups outside.
   */
  static Dataset<Row> of(Tables tables, Parameters parameters) {
    Instant end = parameters.instant(AS_OF);
    Instant start = end.minus(parameters.duration(WINDOW));
    return tables
        .table(TABLE.name())
        .filter(col(TS).gt(lit(start)).and(col(TS).leq(lit(end))))
        .select(ASIN, CUSTOMER_ID);
  }
}
