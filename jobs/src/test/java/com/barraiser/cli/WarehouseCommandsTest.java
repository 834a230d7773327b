package com.barraiser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.check.SmallSessions;
import com.barraiser.testing.WithSpark;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions about warehouses on the command line, inside one JVM. */
@WithSpark
class WarehouseCommandsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final SparkSession spark;
  private final Console console = new Console();
  private final StringWriter out = console.out();
  private final StringWriter err = console.err();

  @TempDir private Path folder;

  WarehouseCommandsTest(SparkSession spark) {
    this.spark = spark;
  }

  @BeforeEach
  void useSmallSession() {
    SparkSession.setActiveSession(SmallSessions.forFewRows(spark));
  }

  @AfterEach
  void useSharedSession() {
    SparkSession.setActiveSession(spark);
  }

  @Tag("long")
  @Test
  void runLoadsWhatHasLandedAndSaysWhatItRejectsAndThatItIsLate() throws IOException {
    land();
    assertThat(run("--set", "deadline=1s", "--json")).as(err.toString()).isOne();
    assertThat(err.toString())
        .contains("deadline missed")
        .contains("rejected 1 rows of order_lines: 1 not valid JSON");
    JsonNode first = JSON.readTree(out.toString()).get("first_rows").get(0);
    assertThat(first.get("units").asLong()).isOne();
    assertThat(first.get("marketplace_id").asText()).isEqualTo("US");
  }

  @Tag("long")
  @Test
  void secondRunOfTheSameInputChangesNoTable() throws IOException {
    land();
    assertThat(run()).as(err.toString()).isZero();
    assertThat(run("--json")).as(err.toString()).isZero();
    assertThat(err.toString()).contains("nothing to load");
    JsonNode tables = JSON.readTree(out.toString()).get("tables");
    assertThat(tables).isNotEmpty();
    assertThat(tables)
        .allSatisfy(
            table ->
                assertThat(table.get("version").asLong())
                    .as(table.get("table").asText())
                    .isEqualTo(table.get("version_before").asLong()));
  }

  @Tag("long")
  @Test
  void batchesBeforeOneThatFailsAreSaidToBeLoaded() throws IOException {
    for (String file : List.of("1/customers.json", "2/customers.parquet")) {
      Path place = folder.resolve("batches").resolve(file);
      Files.createDirectories(place.getParent());
      Files.writeString(place, "nonsense\n");
    }
    assertThat(
            console.execute(
                "run",
                "shipped-revenue",
                "--warehouse",
                place("warehouse"),
                "--input",
                place("batches"),
                "--rejects",
                place("rejects")))
        .isOne();
    assertThat(err.toString())
        .containsSubsequence(
            "loaded 1\n",
            "rejected 1 rows of customers: 1 not valid JSON",
            "barraiser: cannot read")
        .doesNotContain("loaded 2", "\tat ");
    assertThat(folder.resolve("rejects")).doesNotExist();
  }

  @Tag("long")
  @Test
  void newWarehouseTakesGeneratedBatchesAgainAndAgain() {
    String[] command = {"run", "orders-fact", "--warehouse", place("warehouse")};
    assertThat(console.execute(command)).as(err.toString()).isZero();
    assertThat(folder.resolve("warehouse/load_control")).isDirectory();
    assertThat(console.execute(command)).as(err.toString()).isZero();
    assertThat(err.toString()).contains("nothing to load");
  }

  @Test
  void generatedBatchesAreNotLoadedAmongAUsersTables() {
    SparkSession.active()
        .range(1)
        .write()
        .format("delta")
        .save(folder.resolve("warehouse/fact_order_line").toString());
    assertThat(console.execute("run", "orders-fact", "--warehouse", place("warehouse"))).isOne();
    assertThat(err.toString())
        .contains("warehouse is not empty, nor a warehouse of generated batches: name with --input")
        .doesNotContain("\tat ");
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(folder.resolve("warehouse")).isDirectoryContaining("glob:**fact_order_line");
    assertThat(folder.resolve("warehouse/load_control")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"landing", "landing/event_date=2024-01-07", "warehouse/load_control"})
  void rejectedRowsTakeThePlaceOfNoBatchAndNoTable(String rejects) throws IOException {
    land();
    Path place = Files.createDirectories(folder.resolve(rejects));
    Files.createFile(place.resolve("_SUCCESS"));
    assertThat(run("--rejects", place.toString(), "--overwrite")).isOne();
    assertThat(err.toString()).contains("overlaps with").doesNotContain("\tat ");
    assertThat(place.resolve("_SUCCESS")).exists();
  }

  @ParameterizedTest
  @CsvSource({
    "landing, landing",
    "landing/event_date=2024-01-07, landing",
    "., landing",
    "link/warehouse, landing"
  })
  void warehouseThatOverlapsWithTheInputIsRefused(String warehouse, String input)
      throws IOException {
    land();
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("landing"));
    String[] before = files();
    assertThat(
            console.execute(
                "run", "orders-fact", "--warehouse", place(warehouse), "--input", place(input)))
        .isOne();
    assertThat(err.toString()).contains("overlaps with").doesNotContain("\tat ");
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(files()).containsExactly(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run first-event --warehouse w | --warehouse does not go with first-event",
        "run orders-fact --input landing | --input needs --warehouse for orders-fact",
        "run orders-fact --output w | --output does not go with orders-fact",
        "run orders-fact --warehouse w --input a --input b | name one --input",
        "run orders-fact --set date=soon | soon",
        "run shipped-revenue --set retention=1d | retention=1d: must be at least 7d",
        "bench orders-fact --rows 5 | --rows does not go with orders-fact",
        "bench orders-fact --history 0 | --history is a number of days",
        "bench orders-fact --vary days=3 | the days of a warehouse vary with --history",
        "bench orders-fact --peer duckdb | --peer does not go with orders-fact",
        "bench orders-fact --input a | --input does not go with orders-fact",
        "bench first-event --history 5 | --history does not go with first-event",
        "bench first-event --rows 9 --rows-per-day 9 | --rows-per-day does not go with first-event",
        "bench orders-fact first-event --history 5 | --history does not go with first-event"
      })
  void usageErrorIsSaidInALineAndGivesTwo(String arguments, String message) {
    assertThat(console.execute(arguments.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains(message).doesNotContain("\tat ");
    assertThat(err.toString().lines()).hasSizeLessThanOrEqualTo(2);
  }

  private int run(String... further) {
    out.getBuffer().setLength(0);
    return console.execute(
        Stream.concat(
                Stream.of(
                    "run",
                    "orders-fact",
                    "--warehouse",
                    place("warehouse"),
                    "--input",
                    place("landing")),
                Stream.of(further))
            .toArray(String[]::new));
  }

  private String place(String name) {
    return folder.resolve(name).toString();
  }

  private String[] files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.map(Path::toString).sorted().toArray(String[]::new);
    }
  }

  private void land() throws IOException {
    Path partition = folder.resolve("landing/event_date=2024-01-07/marketplace_id=US");
    Files.createDirectories(partition);
    Files.writeString(
        partition.resolve("a.json"),
        """
        {"order_id":"o1","line_id":1,"marketplace_id":"US","customer_id":7,"asin":"B1","qty":1,\
        "item_price":10.00,"discount":0.00,"order_status":"PLACED",\
        "order_ts":"2024-01-07T00:00:00Z","updated_at":"2024-01-07T00:00:00Z"}
        nonsense
        """);
  }
}
