package com.barraiser.columnar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What fits comes back, and in its order; what does not is told. */
class PackedTimeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"1700-01-01T00:00:00Z", "1969-12-31T23:59:59.999999Z", "2270-01-01T00:00:00Z"})
  void timeAndNumberComeBack(String instant) {
    long micros = micros(instant);
    for (int number : new int[] {0, 1, Texts.MOST - 1}) {
      assertThat(PackedTime.fits(micros, number)).isTrue();
      long packed = PackedTime.of(micros, number);
      assertThat(packed).isNotNegative().isLessThan(PackedTime.NONE);
      assertThat(PackedTime.micros(packed)).isEqualTo(micros);
      assertThat(PackedTime.number(packed)).isEqualTo(number);
      assertThat(PackedTime.compareTimes(packed, PackedTime.of(micros + 1, 0))).isNegative();
      assertThat(PackedTime.compareTimes(packed, PackedTime.of(micros, 3))).isZero();
      assertThat(PackedTime.compareTimes(packed, PackedTime.NONE)).isNegative();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, Long.MAX_VALUE, -8_520_336_000_000_001L})
  void otherTimesDoNotFit(long micros) {
    assertThat(PackedTime.fits(micros, 0)).isFalse();
    assertThat(PackedTime.fits(micros("9999-12-31T00:00:00Z"), 0)).isFalse();
    assertThat(PackedTime.fits(0, Texts.NONE)).isFalse();
  }

  @Test
  void textsAreNumberedUntilThereAreTooMany() {
    Texts texts = new Texts();
    for (int i = 0; i < Texts.MOST; i++) {
      assertThat(texts.number(text("s" + i), i % 2 == 0 ? null : text("x"))).isEqualTo(i);
    }
    assertThat(texts.number(text("one more"), null)).isEqualTo(Texts.NONE);
    assertThat(texts.number(text("s1"), null)).isEqualTo(Texts.NONE);
    assertThat(texts.number(text("s4"), null)).isEqualTo(4);
    assertThat(texts.first(7)).isEqualTo(text("s7"));
    assertThat(texts.second(7)).isEqualTo(text("x"));
    assertThat(texts.second(8)).isNull();
  }

  @Test
  void longTextsHaveNoNumber() {
    assertThat(new Texts().number(text("x".repeat(10_000)), null)).isEqualTo(Texts.NONE);
  }

  private static UTF8String text(String text) {
    return UTF8String.fromString(text);
  }

  private static long micros(String instant) {
    Instant time = Instant.parse(instant);
    return time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000;
  }
}
