package com.barraiser.questions.firstevent.solutions;

import static com.barraiser.datasets.tables.OrderEvents.EVENT_TIME;
import static com.barraiser.datasets.tables.OrderEvents.EXTRA;
import static com.barraiser.datasets.tables.OrderEvents.STATUS;
import static java.util.Comparator.nullsFirst;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.unix_micros;

import com.barraiser.datasets.Utf8;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What packing needs to know about the events.
 *
 * @param rows how many there are; 0 where there is no packing
 * @param packing a packing for all of them, or nothing where a BIGINT cannot hold them
 */
record EventProfile(long rows, Optional<EventPacking> packing) {

  private static final EventProfile NOT_PACKABLE = new EventProfile(0, Optional.empty());

  /** A text's rank is found by comparing with each in turn, so many would cost more than a sort. */
  private static final int MAX_TEXTS = 32;

  private static final int MAX_LENGTH = 200;
  private static final int MAX_PAIRS = MAX_TEXTS * MAX_TEXTS;

  /** Enough to meet what is common, and read in a blink. */
  private static final int SAMPLE = 10_000;

  /** What lies outside is found like an unknown text; 32 by 32 pairs fit beside these times. */
  private static final long USUAL_START_MICROS = micros("1970-01-01T00:00:00Z");

  private static final long USUAL_END_MICROS = micros("2200-01-01T00:00:00Z");

  private static final String ROWS = "rows";
  private static final String UNUSUAL = "unusual";
  private static final String EARLIEST = "earliest";
  private static final String LATEST = "latest";

  /**
   * The profile of the events. The first ones tell nearly everything: one scan counts the rows and
   * those that have something that the first ones have not, and only where there are such rows a
   * second one looks at them.
   */
  static EventProfile of(Dataset<Row> events) {
    List<Row> sample = pairs(events.limit(SAMPLE));
    if (!isPackable(sample)) {
      return NOT_PACKABLE;
    }
    Column usual = isUsual(sample);
    Row counted = events.agg(count(lit(1)).as(ROWS), count_if(not(usual)).as(UNUSUAL)).head();
    List<Row> all = new ArrayList<>(sample);
    if (counted.<Long>getAs(UNUSUAL) > 0) {
      all.addAll(pairs(events.filter(not(usual))));
    }
    return isPackable(all)
        ? new EventProfile(counted.<Long>getAs(ROWS), packing(all))
        : NOT_PACKABLE;
  }

  /** The distinct pairs of status and extra, each with its earliest and latest time. */
  private static List<Row> pairs(Dataset<Row> events) {
    Column micros = unix_micros(col(EVENT_TIME));
    return events
        .groupBy(start(STATUS), start(EXTRA))
        .agg(min(micros).as(EARLIEST), max(micros).as(LATEST))
        .limit(MAX_PAIRS + 1)
        .collectAsList();
  }

  private static boolean isPackable(List<Row> pairs) {
    List<String> statuses = distinct(pairs, STATUS);
    List<String> extras = distinct(pairs, EXTRA);
    return !pairs.isEmpty()
        && statuses.size() <= MAX_TEXTS
        && extras.size() <= MAX_TEXTS
        && Stream.concat(statuses.stream(), extras.stream()).allMatch(EventProfile::isPlain);
  }

  private static Column isUsual(List<Row> sample) {
    return isOneOf(col(STATUS), distinct(sample, STATUS))
        .and(isOneOf(col(EXTRA), distinct(sample, EXTRA)))
        .and(unix_micros(col(EVENT_TIME)).between(USUAL_START_MICROS, USUAL_END_MICROS));
  }

  private static Column isOneOf(Column text, List<String> texts) {
    return texts.stream().map(text::eqNullSafe).reduce(lit(false), Column::or);
  }

  private static Optional<EventPacking> packing(List<Row> pairs) {
    long earliest = pairs.stream().mapToLong(row -> row.<Long>getAs(EARLIEST)).min().orElseThrow();
    long latest = pairs.stream().mapToLong(row -> row.<Long>getAs(LATEST)).max().orElseThrow();
    return EventPacking.of(
        Math.min(earliest, USUAL_START_MICROS),
        Math.max(latest, USUAL_END_MICROS),
        distinct(pairs, STATUS),
        distinct(pairs, EXTRA));
  }

  private static long micros(String instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(instant));
  }

  /** Texts may be megabytes long; only short ones are worth a rank, and worth the way to here. */
  private static Column start(String column) {
    return substring(col(column), 1, MAX_LENGTH + 1).as(column);
  }

  /** Bytes that are no text arrive here as a replacement character, and are not found again. */
  private static boolean isPlain(String text) {
    return text == null || text.length() <= MAX_LENGTH && text.indexOf('\uFFFD') < 0;
  }

  private static List<String> distinct(List<Row> pairs, String column) {
    return pairs.stream()
        .map(row -> row.<String>getAs(column))
        .distinct()
        .sorted(nullsFirst(Utf8.ORDER))
        .toList();
  }
}
