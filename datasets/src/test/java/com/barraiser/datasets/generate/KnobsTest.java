package com.barraiser.datasets.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnobsTest {

  @ParameterizedTest
  @CsvSource({
    "-1, 0, 0, 0, 0, 7, rows",
    "3000000001, 0, 0, 0, 0, 7, rows",
    "1, -0.1, 0, 0, 0, 7, skew",
    "1, 10.1, 0, 0, 0, 7, skew",
    "1, NaN, 0, 0, 0, 7, skew",
    "1, 0, -0.1, 0, 0, 7, late",
    "1, 0, 1.1, 0, 0, 7, late",
    "1, 0, NaN, 0, 0, 7, late",
    "1, 0, 0, -0.1, 0, 7, duplicates",
    "1, 0, 0, 1, 0, 7, duplicates",
    "1, 0, 0, NaN, 0, 7, duplicates",
    "1, 0, 0, 0, -0.1, 7, malformed",
    "1, 0, 0, 0, 1.1, 7, malformed",
    "1, 0, 0, 0, NaN, 7, malformed",
    "1, 0, 0, 0, 0, 0, days",
    "1, 0, 0, 0, 0, 36501, days",
  })
  void knobOutOfItsRangeIsRefusedByName(
      long rows,
      double skew,
      double late,
      double duplicates,
      double malformed,
      int days,
      String knob) {
    assertThatThrownBy(() -> new Knobs(rows, 1, skew, late, duplicates, malformed, days))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(knob + " must be ");
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0, 0, 0, 1", "3000000000, 10, 1, 0.999, 1, 36500"})
  void endsOfTheRangesAreAllowed(
      long rows, double skew, double late, double duplicates, double malformed, int days) {
    assertThat(new Knobs(rows, -1, skew, late, duplicates, malformed, days).rows()).isEqualTo(rows);
  }
}
