package com.barraiser.datasets.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Reads ISO-8601 date-times such as {@code 2024-03-01T10:15:30.123456+05:30} into microseconds
 * since 1970-01-01T00:00:00Z.
 *
 * <p>The date is {@code yyyy-MM-dd} in the proleptic Gregorian calendar; years beyond four digits
 * carry a sign. Seconds, the fraction and the offset may be absent; without an offset the time is
 * UTC. Digits beyond microseconds are cut off, also before 1970. {@code java.time} is not used for
 * the text because it refuses fractions of more than nine digits and takes ten times as long.
 */
public final class IsoTimestamp {

  private static final int MICRO_DIGITS = 6;
  private static final int MAX_OFFSET_HOURS = 18;

  private final byte[] text;
  private final int end;
  private int at;

  private IsoTimestamp(byte[] text, int start, int end) {
    this.text = text;
    this.end = end;
    this.at = start;
  }

  /**
   * Reads a date-time.
   *
   * @return microseconds since the epoch
   * @throws DateTimeException if the text is not an ISO-8601 date-time, or lies outside the range
   *     that 64 bits of microseconds hold
   */
  public static long micros(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return micros(bytes, 0, bytes.length);
  }

  /**
   * Reads a date-time of which the bytes in UTF-8 from {@code start} to {@code end} are given.
   *
   * @return microseconds since the epoch
   * @throws DateTimeException as {@link #micros(String)} does
   */
  static long micros(byte[] text, int start, int end) {
    try {
      return new IsoTimestamp(text, start, end).read();
    } catch (ArithmeticException e) {
      throw new DateTimeException("beyond 64 bits of microseconds", e);
    }
  }

  private long read() {
    long epochDay = date();
    oneOf('T', 't');
    long seconds = 3600L * twoDigits(23);
    require(':');
    seconds += 60L * twoDigits(59);
    long micros = 0;
    if (skip(':')) {
      seconds += twoDigits(59);
      micros = skip('.') || skip(',') ? fraction() : 0;
    }
    seconds -= offsetSeconds();
    if (at != end) {
      throw new DateTimeException("text after the date-time");
    }
    seconds = Math.addExact(Math.multiplyExact(epochDay, 86_400L), seconds);
    return microsOf(seconds, micros);
  }

  /** Multiplies towards zero, so that the earliest microseconds of a long are still reached. */
  private static long microsOf(long seconds, long micros) {
    if (seconds < 0 && micros > 0) {
      return Math.addExact(Math.multiplyExact(seconds + 1, 1_000_000L), micros - 1_000_000L);
    }
    return Math.addExact(Math.multiplyExact(seconds, 1_000_000L), micros);
  }

  private long date() {
    boolean negative = skip('-');
    boolean signed = negative || skip('+');
    int start = at;
    int year = number(signed ? 6 : 4);
    if (at - start < 4 || (signed && !negative && at - start < 5)) {
      throw new DateTimeException("a year needs four digits, or a sign and more");
    }
    require('-');
    int month = twoDigits(12);
    require('-');
    int day = twoDigits(31);
    return LocalDate.of(negative ? -year : year, month, day).toEpochDay();
  }

  private long fraction() {
    int start = at;
    long micros = 0;
    for (; at < end && isDigit(text[at]); at++) {
      if (at - start < MICRO_DIGITS) {
        micros = 10 * micros + text[at] - '0';
      }
    }
    if (at == start) {
      throw new DateTimeException("a fraction needs digits");
    }
    for (int digits = at - start; digits < MICRO_DIGITS; digits++) {
      micros *= 10;
    }
    return micros;
  }

  private long offsetSeconds() {
    if (at == end || skip('Z') || skip('z')) {
      return 0;
    }
    char sign = oneOf('+', '-');
    int hours = twoDigits(MAX_OFFSET_HOURS);
    int minutes = 0;
    if (at < end) {
      skip(':');
      minutes = twoDigits(hours == MAX_OFFSET_HOURS ? 0 : 59);
    }
    long seconds = 3600L * hours + 60L * minutes;
    return sign == '-' ? -seconds : seconds;
  }

  private int twoDigits(int max) {
    int start = at;
    int value = number(2);
    if (at - start != 2 || value > max) {
      throw new DateTimeException("out of range");
    }
    return value;
  }

  private int number(int maxDigits) {
    int value = 0;
    int last = Math.min(at + maxDigits, end);
    for (; at < last && isDigit(text[at]); at++) {
      value = 10 * value + text[at] - '0';
    }
    return value;
  }

  private void require(char expected) {
    oneOf(expected, expected);
  }

  private char oneOf(char first, char second) {
    if (skip(first)) {
      return first;
    }
    if (skip(second)) {
      return second;
    }
    throw new DateTimeException("expected " + first);
  }

  private boolean skip(char expected) {
    if (at < end && text[at] == expected) {
      at++;
      return true;
    }
    return false;
  }

  private static boolean isDigit(byte c) {
    return c >= '0' && c <= '9';
  }
}
