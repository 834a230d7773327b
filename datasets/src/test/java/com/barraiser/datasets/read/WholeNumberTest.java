package com.barraiser.datasets.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.barraiser.datasets.Table;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns of whole numbers: 64 bits, never rounded, never guessed from text. */
class WholeNumberTest {

  private static final Table TABLE =
      Table.named("t")
          .required("n", DataTypes.LongType)
          .required("s", DataTypes.StringType)
          .build();
  private static final JsonLineParser PARSER = new JsonLineParser(TABLE);

  @ParameterizedTest
  @ValueSource(
      longs = {0, 7, -7, 123_456_789_012_345_678L, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 53 | 1})
  void numberIsReadExactly(long number) throws RejectedRowException {
    assertThat(cells("{\"n\":" + number + ",\"s\":\"x\"}")).containsExactly(number, "x");
    assertThat(cells("{\"s\":\"x\",\"n\": " + number + " }")).containsExactly(number, "x");
    assertThat(new CellParser(TABLE.fields().get(0)).parse("" + number)).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"7\" | n is not a whole number",
        "1.0 | n is not a whole number",
        "1e3 | n is not a whole number",
        "true | n is not a whole number",
        "[1] | n is not a whole number",
        "9223372036854775808 | n is beyond 64 bits",
        "-9223372036854775809 | n is beyond 64 bits",
        "null | n is missing",
        "007 | not valid JSON",
        "+7 | not valid JSON",
        "- | not valid JSON"
      })
  void anythingElseIsRejected(String value, String reason) {
    for (String line :
        new String[] {
          "{\"n\":" + value + ",\"s\":\"x\"}", "{\t\"n\":" + value + ",\"s\":\"x\",\"o\":1}"
        }) {
      assertThatThrownBy(() -> cells(line))
          .isInstanceOfSatisfying(
              RejectedRowException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " 7", "7 ", "+7", "٧", "1.0", "0x7"})
  void textThatIsNoNumberIsRejected(String text) {
    assertThatThrownBy(() -> new CellParser(TABLE.fields().get(0)).parse(text))
        .isInstanceOf(RejectedRowException.class);
  }

  @Test
  void numberIsNoText() {
    assertThatThrownBy(() -> cells("{\"n\":1,\"s\":2}"))
        .isInstanceOfSatisfying(
            RejectedRowException.class, e -> assertThat(e.reason()).isEqualTo("s is not text"));
  }

  @Test
  void otherFieldsAreIgnoredWhereTheTableKeepsNoRest() throws RejectedRowException {
    assertThat(cells("{\"n\":1,\"o\":{\"p\":[2]},\"s\":\"x\"}")).containsExactly(1L, "x");
  }

  private static Object[] cells(String line) throws RejectedRowException {
    byte[] bytes = line.getBytes(UTF_8);
    return Cells.readable(PARSER.parse(bytes, 0, bytes.length));
  }
}
