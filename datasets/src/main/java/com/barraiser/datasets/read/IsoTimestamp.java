package com.barraiser.datasets.read;

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

  private final String text;
  private int at;

  private IsoTimestamp(String text) {
    this.text = text;
  }

  /**
   * Reads a date-time.
   *
   * @return microseconds since the epoch
   * @throws DateTimeException if the text is not an ISO-8601 date-time, or lies outside the range
   *     that 64 bits of microseconds hold
   */
  public static long micros(String text) {
    IsoTimestamp reader = new IsoTimestamp(text);
    try {
      return reader.read();
    } catch (ArithmeticException | StringIndexOutOfBoundsException e) {
      throw new DateTimeException("not a date-time: " + text, e);
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
    if (at != text.length()) {
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
    boolean negative = text.charAt(0) == '-';
    boolean signed = negative || text.charAt(0) == '+';
    at = signed ? 1 : 0;
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
    for (; at < text.length() && isDigit(text.charAt(at)); at++) {
      if (at - start < MICRO_DIGITS) {
        micros = 10 * micros + text.charAt(at) - '0';
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
    if (at == text.length() || skip('Z') || skip('z')) {
      return 0;
    }
    char sign = oneOf('+', '-');
    int hours = twoDigits(MAX_OFFSET_HOURS);
    int minutes = 0;
    if (at < text.length()) {
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
    int end = Math.min(at + maxDigits, text.length());
    for (; at < end && isDigit(text.charAt(at)); at++) {
      value = 10 * value + text.charAt(at) - '0';
    }
    return value;
  }

  private void require(char expected) {
    oneOf(expected, expected);
  }

  private char oneOf(char first, char second) {
    char found = text.charAt(at);
    if (found != first && found != second) {
      throw new DateTimeException("expected " + first);
    }
    at++;
    return found;
  }

  private boolean skip(char expected) {
    if (at < text.length() && text.charAt(at) == expected) {
      at++;
      return true;
    }
    return false;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
