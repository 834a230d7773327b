package com.barraiser.datasets.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.barraiser.datasets.tables.OrderEvents;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLineRejectionTest {

  private static final JsonLineParser PARSER = new JsonLineParser(OrderEvents.TABLE);
  private static final String MALFORMED = "not valid JSON";
  private static final String TWICE = "a field is given twice";

  /** One line with a field beyond the table's, whose value is not ASCII everywhere. */
  private static final String LINE =
      "{\"order_id\":\"o\",\"event_time\":\"2024-03-01T10:15:30Z\",\"status\":\"S\",\"a\":\"\u00e9\"}";

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "{} | order_id is missing",
        "{'order_id':null,'event_time':'2024-03-01T10:15:30Z','status':'S'} | order_id is missing",
        "{'order_id':'','event_time':'2024-03-01T10:15:30Z','status':'S'} | order_id is empty",
        "{'order_id':7,'event_time':'2024-03-01T10:15:30Z','status':'S'} | order_id is not text",
        "{'order_id':'o','status':'S'} | event_time is missing",
        "{'order_id':'o','event_time':null,'status':'S'} | event_time is missing",
        "{'order_id':'o','event_time':1709288130,'status':'S'} | event_time is not text",
        "{'order_id':'o','event_time':'','status':'S'} | event_time is not an ISO-8601 date-time",
        "{'order_id':'o','event_time':'2024-02-30T10:15:30Z','status':'S'} | event_time is not an ISO-8601 date-time",
        "{'order_id':'o','event_time':'2024-03-01T10:15:30Z'} | status is missing",
        "{'order_id':'o','event_time':'2024-03-01T10:15:30Z','status':null} | status is missing",
        "{'order_id':'o','event_time':'2024-03-01T10:15:30Z','status':true} | status is not text",
        "{'order_id':'o','event_time':'2024-03-01T10:15:30Z','status':['S']} | status is not text",
        "{'order_id':'o','event_time':'2024-03-01T10:15:30Z','status':{'a':{}}} | status is not text",
        "{'Order_Id':'o','event_time':'2024-03-01T10:15:30Z','status':'S'} | order_id is missing",
      })
  void rowThatBreaksARuleIsRejectedWithTheColumn(String line, String reason) {
    assertRejected(line.replace('\'', '"'), reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'order_id':'o','order_id':'o'%s}",
        "{'order_id':'o','order\\u005fid':'p'%s}",
        "{'order_id':null,'order_id':'o'%s}",
        "{'order_id':'o','a':1,'a':1%s}",
        "{'order_id':'o','a':1,'\\u0061':2%s}",
        "{'order_id':'o','a':null,'a':null%s}",
        "{'order_id':'o','a':{'b':1,'b':1}%s}",
        "{'order_id':'o','a':[{'b':1,'b':2}]%s}",
      })
  void fieldGivenTwiceIsRejected(String line) {
    String rest = ",'event_time':'2024-03-01T10:15:30Z','status':'S'";
    assertRejected(line.formatted(rest).replace('\'', '"'), TWICE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[%s]", "\"text\"", "1", "-1.5e3", "true", "null", "[]"})
  void valueThatIsNoObjectIsRejected(String frame) {
    assertRejected(frame.formatted(LINE), "not a JSON object");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s{}",
        "%s,",
        "%s x",
        "%s]",
        "%s\u0000",
        "\u0000%s",
        "x%s",
        "[%s",
        "nul",
        "'a'",
        "{",
        "\f",
        "\u00a0",
        "// %s",
        "%s # c",
        "{\"a\":NaN}",
        "{\"a\":01}",
        "{\"a\":+1}",
        "{\"a\":.5}",
        "{\"a\":1.}",
        "{\"a\":\"\t\"}",
        "{\"a\":'b'}",
        "{a:1}",
        "{\"a\":1,}",
        "{\"a\":[1,]}",
        "{\"a\" 1}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u12g4\"}",
        "{\"a\":tru}",
        "{\"a\":\"b}"
      })
  void textThatIsNoJsonIsRejected(String frame) {
    assertRejected(frame.formatted(LINE), MALFORMED);
  }

  @Test
  void everyCutOfALineIsRejected() {
    for (int length = 1; length < LINE.length(); length++) {
      assertRejected(LINE.substring(0, length), MALFORMED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "{\"order_id\":[", "{\"a\":[{\"b\":"})
  void nestingOf100000LevelsIsRejected(String opening) {
    assertThatThrownBy(() -> parse(opening.repeat(100_000)))
        .isInstanceOf(RejectedRowException.class);
    String nested = "[".repeat(100_000) + "]".repeat(100_000);
    assertRejected(event("\"order_id\":\"o\",\"a\":" + nested), "JSON nested too deeply");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\\ud800", "\\udc00", "\\udc00\\ud800", "\\ud83dx", "x\\ud83d", "\\ud83d\\u0041"})
  void halfOfASurrogatePairIsRejected(String escape) {
    assertRejected(event("\"order_id\":\"" + escape + "\""), "order_id is not Unicode text");
    assertRejected(LINE.replace("\"S\"", "\"" + escape + "\""), "status is not Unicode text");
    assertRejected(
        event("\"order_id\":\"o\",\"a\":\"" + escape + "\""), "a field is not Unicode text");
    assertRejected(event("\"order_id\":\"o\",\"" + escape + "\":1"), UTF_8);
    assertRejected(event("\"order_id\":\"o\",\"a\":{\"" + escape + "\":1}"), UTF_8);
  }

  /** Bytes, written as ISO-8859-1, that no UTF-8 text has (RFC 3629). */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0080",
        "\u00bf",
        "\u00ff",
        "\u00fe",
        "\u00c3",
        "\u00c3(",
        "\u00e2\u0082",
        "\u00e2(\u00a1",
        "\u00f0\u009f\u0098",
        "\u00f0(\u008c\u00bc",
        "\u00f8\u0088\u0080\u0080\u0080",
        "\u00c0\u0080",
        "\u00c1\u00a1",
        "\u00e0\u0080\u00af",
        "\u00f0\u0080\u0080\u00af",
        "\u00ed\u00a0\u0080",
        "\u00ed\u00a0\u00bd\u00ed\u00b8\u0080",
        "\u00f4\u0090\u0080\u0080",
        "\u00f5\u0080\u0080\u0080",
        "\u00f7\u00bf\u00bf\u00bf"
      })
  void bytesThatAreNotUtf8AreRejectedWhereverTheyStand(String bytes) {
    String[] lines = {
      event("\"order_id\":\"" + bytes + "\""),
      event("\"order_id\":\"o\",\"a\":\"" + bytes + "\""),
      event("\"order_id\":\"o\",\"" + bytes + "\":1"),
      event("\"order_id\":\"o\",\"" + bytes + "abcdefghijklmnop\":1"),
    };
    for (String line : lines) {
      assertRejected(line, ISO_8859_1);
    }
  }

  @Test
  void lineInUtf16IsRejected() {
    assertRejected(LINE, UTF_16LE);
    assertRejected(LINE, UTF_16BE);
    assertRejected("\uFEFF" + LINE, UTF_16LE);
    assertRejected("\uFEFF" + LINE, UTF_16BE);
    assertRejected(LINE, Charset.forName("UTF-32LE"));
    assertRejected(LINE, Charset.forName("UTF-32BE"));
  }

  private static String event(String members) {
    return "{\"event_time\":\"2024-03-01T10:15:30Z\",%s,\"status\":\"PLACED\"}".formatted(members);
  }

  private static Object[] parse(String line) throws RejectedRowException {
    byte[] bytes = line.getBytes(UTF_8);
    return Cells.readable(PARSER.parse(bytes, 0, bytes.length));
  }

  private static void assertRejected(String line, String reason) {
    assertThatThrownBy(() -> parse(line))
        .as(line.length() > 300 ? line.substring(0, 300) : line)
        .isInstanceOf(RejectedRowException.class)
        .hasMessage(reason);
  }

  private static void assertRejected(String line, Charset charset) {
    byte[] bytes = line.getBytes(charset);
    assertThatThrownBy(() -> PARSER.parse(bytes, 0, bytes.length))
        .as("%s in %s: %s", line, charset, Arrays.toString(bytes))
        .isInstanceOf(RejectedRowException.class);
  }
}
