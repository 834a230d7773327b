package com.barraiser.datasets.read;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTimestampRefusalTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+294247-01-10T04:00:54.775808Z",
        "+294247-01-10T04:00:55Z",
        "-290308-12-21T19:59:05.224191Z",
        "-290308-12-21T19:59:05Z",
        "+999999-12-31T23:59:59Z",
        "-999999-01-01T00:00:00Z",
        "+1000000-01-01T00:00:00Z",
      })
  void instantBeyond64BitsOfMicrosecondsIsRefused(String text) {
    assertRefused(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-02-30T10:15:30Z",
        "2023-02-29T10:15:30Z",
        "1900-02-29T10:15:30Z",
        "2024-04-31T10:15:30Z",
        "2024-00-01T10:15:30Z",
        "2024-13-01T10:15:30Z",
        "2024-03-00T10:15:30Z",
        "2024-03-32T10:15:30Z",
        "2024-03-01T24:00:00Z",
        "2024-03-01T10:60:00Z",
        "2024-03-01T10:15:60Z",
        "2024-03-01T-1:15:30Z",
      })
  void dayAndTimeThatDoNotExistAreRefused(String text) {
    assertRefused(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-",
        "+",
        "null",
        "2024",
        "2024-03-01",
        "2024-03-01T",
        "2024-03-01T10",
        "2024-03-01T10:",
        "2024-03-01T10:1",
        "2024-03-01T10Z",
        "2024-03-01T10:15:",
        "2024-03-01T10:15:3",
        "2024-03-01T10:15:30.",
        "2024-03-01T10:15:30.Z",
        "2024-03-01T10:15:30,+05:30",
        "2024-03-01T10:15.5Z",
        "2024-03-01 10:15:30Z",
        "2024-03-01_10:15:30Z",
        " 2024-03-01T10:15:30Z",
        "2024-03-01T10:15:30Z ",
        "2024-03-01T10:15:30 Z",
        "2024-03-01T10:15:30ZZ",
        "2024-03-01T10:15:30Z+00:00",
        "2024-03-01T10:15:30Z[UTC]",
        "2024-03-01T10:15:30UTC",
        "2024-03-01T10:15:30X",
        "2024-03-01T10:15:30.12a",
        "2024-03-01T1a:15:30Z",
        "20a4-03-01T10:15:30Z",
        "20240301T101530Z",
        "24-03-01T10:15:30Z",
        "-44-03-15T12:00:00Z",
        "2024-3-1T10:15:30Z",
        "2024/03/01T10:15:30Z",
        "02024-03-01T10:15:30Z",
        "10000-01-01T00:00:00Z",
        "+2024-03-01T10:15:30Z",
        "2024-03-01T10:15:30\n",
        "1709288130",
        "\u0662\u0660\u0662\u0664-03-01T10:15:30Z",
        "2024-03-01T10:15:3\uff10Z",
        "2024\u221203-01T10:15:30Z",
      })
  void textThatIsNoDateTimeIsRefused(String text) {
    assertRefused(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+19:00",
        "+18:30",
        "-18:01",
        "+05:60",
        "+5",
        "+5:30",
        "+05:3",
        "+05:",
        "+053",
        "+05:300",
        "+05:30:15",
        "+",
        "-",
        "05:30",
        "\u221205:30",
        "++05:30",
        "+1800Z"
      })
  void offsetThatIsNoneIsRefused(String offset) {
    assertRefused("2024-03-01T10:15:30" + offset);
  }

  private static void assertRefused(String text) {
    assertThatThrownBy(() -> IsoTimestamp.micros(text))
        .as(text)
        .isInstanceOf(DateTimeException.class);
  }
}
