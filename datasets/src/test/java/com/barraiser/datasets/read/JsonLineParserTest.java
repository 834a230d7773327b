package com.barraiser.datasets.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.datasets.tables.OrderEvents;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLineParserTest {

  private static final JsonLineParser PARSER = new JsonLineParser(OrderEvents.TABLE);
  private static final long MARCH = 1_709_288_130_000_000L;

  /** One line with a field beyond the table's, whose value is not ASCII everywhere. */
  private static final String LINE =
      "{\"order_id\":\"o\",\"event_time\":\"2024-03-01T10:15:30Z\",\"status\":\"S\",\"a\":\"\u00e9\"}";

  @Test
  void fieldsOfTheTableBecomeCells() throws RejectedRowException {
    assertThat(parse(event("\"order_id\":\"a b\""))).containsExactly("a b", MARCH, "PLACED", null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t", "\r", " \t \r", "\uFEFF", "\uFEFF \r"})
  void blankLineIsNoRow(String line) throws RejectedRowException {
    assertThat(parse(line)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uFEFF%s", " \t%s\t ", "%s\r", "\uFEFF %s\r"})
  void byteOrderMarkAndWhiteSpaceAroundTheObjectAreIgnored(String frame)
      throws RejectedRowException {
    assertThat(parse(frame.formatted(LINE))).isEqualTo(parse(LINE));
  }

  @Test
  void onlyTheGivenLengthIsRead() throws RejectedRowException {
    byte[] line = (LINE + "garbage").getBytes(UTF_8);
    assertThat(Cells.readable(PARSER.parse(line, 0, LINE.getBytes(UTF_8).length)))
        .isEqualTo(parse(LINE));
  }

  @Test
  void emptyStatusIsAStatus() throws RejectedRowException {
    assertThat(parse(LINE.replace("\"S\"", "\"\""))[2]).isEqualTo("");
  }

  @Test
  void fieldsMayComeInAnyOrderAndNamesMayBeEscaped() throws RejectedRowException {
    String line =
        "{\"a\":\"\u00e9\",\"status\":\"S\",\"event_time\":\"2024-03-01T15:45:30+05:30\","
            + "\"order\\u005fid\":\"\\u006f\"}";
    assertThat(parse(line)).isEqualTo(parse(LINE));
  }

  @Test
  void stringOfTenMegabytesIsKept() throws RejectedRowException {
    String text = "x".repeat(10_000_000);
    Object[] cells = parse(event("\"order_id\":\"" + text + "\",\"note\":\"" + text + "\""));
    assertThat(cells[0].equals(text)).isTrue();
    assertThat(cells[3].equals("{\"note\":\"" + text + "\"}")).isTrue();
  }

  static Stream<Arguments> extras() {
    return Stream.of(
        Arguments.of("'b':1,'a':2", "{'a':2,'b':1}"),
        Arguments.of(
            "'x' : { 'b' : [ 1 , { 'd':1, 'c':2 } ] , 'a' : { } }",
            "{'x':{'a':{},'b':[1,{'c':2,'d':1}]}}"),
        Arguments.of("'n':[1.0,1e5,1E+5,-0,0.10]", "{'n':[1.0,1e5,1E+5,-0,0.10]}"),
        Arguments.of("'n':" + "9".repeat(100), "{'n':" + "9".repeat(100) + "}"),
        Arguments.of("'n':" + "9".repeat(5000) + ".5", "{'n':" + "9".repeat(5000) + ".5}"),
        Arguments.of("'n':null,'t':true,'f':false", "{'f':false,'n':null,'t':true}"),
        Arguments.of("'s':'\\u00e9\\/\\\\\\n\\u0001\\u0022'", "{'s':'\u00e9/\\\\\\n\\u0001\\\"'}"),
        Arguments.of("'s':'\\ud83d\\ude00'", "{'s':'\ud83d\ude00'}"),
        Arguments.of("'\\u0061':1", "{'a':1}"),
        Arguments.of("'\ud83d\ude00':1", "{'\ud83d\ude00':1}"),
        Arguments.of("'\\ud83d\\ude00':1", "{'\ud83d\ude00':1}"),
        Arguments.of("'':1", "{'':1}"),
        Arguments.of("'extra':'x'", "{'extra':'x'}"),
        Arguments.of("'extra':null", "{'extra':null}"),
        Arguments.of("'Status':1,'STATUS':2", "{'STATUS':2,'Status':1}"),
        Arguments.of("'a':[]", "{'a':[]}"),
        Arguments.of("'a':{'status':'x','order_id':1}", "{'a':{'order_id':1,'status':'x'}}"));
  }

  @ParameterizedTest
  @MethodSource("extras")
  void otherFieldsAreKeptInOneCanonicalForm(String members, String expected)
      throws RejectedRowException {
    String line = event("\"order_id\":\"o\"," + members.replace('\'', '"'));
    assertThat(parse(line)[3]).isEqualTo(expected.replace('\'', '"'));
  }

  @Test
  void keysAreSortedByTheirUtf8Bytes() throws RejectedRowException {
    String beyond = "\ud83d\ude00";
    String members = "\"%s\":1,\"\uff5e\":2,\"\u00e9\":3,\"z\":4,\"Z\":5".formatted(beyond);
    assertThat(parse(event("\"order_id\":\"o\",\"x\":{" + members + "}," + members))[3])
        .isEqualTo(
            "{'Z':5,'x':{'Z':5,'z':4,'\u00e9':3,'\uff5e':2,'%s':1},'z':4,'\u00e9':3,'\uff5e':2,'%s':1}"
                .formatted(beyond, beyond)
                .replace('\'', '"'));
  }

  private static String event(String members) {
    return "{\"event_time\":\"2024-03-01T10:15:30Z\",%s,\"status\":\"PLACED\"}".formatted(members);
  }

  private static Object[] parse(String line) throws RejectedRowException {
    byte[] bytes = line.getBytes(UTF_8);
    return Cells.readable(PARSER.parse(bytes, 0, bytes.length));
  }
}
