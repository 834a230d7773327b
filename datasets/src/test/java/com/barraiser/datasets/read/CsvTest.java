package com.barraiser.datasets.read;

import static com.barraiser.datasets.read.EventFiles.HEADER;
import static com.barraiser.datasets.read.EventFiles.csvEvent;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.barraiser.datasets.DataException;
import com.barraiser.testing.WithSpark;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is special about CSV: headers, quotes, line ends and bytes. */
@WithSpark
class CsvTest {

  private static final String RAGGED = "more or fewer cells than the header";

  private final EventFiles files;

  CsvTest(SparkSession spark, @TempDir Path folder) {
    files = new EventFiles(spark, folder);
  }

  @Test
  void columnsAreFoundByTheHeaderOfEachFile() {
    files.write("a.csv", HEADER + csvEvent("1"));
    files.write("b.csv", "x,status,event_time,order_id\n7,PLACED,2024-03-01T10:15:30Z,2\n");
    TableInput input = files.open("");
    assertThat(EventFiles.orderIds(input.rows())).containsExactly("1", "2");
    assertThat(input.rows().select("status", "extra").distinct().collectAsList())
        .extracting(Row::toString)
        .containsExactly("[PLACED,null]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"order_id,event_time\n", "ORDER_ID,event_time,status\n", "1,2,3,4\n", "x"})
  void headerThatLacksAColumnIsAnError(String header) {
    files.write("a.csv", header + "1,2024-03-01T10:15:30Z\n");
    assertDataException("a.csv: the header lacks ");
  }

  @Test
  void headerThatNamesAColumnTwiceIsAnError() {
    files.write("a.csv", "order_id,order_id,event_time,status\n");
    assertDataException("the header names order_id twice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFEFForder_id,event_time,status\n",
        "\uFEFF\"order_id\",\"event_time\",\"status\"\n",
        "\"order_id\",\"event_time\",\"status\"\r\n",
        "order_id,event_time,status\r",
        "\norder_id,event_time,status\n",
      })
  void headerMayHaveAByteOrderMarkOrQuotes(String header) {
    String end = header.replaceAll("[^\r\n]", "");
    files.write("a.csv", header + "\u00e9\u4e2d,2024-03-01T10:15:30Z,S" + end);
    assertThat(files.orderIds("")).containsExactly("\u00e9\u4e2d");
    assertThat(files.open("").rejectCounts()).isEmpty();
  }

  @Test
  void rowWithMoreOrFewerCellsIsRejected() {
    files.write(
        "a.csv",
        HEADER + csvEvent("1") + "2,2024-03-01T10:15:30Z,S\n3,4,5,6,7\nx\n" + csvEvent("8"));
    assertThat(files.orderIds("")).containsExactly("1", "8");
    assertThat(files.open("").rejectCounts()).isEqualTo(Map.of(RAGGED, 3L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x\"", "\"a,\"\",\nb\",", "\"a\"b,"})
  void rowOfVeryManyCellsIsRejectedAndKept(String start) {
    String row = start + ",".repeat(3_000_000);
    files.write("a.csv", HEADER + csvEvent("1") + row + "\n" + csvEvent("2"));
    assertThat(files.orderIds("")).containsExactly("1", "2");
    assertThat(files.open("").rejectCounts()).isEqualTo(Map.of(RAGGED, 1L));
    Row rejected = files.open("").rejects().head();
    assertThat(rejected.<String>getAs("raw").equals(row)).isTrue();
  }

  @Test
  void quotedCellMayHoldMillionsOfCommas() {
    String commas = ",".repeat(3_000_000);
    files.write("a.csv", HEADER + "1,2024-03-01T10:15:30Z,\"" + commas + "\",\n" + csvEvent("2"));
    Row first = files.open("").rows().filter("order_id = '1'").head();
    assertThat(first.<String>getAs("status").equals(commas)).isTrue();
    assertThat(files.orderIds("")).containsExactly("1", "2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00ff", "\u00c3(", "\u00c0\u0080", "\u00ed\u00a0\u0080"})
  void brokenByteCostsItsOwnRowOnly(String bytes) {
    String text = HEADER + csvEvent("1") + csvEvent(bytes) + csvEvent("2");
    files.write("a.csv", text.getBytes(ISO_8859_1));
    assertThat(files.orderIds("")).containsExactly("1", "2");
    assertThat(files.open("").rejectCounts()).isEqualTo(Map.of("not UTF-8 text", 1L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\nb", "a\r\nb", "a\n\nb", "a\n1,2,3,4\nb", "a\"\"b", "", "#", "\uFEFFa"})
  void quotedCellMayHoldAnything(String cell) {
    String row = "\"o\",\"2024-03-01T10:15:30Z\",\"" + cell + "\",\n";
    files.write("a.csv", HEADER + row + csvEvent("2"));
    TableInput input = files.open("");
    assertThat(input.rejectCounts()).isEmpty();
    assertThat(input.rows().filter("order_id = 'o'").head().<String>getAs("status"))
        .isEqualTo(cell.replace("\"\"", "\""));
    assertThat(input.rows().count()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"#1", " 1", "1 ", "'1'", "a\"b", "\\", "\\n", ";", "\t"})
  void unquotedCellIsTakenAsItIs(String id) {
    files.write("a.csv", HEADER + csvEvent(id) + csvEvent("z"));
    assertThat(files.orderIds("")).containsExactlyInAnyOrder(id, "z");
  }

  @Test
  void unquotedEmptyCellIsMissingAndAQuotedOneIsEmpty() {
    files.write(
        "a.csv",
        HEADER
            + ",2024-03-01T10:15:30Z,S,\n\"\",2024-03-01T10:15:30Z,S,\n"
            + "1,2024-03-01T10:15:30Z,,\n1,2024-03-01T10:15:30Z,\"\",\n1,,S,\n1,\"\",S,\n,,,\n");
    assertThat(files.orderIds("")).containsExactly("1");
    assertThat(files.open("").rejectCounts())
        .isEqualTo(
            Map.of(
                "order_id is missing", 2L,
                "order_id is empty", 1L,
                "status is missing", 1L,
                "event_time is missing", 1L,
                "event_time is not an ISO-8601 date-time", 1L));
  }

  @Test
  void lineEndsMayBeMixed() {
    files.write("a.csv", HEADER + csvEvent("1").replace("\n", "\r\n") + csvEvent("2") + "\r\n\n");
    files.write("b.csv", (HEADER + csvEvent("3")).replace("\n", "\r\n") + csvEvent("4"));
    TableInput input = files.open("");
    assertThat(EventFiles.orderIds(input.rows())).containsExactly("1", "2", "3", "4");
    assertThat(input.rows().filter("extra IS NOT NULL").collectAsList()).isEmpty();
    assertThat(input.rejectCounts()).isEmpty();
  }

  @Test
  void lastLineNeedsNoEnd() {
    files.write("a.csv", HEADER + csvEvent("1") + csvEvent("2").stripTrailing());
    assertThat(files.orderIds("")).containsExactly("1", "2");
  }

  @Test
  void quoteThatIsNeverClosedDoesNotSwallowRowsUnseen() {
    files.write(
        "a.csv", HEADER + csvEvent("1") + "2,2024-03-01T10:15:30Z,S,\"oops\n" + csvEvent("3"));
    TableInput input = files.open("");
    assertThat(input.rejectCounts()).isNotEmpty();
    assertThat(EventFiles.orderIds(input.rows())).contains("1").doesNotContain("2");
    assertThat(input.rejects().head().<String>getAs("raw"))
        .isEqualTo("2,2024-03-01T10:15:30Z,S,\"oops\n3,2024-03-01T10:15:30Z,PLACED,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"S", "\"", "\"a,b", "\"a\"\"b", "\"a\nb"})
  void fileThatEndsWithinQuotesWasCutOff(String cell) {
    files.write(
        "a.csv",
        "order_id,event_time,status\n1,2024-03-01T10:15:30Z,S\n2,2024-03-01T10:15:30Z," + cell);
    assertThat(files.orderIds("")).containsExactly("1");
    assertThat(files.open("").rejectCounts().values()).containsExactly(1L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"S", "\"S\"", "\"\"", "\"a\"\"\"", "a\"b", "\"\"\"\"", "\",\"", "\"a,\"\"b\""})
  void fileMayEndBehindQuotes(String cell) {
    files.write("a.csv", "order_id,event_time,status\n1,2024-03-01T10:15:30Z," + cell);
    assertThat(files.orderIds("")).containsExactly("1");
    assertThat(files.open("").rejectCounts()).isEmpty();
  }

  @Test
  void linesMayEndInCarriageReturnsAlone() {
    files.write(
        "a.csv",
        "order_id,event_time,status\r\"1\",2024-03-01T10:15:30Z,\"A, \r\nB\"\r"
            + "2,2024-03-01T10:15:30Z,\"S\"\r\r3,2024-03-01T10:15:30Z\r"
            + "4,2024-03-01T10:15:30Z,\"a\r5,2024-03-01T10:15:30Z,S\r");
    TableInput input = files.open("");
    assertThat(input.rows().orderBy("order_id").select("status").collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly("A, \r\nB", "S");
    assertThat(input.rejectCounts()).isEqualTo(Map.of(RAGGED, 1L, "a quote is not closed", 1L));
    assertThat(input.rejects().select("raw").collectAsList())
        .extracting(row -> row.getString(0))
        .contains("4,2024-03-01T10:15:30Z,\"a\r5,2024-03-01T10:15:30Z,S");
  }

  @Test
  void headerAloneIsATableWithoutRows() {
    files.write("a.csv", HEADER).write("b.csv", HEADER.stripTrailing()).write("c.csv", "\n\n");
    assertThat(files.orderIds("")).isEmpty();
    assertThat(files.open("").rejectCounts()).isEmpty();
  }

  @Test
  void longCellsAreRead() {
    String id = "x".repeat(2_000_000);
    files.write("a.csv", (HEADER + csvEvent(id)).getBytes(UTF_8));
    assertThat(files.orderIds("").get(0).equals(id)).isTrue();
  }

  private void assertDataException(String message) {
    assertThatThrownBy(() -> files.open("").rows().count())
        .hasRootCauseInstanceOf(DataException.class)
        .rootCause()
        .hasMessageContaining(message);
  }
}
