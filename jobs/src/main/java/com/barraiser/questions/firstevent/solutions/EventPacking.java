package com.barraiser.questions.firstevent.solutions;

import static com.barraiser.datasets.tables.OrderEvents.EVENT_TIME;
import static com.barraiser.datasets.tables.OrderEvents.EXTRA;
import static com.barraiser.datasets.tables.OrderEvents.STATUS;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;

/**
 * Maps time, status and extra to a BIGINT and back, losslessly and keeping their order: the digits
 * of a number whose bases are the counts of distinct extras and of distinct statuses.
 *
 * @param earliestMicros the earliest time, in microseconds since the epoch
 * @param statuses all statuses in their order
 * @param extras all extras in their order, with null first where an event has none
 */
record EventPacking(long earliestMicros, List<String> statuses, List<String> extras) {

  /** The packing for these texts and times, or nothing where a BIGINT cannot hold them. */
  static Optional<EventPacking> of(
      long earliestMicros, long latestMicros, List<String> statuses, List<String> extras) {
    return fits(earliestMicros, latestMicros, statuses.size(), extras.size())
        ? Optional.of(new EventPacking(earliestMicros, statuses, extras))
        : Optional.empty();
  }

  private static boolean fits(long earliest, long latest, int statuses, int extras) {
    try {
      long times = Math.addExact(Math.subtractExact(latest, earliest), 1);
      Math.multiplyExact(times, (long) statuses * extras);
      return true;
    } catch (ArithmeticException e) {
      return false;
    }
  }

  /** The code of an event. */
  Column code() {
    return unix_micros(col(EVENT_TIME))
        .minus(earliestMicros)
        .multiply((long) statuses.size())
        .plus(rank(col(STATUS), statuses))
        .multiply((long) extras.size())
        .plus(rank(col(EXTRA), extras));
  }

  /** The time in a code. */
  Column eventTime(Column code) {
    Column times = call_function("div", code, lit((long) statuses.size() * extras.size()));
    return timestamp_micros(times.plus(earliestMicros));
  }

  /** The status in a code. */
  Column status(Column code) {
    return text(call_function("div", code, lit((long) extras.size())), statuses);
  }

  /** The extra in a code. */
  Column extra(Column code) {
    return text(code, extras);
  }

  private static Column rank(Column text, List<String> texts) {
    Column rank = lit(0L);
    for (int i = 1; i < texts.size(); i++) {
      rank = when(text.equalTo(texts.get(i)), lit((long) i)).otherwise(rank);
    }
    return rank;
  }

  private static Column text(Column rank, List<String> texts) {
    Column[] literals = texts.stream().map(text -> lit(text).cast("string")).toArray(Column[]::new);
    return element_at(array(literals), pmod(rank, lit((long) texts.size())).plus(1).cast("int"));
  }
}
