package com.barraiser.questions.ordersfact.solutions;

import static com.barraiser.datasets.tables.OrderLines.ORDER_ID;
import static com.barraiser.datasets.tables.OrderLines.ORDER_TS;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Between which ids the orders of a batch lie, as literals. Where ids grow with the time at which
 * orders are placed, Delta leaves out the files of other times by the least and greatest id that it
 * knows of each file. Where they do not, the ranges hold every id, and no file is left out.
 */
final class IdRanges {

  /** A condition for Delta that has more parts than this costs more than it saves. */
  private static final int MAX_RANGES = 100;

  /** What bytes that are no text become; as literals they would be other bytes. */
  private static final char REPLACEMENT = '\uFFFD';

  private static final String FIRST = "first";
  private static final String LAST = "last";

  private IdRanges() {}

  /** Whether a row's order may be among those of some lines: a range for each day of orders. */
  static Column contain(Dataset<Row> lines) {
    List<Row> ranges =
        lines
            .groupBy(col(ORDER_TS).cast("date"))
            .agg(min(ORDER_ID).as(FIRST), max(ORDER_ID).as(LAST))
            .select(FIRST, LAST)
            .limit(MAX_RANGES + 1)
            .collectAsList();
    if (ranges.size() > MAX_RANGES || !ranges.stream().allMatch(IdRanges::isText)) {
      return lit(true);
    }
    return ranges.stream()
        .map(range -> col(ORDER_ID).between(lit(range.getString(0)), lit(range.getString(1))))
        .reduce(Column::or)
        .orElseGet(() -> lit(false));
  }

  private static boolean isText(Row range) {
    return range.getString(0).indexOf(REPLACEMENT) < 0
        && range.getString(1).indexOf(REPLACEMENT) < 0;
  }
}
