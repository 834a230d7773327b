package com.barraiser.vocabulary;

import com.barraiser.datasets.read.IsoTimestamp;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the values of parameters as people write them. */
final class ParameterTexts {

  private static final String TIMESTAMP =
      "is not an ISO-8601 date-time such as 2024-03-01T12:00:00Z";
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern DURATION = Pattern.compile("(?:[0-9]{1,9}[dhms])+");
  private static final Pattern PART = Pattern.compile("([0-9]+)([dhms])");

  /** Longer than any table's times lie apart; microseconds of it are far from 64 bits. */
  private static final Duration LONGEST = Duration.ofDays(3_652_425);

  private ParameterTexts() {}

  static Instant timestamp(String text) {
    try {
      Instant time = Instant.EPOCH.plus(IsoTimestamp.micros(text), ChronoUnit.MICROS);
      int year = time.atOffset(ZoneOffset.UTC).getYear();
      if (year >= 1 && year <= 9999) {
        return time;
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(TIMESTAMP, e);
    }
    throw new IllegalArgumentException("is not in the years 1 to 9999");
  }

  static LocalDate date(String text) {
    try {
      if (DATE.matcher(text).matches()) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeException e) {
      // No such day: the same as any other text.
    }
    throw new IllegalArgumentException("is not an ISO-8601 date such as 2024-03-01");
  }

  static Duration duration(String text, Duration least) {
    if (!DURATION.matcher(text).matches()) {
      throw new IllegalArgumentException("is no length of time such as 36h, 7d, 90m or 1d12h");
    }
    Duration sum = Duration.ZERO;
    for (Matcher part = PART.matcher(text); part.find(); ) {
      sum = sum.plus(Long.parseLong(part.group(1)), unit(part.group(2)));
    }
    if (sum.isZero() || sum.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "must be more than nothing and at most " + LONGEST.toDays() + "d");
    }
    if (sum.compareTo(least) < 0) {
      throw new IllegalArgumentException("must be at least " + least.toDays() + "d");
    }
    return sum;
  }

  private static ChronoUnit unit(String letter) {
    return switch (letter) {
      case "d" -> ChronoUnit.DAYS;
      case "h" -> ChronoUnit.HOURS;
      case "m" -> ChronoUnit.MINUTES;
      default -> ChronoUnit.SECONDS;
    };
  }

  static Integer integer(String text, int minimum) {
    try {
      int value = Integer.parseInt(text);
      if (value >= minimum) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("is not a whole number below 2^31", e);
    }
    throw new IllegalArgumentException("must be at least " + minimum);
  }
}
