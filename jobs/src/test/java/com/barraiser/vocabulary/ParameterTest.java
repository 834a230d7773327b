package com.barraiser.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user may write for a parameter, and what not. */
class ParameterTest {

  private static final Parameter WINDOW = Parameter.duration("window", "", Duration.ofHours(24));
  private static final Parameter AS_OF = Parameter.timestamp("as-of", "", tables -> Instant.EPOCH);
  private static final Parameter K = Parameter.integer("k", "", 1, 10);

  @ParameterizedTest
  @CsvSource({"36h, PT36H", "7d, PT168H", "90m, PT90M", "1d12h, PT36H", "15s, PT15S"})
  void durationIsReadInUnits(String text, Duration expected) {
    assertThat(WINDOW.parser().apply(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "36", "h", "-1h", "1.5h", "0h", "4000000d", "9999999999d", "1w", "1h "})
  void otherDurationIsRefused(String text) {
    assertThatThrownBy(() -> WINDOW.parser().apply(text))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isNotBlank();
  }

  @Test
  void durationBelowItsLeastDaysIsRefused() {
    Parameter retention = Parameter.days("retention", "", 7, Duration.ofDays(7));
    assertThat(retention.parser().apply("168h")).isEqualTo(Duration.ofDays(7));
    assertThatThrownBy(() -> retention.parser().apply("6d23h59m59s"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("must be at least 7d");
  }

  @ParameterizedTest
  @CsvSource({
    "2024-03-01T12:00:00Z, 2024-03-01T12:00:00Z",
    "2024-03-01T12:00, 2024-03-01T12:00:00Z",
    "2024-03-01T12:00:00.1234567+05:30, 2024-03-01T06:30:00.123456Z"
  })
  void timestampIsReadAsInFiles(String text, Instant expected) {
    assertThat(AS_OF.parser().apply(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "now", "2024-03-01", "2024-02-30T00:00Z", "+12024-01-01T00:00Z"})
  void otherTimestampIsRefused(String text) {
    assertThatThrownBy(() -> AS_OF.parser().apply(text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1.5", "ten", "", "3000000000"})
  void numberBelowTheMinimumOrNoneAtAllIsRefused(String text) {
    assertThatThrownBy(() -> K.parser().apply(text)).isInstanceOf(IllegalArgumentException.class);
    assertThat(K.parser().apply("1")).isEqualTo(1);
  }
}
