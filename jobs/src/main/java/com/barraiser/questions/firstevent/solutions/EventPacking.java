package com.barraiser.questions.firstevent.solutions;

import static com.barraiser.datasets.tables.OrderEvents.EVENT_TIME;
import static com.barraiser.datasets.tables.OrderEvents.EXTRA;
import static com.barraiser.datasets.tables.OrderEvents.STATUS;
import static java.util.Comparator.nullsFirst;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import com.barraiser.datasets.Utf8;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Maps time, status and extra to a BIGINT and back, losslessly and keeping their order: the digits
 * of a number whose bases are the counts of distinct extras and of distinct statuses.
 *
 * @param earliestMicros the earliest time, in microseconds since the epoch
 * @param statuses all statuses in their order
 * @param extras all extras in their order, with null first where an event has none
 */
record EventPacking(long earliestMicros, List<String> statuses, List<String> extras) {

  /** A text's rank is found by comparing with each in turn, so many would cost more than a sort. */
  private static final int MAX_TEXTS = 32;

  private static final int MAX_LENGTH = 200;
  private static final int MAX_PAIRS = MAX_TEXTS * MAX_TEXTS;

  /** The packing for all of the events, or nothing where a BIGINT cannot hold them. */
  static Optional<EventPacking> of(Dataset<Row> events) {
    List<Row> pairs =
        events
            .groupBy(start(STATUS), start(EXTRA))
            .agg(min(unix_micros(col(EVENT_TIME))), max(unix_micros(col(EVENT_TIME))))
            .limit(MAX_PAIRS + 1)
            .collectAsList();
    List<String> statuses = distinct(pairs, 0);
    List<String> extras = distinct(pairs, 1);
    if (pairs.isEmpty() || pairs.size() > MAX_PAIRS) {
      return Optional.empty();
    }
    if (!Stream.concat(statuses.stream(), extras.stream()).allMatch(EventPacking::isPlain)) {
      return Optional.empty();
    }
    long earliest = pairs.stream().mapToLong(row -> row.getLong(2)).min().orElseThrow();
    long latest = pairs.stream().mapToLong(row -> row.getLong(3)).max().orElseThrow();
    boolean few = statuses.size() <= MAX_TEXTS && extras.size() <= MAX_TEXTS;
    return few && fits(earliest, latest, statuses.size(), extras.size())
        ? Optional.of(new EventPacking(earliest, statuses, extras))
        : Optional.empty();
  }

  /** Texts may be megabytes long; only short ones are worth a rank, and worth the way to here. */
  private static Column start(String column) {
    return substring(col(column), 1, MAX_LENGTH + 1).as(column);
  }

  /** Bytes that are no text arrive here as a replacement character, and are not found again. */
  private static boolean isPlain(String text) {
    return text == null || text.length() <= MAX_LENGTH && text.indexOf('\uFFFD') < 0;
  }

  private static List<String> distinct(List<Row> pairs, int column) {
    return pairs.stream()
        .map(row -> row.getString(column))
        .distinct()
        .sorted(nullsFirst(Utf8.ORDER))
        .toList();
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
