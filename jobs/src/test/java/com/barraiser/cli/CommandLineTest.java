package com.barraiser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.datasets.Format;
import com.barraiser.datasets.read.Source;
import com.barraiser.datasets.read.TableReader;
import com.barraiser.datasets.tables.OrderEvents;
import com.barraiser.testing.Sample;
import com.barraiser.testing.WithSpark;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line from its arguments to files, output and exit codes, inside one JVM. */
@WithSpark
class CommandLineTest {

  private final SparkSession spark;
  private final Console console = new Console();
  private final StringWriter out = console.out();
  private final StringWriter err = console.err();

  @TempDir private Path folder;
  private Path events;

  CommandLineTest(SparkSession spark) {
    this.spark = spark;
  }

  @BeforeEach
  void writeEvents() throws IOException {
    events =
        Files.writeString(
            folder.resolve("events.json"),
            """
            {"order_id":"a","event_time":"2024-03-01T12:00:00.123456Z","status":"SHIPPED","n":1}
            {"order_id":"a","event_time":"2024-03-01T12:00:00.123455+00:00","status":"PLACED","n":2}
            {"order_id":"b","event_time":"1969-12-31T23:59:59.999999Z","status":"PLACED"}
            {"order_id":"c","event_time":"9999-12-31T23:59:59.999999-01:00","status":"PLACED"}

            {"order_id":"","event_time":"2024-03-01T12:00:00Z","status":"PLACED"}
            nonsense
            """);
  }

  @Test
  void listNamesQuestionsAndSolutions() throws IOException {
    assertThat(console.execute("list")).isZero();
    assertThat(out.toString()).contains("first-event", "window-rank", "packed-values*");
    assertThat(console.executeJson("list", "--json").get(0).get("question").asText())
        .isEqualTo("first-event");
  }

  @Test
  void showPrintsTheStatement() {
    assertThat(console.execute("show", "first-event")).isZero();
    assertThat(out.toString()).contains("## Example", "113-0000001-1234567");
  }

  @Test
  void runShowsTheFirstRowsAndCountsRejects() {
    assertThat(console.execute("run", "first-event", "--input", events.toString())).isZero();
    assertThat(out.toString())
        .contains("2024-03-01T12:00:00.123455Z", "{\"n\":2}", "3 rows")
        .contains("+10000-01-01T00:59:59.999999Z");
    assertThat(err.toString())
        .contains("rejected 2 rows of order_events: 1 not valid JSON; 1 order_id is empty");
  }

  @Test
  void runGivesItsFactsAsJson() throws IOException {
    JsonNode facts =
        console.executeJson("run", "first-event", "--input", events.toString(), "--json");
    assertThat(facts.get("rows").asInt()).isEqualTo(3);
    assertThat(facts.get("rejected").get("order_events").get("not valid JSON").asInt()).isOne();
    assertThat(facts.get("first_rows").get(0).get("status").asText()).isEqualTo("PLACED");
  }

  @Test
  void slashBehindAnOutputsNameIsNoPartOfIt() {
    String output = folder.resolve("first.csv") + "/";
    assertThat(
            console.execute("run", "first-event", "--input", events.toString(), "--output", output))
        .as(err.toString())
        .isZero();
    assertThat(Source.at(spark.sessionState().newHadoopConf(), output).format())
        .isEqualTo(Format.CSV);
  }

  @Tag(Sample.TAG)
  @ParameterizedTest
  @MethodSource("formatsOfAnswers")
  void answerSurvivesTheFormat(String format) {
    String output = folder.resolve("answer").toString();
    assertThat(
            console.execute(
                "run",
                "first-event",
                "--input",
                events.toString(),
                "--output",
                output,
                "--format",
                format))
        .as(err.toString())
        .isZero();
    Source source = Source.at(spark.sessionState().newHadoopConf(), output);
    assertThat(source.format().key()).isEqualTo(format);
    List<Row> rows =
        TableReader.open(spark, OrderEvents.TABLE, source)
            .rows()
            .orderBy("order_id")
            .collectAsList();
    assertThat(rows)
        .extracting(row -> row.get(1).toString())
        .containsExactly(
            "2024-03-01T12:00:00.123455Z",
            "1969-12-31T23:59:59.999999Z",
            "+10000-01-01T00:59:59.999999Z");
  }

