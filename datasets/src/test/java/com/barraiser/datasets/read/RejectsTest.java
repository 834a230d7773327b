package com.barraiser.datasets.read;

import static com.barraiser.datasets.read.EventFiles.HEADER;
import static com.barraiser.datasets.read.EventFiles.csvEvent;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.datasets.Format;
import com.barraiser.datasets.write.TableWriter;
import com.barraiser.testing.Sample;
import com.barraiser.testing.WithSpark;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** No row is lost: what is not accepted is rejected, counted and kept with its reason. */
@WithSpark
class RejectsTest {

  private static final Instant TIME = Instant.parse("2024-03-01T10:15:30.123456Z");
  private static final Map<String, Long> COUNTS =
      Map.of("order_id is missing", 2L, "order_id is empty", 1L, "status is missing", 1L);
  private static final int ACCEPTED = 3;

  /** The same rows in every format, each in a folder under its key. */
  @TempDir private static Path mixedFolder;

  private final SparkSession spark;
  private final EventFiles files;
  private final Path folder;

  RejectsTest(SparkSession spark, @TempDir Path folder) {
    this.spark = spark;
    this.folder = folder;
    this.files = new EventFiles(spark, folder);
  }

  @BeforeAll
  static void writeMixedRows(SparkSession spark) {
    Dataset<Row> rows =
        new EventFiles(spark, mixedFolder)
            .events(
                new Object[] {"1", TIME, "PLACED", null},
                new Object[] {null, TIME, null, null},
                new Object[] {"1", TIME, "", null},
                new Object[] {"", TIME, "PLACED", null},
                new Object[] {"2", TIME, "PLACED", null},
                new Object[] {null, TIME, "PLACED", null},
                new Object[] {"3", TIME, null, null});
    for (Format format : Format.values()) {
      TableWriter.write(
          rows.drop("extra").repartition(3), format, mixedFolder + "/" + format.key());
    }
  }

  @Tag(Sample.TAG)
  @ParameterizedTest
  @MethodSource("com.barraiser.testing.Sample#formats")
  void everyRowIsAcceptedOrRejectedAndCounted(Format format) {
    TableInput input = mixed(format);
    Map<String, Long> byReason = new TreeMap<>();
    for (Row reject : input.rejects().collectAsList()) {
      byReason.merge(reject.getAs("reason"), 1L, Long::sum);
    }
    assertThat(EventFiles.orderIds(input.rows())).containsExactly("1", "1", "2");
    assertThat(byReason).isEqualTo(COUNTS);
    assertThat(input.rejectCounts()).isEqualTo(COUNTS);
  }

  @Tag(Sample.TAG)
  @ParameterizedTest
  @MethodSource("com.barraiser.testing.Sample#formats")
  void countsAreTheSameBeforeAndAfterTheRowsAreRead(Format format) {
    TableInput input = mixed(format);
    assertThat(input.rejectCounts()).isEqualTo(COUNTS);
    assertThat(input.rows().count()).isEqualTo(ACCEPTED);
    assertThat(input.rejectCounts()).isEqualTo(COUNTS);
    input.rejects().count();
    assertThat(input.rejectCounts()).isEqualTo(COUNTS);
  }

  @Tag(Sample.TAG)
  @ParameterizedTest
  @MethodSource("com.barraiser.testing.Sample#formats")
  void rowsThatAreReadInPartCountAllRejects(Format format) {
    TableInput input = mixed(format);
    assertThat(input.rows().limit(1).count()).isEqualTo(1);
    input.rows().head();
    assertThat(input.rejectCounts()).isEqualTo(COUNTS);
  }

  @Tag(Sample.TAG)
  @ParameterizedTest
  @MethodSource("com.barraiser.testing.Sample#formats")
  void rowsThatAreReadTwiceCountTheirRejectsOnce(Format format) {
    TableInput input = mixed(format);
    Dataset<Row> rows = input.rows();
    assertThat(rows.count()).isEqualTo(ACCEPTED);
    assertThat(rows.count()).isEqualTo(ACCEPTED);
    assertThat(input.rows().join(input.rows(), "order_id").count()).isEqualTo(5);
    assertThat(rows.filter(col("status").equalTo("nowhere")).count()).isZero();
    assertThat(input.rejectCounts()).isEqualTo(COUNTS);
  }

