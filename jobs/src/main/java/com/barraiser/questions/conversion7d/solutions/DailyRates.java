package com.barraiser.questions.conversion7d.solutions;

import static com.barraiser.datasets.tables.Sessions.MARKETPLACE_ID;
import static com.barraiser.questions.conversion7d.Conversion7d.AS_OF;
import static com.barraiser.questions.conversion7d.Conversion7d.CONVERSION_RATE;
import static com.barraiser.questions.conversion7d.Conversion7d.CONVERSION_RATE_7D;
import static com.barraiser.questions.conversion7d.Conversion7d.CONVERTED;
import static com.barraiser.questions.conversion7d.Conversion7d.CONVERTED_7D;
import static com.barraiser.questions.conversion7d.Conversion7d.DAYS_BEFORE;
import static com.barraiser.questions.conversion7d.Conversion7d.IS_COMPLETE;
import static com.barraiser.questions.conversion7d.Conversion7d.SESSIONS;
import static com.barraiser.questions.conversion7d.Conversion7d.SESSIONS_7D;
import static com.barraiser.questions.conversion7d.Conversion7d.SESSION_DATE;
import static com.barraiser.questions.conversion7d.Conversion7d.WINDOW;
import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_micros;

import com.barraiser.vocabulary.Parameters;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** From judged sessions to the answer: counted by day, then over the rolling seven days. */
final class DailyRates {

  /** A session's time, in microseconds since the epoch. */
  static final String MICROS = "micros";

  /** Whether a session converts; null means no. */
  static final String CONVERTS = "converts";

  /** The number of a UTC day since the epoch. */
  static final String DAY = "day";

  private static final long DAY_MICROS = TimeUnit.DAYS.toMicros(1);

  private DailyRates() {}

  /** The answer, from one row per session with its marketplace, time and whether it converts. */
  static Dataset<Row> of(Dataset<Row> judged, Parameters parameters) {
    Column micros = col(MICROS);
    Column dayStart = micros.minus(pmod(micros, lit(DAY_MICROS)));
    return judged
        .groupBy(col(MARKETPLACE_ID), call_function("div", dayStart, lit(DAY_MICROS)).as(DAY))
        .agg(count(lit(1)).as(SESSIONS), count_if(col(CONVERTS)).as(CONVERTED))
        .transform(days -> withWeeks(days, parameters));
  }

  /** The answer, from counts of marketplaces and {@link #DAY}s that may stand in several rows. */
  static Dataset<Row> ofCounts(Dataset<Row> counts, Parameters parameters) {
    return counts
        .groupBy(MARKETPLACE_ID, DAY)
        .agg(sum(SESSIONS).as(SESSIONS), sum(CONVERTED).as(CONVERTED))
        .transform(days -> withWeeks(days, parameters));
  }

  private static Dataset<Row> withWeeks(Dataset<Row> days, Parameters parameters) {
    long window = TimeUnit.MICROSECONDS.convert(parameters.duration(WINDOW));
    Column asOf = unix_micros(lit(parameters.instant(AS_OF)));
    Column dayEnd = col(DAY).plus(1).multiply(DAY_MICROS);
    WindowSpec week = Window.partitionBy(MARKETPLACE_ID).orderBy(DAY).rangeBetween(-DAYS_BEFORE, 0);
    return days.withColumn(SESSIONS_7D, sum(SESSIONS).over(week))
        .withColumn(CONVERTED_7D, sum(CONVERTED).over(week))
        .select(
            col(MARKETPLACE_ID),
            date_from_unix_date(col(DAY).cast("int")).as(SESSION_DATE),
            col(SESSIONS),
            col(CONVERTED),
            col(CONVERTED).divide(col(SESSIONS)).as(CONVERSION_RATE),
            col(SESSIONS_7D),
            col(CONVERTED_7D),
            col(CONVERTED_7D).divide(col(SESSIONS_7D)).as(CONVERSION_RATE_7D),
            dayEnd.plus(window).leq(asOf).as(IS_COMPLETE));
  }
}