  @Test
  void rejectsAreWrittenWithReasonAndOrigin() {
    String rejects = folder.resolve("rejects").toString();
    assertThat(
            console.execute(
                "run", "first-event", "--input", events.toString(), "--rejects", rejects))
        .isZero();
    assertThat(spark.read().json(rejects).orderBy("reason").collectAsList())
        .extracting(row -> row.getAs("reason") + " | " + row.getAs("raw"))
        .containsExactly(
            "not valid JSON | nonsense",
            "order_id is empty | "
                + "{\"order_id\":\"\",\"event_time\":\"2024-03-01T12:00:00Z\",\"status\":\"PLACED\"}");
  }

  @Test
  void existingOutputIsReplacedOnlyWithOverwrite() throws IOException {
    String output = folder.resolve("answer").toString();
    String[] run = {"run", "first-event", "--input", events.toString(), "--output", output};
    assertThat(console.execute(run)).isZero();
    assertThat(console.execute(run)).isOne();
    assertThat(err.toString()).contains("exists; choose another path or add --overwrite");
    assertThat(
            console.execute(
                Stream.concat(Stream.of(run), Stream.of("--overwrite")).toArray(String[]::new)))
        .isZero();
    assertThat(spark.read().parquet(output).count()).isEqualTo(3);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left)
          .extracting(path -> path.getFileName().toString())
          .containsExactlyInAnyOrder("events.json", "answer");
    }
  }

  @Test
  void folderThatNoRunWroteIsNeverReplaced() throws IOException {
    Path precious = Files.createDirectory(folder.resolve("precious"));
    Files.writeString(precious.resolve("diary.txt"), "dear diary");
    assertThat(
            console.execute(
                "run",
                "first-event",
                "--input",
                events.toString(),
                "--output",
                precious.toString(),
                "--overwrite"))
        .isOne();
    assertThat(precious.resolve("diary.txt")).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"events.json", "events.json/answer", "."})
  void outputThatOverlapsWithAnInputIsRefused(String place) {
    String output = folder.resolve(place).normalize().toString();
    assertThat(
            console.execute(
                "run",
                "first-event",
                "--input",
                events.toString(),
                "--output",
                output,
                "--overwrite"))
        .isOne();
    assertThat(events).exists();
  }

  @Test
  void failedRunLeavesNeitherOutputNorTraces() throws IOException {
    Path broken = Files.write(folder.resolve("broken.json.gz"), new byte[] {31, -117, 8, 0, 1, 2});
    String output = folder.resolve("answer").toString();
    assertThat(
            console.execute(
                "run",
                "first-event",
                "--input",
                broken.toString(),
                "--output",
                output,
                "--rejects",
                folder.resolve("rejects").toString()))
        .isOne();
    assertThat(err.toString()).doesNotContain("\tat ").startsWith("barraiser: ");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left)
          .extracting(path -> path.getFileName().toString())
          .containsExactlyInAnyOrder("events.json", "broken.json.gz");
    }
  }

  @Tag(Sample.TAG)
  @ParameterizedTest
  @MethodSource("formatsOfData")
  void generatedDataIsAnswered(String format) throws IOException {
    String data = folder.resolve("data").toString();
    JsonNode manifest =
        console.executeJson(
            "generate",
            "first-event",
            "--rows",
            "2k",
            "--output",
            data,
            "--format",
            format,
            "--malformed",
            "0.1",
            "--json");
    assertThat(manifest.get("achieved").get("order_events").get("rows").asInt()).isEqualTo(2000);
    JsonNode facts = console.executeJson("run", "first-event", "--input", data, "--json");
    double malformed =
        manifest.get("achieved").get("order_events").get("malformed_share").asDouble();
    int rejected = 0;
    for (JsonNode count : facts.get("rejected").get("order_events")) {
      rejected += count.asInt();
    }
    assertThat(rejected).isEqualTo((int) Math.round(2000 * malformed));
  }

  static List<String> formatsOfAnswers() {
    return Sample.either(List.of("csv", "parquet"), List.of("json", "delta"));
  }

  static List<String> formatsOfData() {
    return Sample.either(List.of("json", "delta"), List.of("csv", "parquet"));
  }
}