  @Tag(Sample.TAG)
  @ParameterizedTest
  @MethodSource("com.barraiser.testing.Sample#formats")
  void rejectSaysItsTableAndTheFileThatItIsIn(Format format) {
    Path place = folder.resolve("my events");
    TableWriter.write(files.events(new Object[] {"", TIME, "S", null}), format, place.toString());
    TableInput input = files.open("my events");
    assertThat(input.rejects().schema().asNullable()).isEqualTo(TableInput.REJECTS);
    for (Row reject : input.rejects().collectAsList()) {
      assertThat(reject.<String>getAs("table")).isEqualTo("order_events");
      String file = reject.getAs("file");
      assertThat(Path.of(file.replaceFirst("^file:/+", "/"))).exists().startsWith(place);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PARQUET", "DELTA"})
  void rawOfAColumnarRowIsTheWholeRow(Format format) {
    Dataset<Row> rows = files.events(new Object[] {null, TIME, "S", "{\"a\":1}"});
    TableWriter.write(rows.withColumn("n", lit(7)), format, folder + "/raw");
    assertThat(files.open("raw").rejects().head().<String>getAs("raw"))
        .contains("\"event_time\":\"2024-03-01T10:15:30.123456")
        .contains("\"status\":\"S\"", "\"n\":7", "\"extra\":\"{\\\"a\\\":1}\"");
  }

  @ParameterizedTest
  @EnumSource(names = {"JSON", "CSV"})
  void rawOfATextRowIsItsText(Format format) {
    List<String> rows =
        format == Format.JSON
            ? List.of("{\"order_id\":\"\u00e9\", \"n\" : 1.0}", "  [1, 2]", "oops")
            : List.of("\u00e9, x ,\"a,b\",", ",,,", "oops");
    String header = format == Format.CSV ? HEADER : "";
    files.write("a." + format.key(), header + event(format, "1") + String.join("\r\n", rows));
    Dataset<Row> rejects = files.open("").rejects();
    assertThat(rejects.collectAsList())
        .extracting(row -> row.<String>getAs("raw"))
        .containsExactlyElementsOf(rows);
  }

  @ParameterizedTest
  @EnumSource(names = {"JSON", "CSV"})
  void garbageIsRejectedLineByLine(Format format) {
    StringBuilder text = new StringBuilder(format == Format.CSV ? HEADER : "");
    String[] garbage = {
      "x",
      "{",
      "[]",
      "null",
      "\u0000\u0001",
      "#comment",
      "{}{}",
      ",,",
      ",,,,,,",
      "\uFFFD",
      "'",
      "\\",
      "NaN,2024,x,",
      "#,#,#,#",
      ",".repeat(30_000),
      "<a/>",
      "\u2028",
      "1;2;3;4"
    };
    for (String line : garbage) {
      text.append(event(format, "1")).append(line).append('\n');
    }
    files.write("a." + format.key(), text.toString());
    TableInput input = files.open("");
    assertThat(input.rows().count()).isEqualTo(garbage.length);
    assertThat(input.rejects().count()).isEqualTo(garbage.length);
    assertThat(sum(input.rejectCounts())).isEqualTo(garbage.length);
  }

  @Tag(Sample.TAG)
  @ParameterizedTest
  @MethodSource("com.barraiser.testing.Sample#formats")
  void tableOfRejectsAloneHasNoRows(Format format) {
    Object[] broken = {null, TIME, "S", null};
    TableWriter.write(files.events(broken, broken), format, folder + "/all");
    TableInput input = files.open("all");
    assertThat(input.rows().count()).isZero();
    assertThat(input.rejectCounts()).isEqualTo(Map.of("order_id is missing", 2L));
  }

  private TableInput mixed(Format format) {
    return new EventFiles(spark, mixedFolder).open(format.key());
  }

  private static String event(Format format, String orderId) {
    return format == Format.CSV ? csvEvent(orderId) : EventFiles.event(orderId) + "\n";
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
