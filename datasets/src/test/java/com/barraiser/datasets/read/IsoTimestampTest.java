package com.barraiser.datasets.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTimestampTest {

  private static final int RANDOM_INSTANTS = 5_000;

  private static final LocalDateTime FIRST = LocalDateTime.of(-9_000, 1, 1, 0, 0);
  private static final LocalDateTime LAST = LocalDateTime.of(29_000, 1, 1, 0, 0);

  /** 2024-03-01T10:15:30Z. */
  private static final long MARCH = 1_709_288_130_000_000L;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-03-01T10:15:30Z",
        "2024-03-01t10:15:30z",
        "2024-03-01T10:15:30",
        "2024-03-01T15:45:30+05:30",
        "2024-03-01T15:45:30+0530",
        "2024-03-01T02:15:30-08",
        "2024-03-01T02:15:30-08:00",
        "2024-03-01T10:15:30+00:00",
        "2024-03-01T10:15:30-00:00",
        "2024-03-02T04:15:30+18:00",
        "2024-02-29T16:15:30-18:00",
        "2024-03-02T04:14:30+17:59",
        "2024-03-01T10:15:30.000Z",
      })
  void everyNotationOfAnInstantIsTheSameInstant(String text) {
    assertThat(IsoTimestamp.micros(text)).isEqualTo(MARCH);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-03-01T10:15Z, 2024-03-01T10:15:00Z",
    "2024-03-01T10:15, 2024-03-01T10:15:00Z",
    "2024-03-01T10:15+05:30, 2024-03-01T04:45:00Z",
    "2024-03-01T10:15-08, 2024-03-01T18:15:00Z",
  })
  void secondsMayBeAbsent(String text, Instant expected) {
    assertThat(IsoTimestamp.micros(text)).isEqualTo(micros(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 100000",
    "12, 120000",
    "123, 123000",
    "1234, 123400",
    "12345, 123450",
    "123456, 123456",
    "1234567, 123456",
    "12345678, 123456",
    "123456789, 123456",
    "1234567890, 123456",
    "12345678901, 123456",
    "123456789012, 123456",
    "1234567890123, 123456",
    "12345678901234, 123456",
    "123456789012345, 123456",
    "000001, 1",
    "0000009, 0",
    "999999999999, 999999",
  })
  void fractionMayHaveAnyNumberOfDigits(String digits, long micros) {
    assertThat(IsoTimestamp.micros("2024-03-01T10:15:30." + digits)).isEqualTo(MARCH + micros);
    assertThat(IsoTimestamp.micros("2024-03-01T10:15:30," + digits + "Z"))
        .isEqualTo(MARCH + micros);
    assertThat(IsoTimestamp.micros("2024-03-01T15:45:30." + digits + "+05:30"))
        .isEqualTo(MARCH + micros);
  }

  @ParameterizedTest
  @CsvSource({
    "1969-12-31T23:59:59.999999Z, -1",
    "1969-12-31T23:59:59.9999999Z, -1",
    "1969-12-31T23:59:59.9999990Z, -1",
    "1969-12-31T23:59:59.0000009Z, -1000000",
    "1969-12-31T23:59:59Z, -1000000",
    "1969-12-31T23:59:58.000001Z, -1999999",
    "1970-01-01T00:00:00.0000009Z, 0",
    "1970-01-01T05:29:59.999999999+05:30, -1",
  })
  void digitsBeyondMicrosecondsAreCutOffAlsoBefore1970(String text, long expected) {
    assertThat(IsoTimestamp.micros(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0000-01-01T00:00:00Z, 0000-01-01T00:00:00Z",
    "0001-01-01T00:00:00+18:00, 0000-12-31T06:00:00Z",
    "0000-01-01T00:00:00.000001+00:01, -0001-12-31T23:59:00.000001Z",
    "1582-10-10T00:00:00Z, 1582-10-10T00:00:00Z",
    "1900-02-28T23:59:59Z, 1900-02-28T23:59:59Z",
    "9999-12-31T23:59:59.999999Z, 9999-12-31T23:59:59.999999Z",
    "9999-12-31T23:59:59.999999-00:01, +10000-01-01T00:00:59.999999Z",
    "+10000-01-01T00:00:00Z, +10000-01-01T00:00:00Z",
    "-0001-03-01T12:00:00Z, -0001-03-01T12:00:00Z",
  })
  void yearsBeforeAndBeyondFourDigitsAreRead(String text, Instant expected) {
    assertThat(IsoTimestamp.micros(text)).isEqualTo(micros(expected));
  }

  @Test
  void firstAndLastMicrosecondOf64BitsAreReached() {
    assertThat(IsoTimestamp.micros("+294247-01-10T04:00:54.775807Z")).isEqualTo(Long.MAX_VALUE);
    assertThat(IsoTimestamp.micros("-290308-12-21T19:59:05.224192Z")).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void agreesWithJavaTimeOnRandomInstants() {
    Random random = new Random(20_240_301);
    for (int i = 0; i < RANDOM_INSTANTS; i++) {
      String text = randomText(random);
      Instant expected = OffsetDateTime.parse(text).toInstant();
      assertThat(IsoTimestamp.micros(text)).as(text).isEqualTo(micros(expected));
    }
  }

  private static String randomText(Random random) {
    long span = ChronoUnit.SECONDS.between(FIRST, LAST);
    LocalDateTime local =
        FIRST
            .plusSeconds((long) (random.nextDouble() * span))
            .withNano(random.nextInt(1_000_000_000));
    ZoneOffset offset = ZoneOffset.ofTotalSeconds(60 * (random.nextInt(2 * 18 * 60 + 1) - 18 * 60));
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local.atOffset(offset));
  }

  private static long micros(Instant instant) {
    return Math.multiplyExact(instant.getEpochSecond(), 1_000_000L) + instant.getNano() / 1_000;
  }
}
