package com.barraiser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.testing.WithSpark;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code check} says, what it remembers, and its exit codes. */
@WithSpark
class CheckCommandTest {

  private static final String RANKED =
      "SELECT order_id, event_time, status, extra FROM (SELECT *, row_number() OVER"
          + " (PARTITION BY order_id ORDER BY %s) AS n FROM order_events) WHERE n = 1";
  private static final String RIGHT = RANKED.formatted("event_time, status, extra");
  private static final String WRONG = RANKED.formatted("event_time, status, extra NULLS LAST");

  private final SparkSession spark;
  private final Console console = new Console();
  private final StringWriter out = console.out();
  private final StringWriter err = console.err();

  @TempDir private Path folder;

  @RegisterExtension private final OwnHome home = new OwnHome(() -> folder.resolve("home"));

  CheckCommandTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void wrongAnswerIsExplainedOnTheSmallestInput() throws IOException {
    assertThat(console.execute("check", "first-event", sql(WRONG))).isOne();
    assertThat(out.toString())
        .contains(
            "right  worked example",
            "WRONG  named cases: tie-takes-null-extra",
            "catches sorting null last",
            "changed cells (1):",
            "order_id  column  expected  yours",
            "answer.sql is wrong.",
            "--case tie-takes-null-extra");
    assertThat(err.toString()).isEmpty();
  }

  @Tag("long")
  @Test
  void rightAnswerIsRememberedAndOpensTheSolutions() throws IOException {
    assertThat(console.execute("show", "first-event", "--solutions")).isZero();
    assertThat(out.toString())
        .contains("not passed first-event yet")
        .doesNotContain("PackedValues");
    assertThat(console.execute("check", "first-event", sql(RIGHT))).isZero();
    assertThat(out.toString())
        .contains("500,000 rows in", "packed-values: ", "answer.sql is right.");
    assertThat(console.execute("list")).isZero();
    assertThat(out.toString()).contains("passed: 1 of ");
    assertThat(console.execute("show", "first-event", "--solutions")).isZero();
    assertThat(out.toString()).contains("class PackedValues");
    assertThat(folder.resolve("home/progress.json")).content().contains("answer.sql");
  }

  @Test
  void solutionsAreShownWhenAskedForTwice() {
    assertThat(console.execute("show", "first-event", "--solutions")).isZero();
    assertThat(out.toString()).doesNotContain("PackedValues");
    assertThat(console.execute("show", "first-event", "--solutions")).isZero();
    assertThat(out.toString()).contains("row_number() OVER", "class PackedValues");
  }

  @Test
  void hintsComeOneAtATimeAndTheLastOneStays() {
    for (String expected : new String[] {"Hint 1 of 3", "Hint 2 of 3", "Hint 3 of 3", "Hint 3"}) {
      out.getBuffer().setLength(0);
      assertThat(console.execute("show", "first-event", "--hint")).isZero();
      assertThat(out.toString()).startsWith(expected);
    }
  }

  @Test
  void factsAreGivenAsJson() throws IOException {
    assertThat(console.execute("check", "first-event", sql(WRONG), "--json")).isOne();
    JsonNode facts = new ObjectMapper().readTree(out.toString());
    assertThat(facts.get("verdict").asText()).isEqualTo("wrong");
    assertThat(facts.get("stage").asText()).isEqualTo("cases");
    assertThat(facts.get("case").get("name").asText()).isEqualTo("tie-takes-null-extra");
    assertThat(facts.get("changed").get(0).get("column").asText()).isEqualTo("extra");
    assertThat(facts.get("passed")).hasSize(2);
  }

  @Test
  void caseIsReplayedAloneAndItsInputWritten() throws IOException {
    assertThat(console.execute("check", "first-event", sql(WRONG), "--case", "before-1970"))
        .isZero();
    Path input = folder.resolve("home/cases/first-event/before-1970/order_events.json");
    assertThat(input).content().contains("1969-12-31T23:59:59.999998Z");
    assertThat(out.toString()).contains(input.getParent().toString());
    assertThat(console.execute("check", "first-event", sql(RIGHT), "--case", "seed-17")).isZero();
    assertThat(folder.resolve("home/cases/first-event/seed-17/order_events.json")).exists();
    assertThat(folder.resolve("home/progress.json")).doesNotExist();
  }

  @Test
  void mutantIsNamedAsOneAndShownToFail() {
    assertThat(console.execute("check", "first-event", "--solution", "rank-keeps-ties")).isOne();
    assertThat(out.toString()).contains("is a mutant", "extra rows (", "rank-keeps-ties is wrong.");
  }

  @Test
  void refusedAnswerIsWrongAndSaidInALine() throws IOException {
    assertThat(console.execute("check", "first-event", sql("DROP TABLE order_events"))).isOne();
    assertThat(out.toString()).contains("answer.sql:1:1: DROP is not a query");
    out.getBuffer().setLength(0);
    Path file = Files.writeString(folder.resolve("A.java"), "class A { int a = b; }");
    assertThat(console.execute("check", "first-event", file.toString(), "--json")).isOne();
    assertThat(new ObjectMapper().readTree(out.toString()).get("errors").get(0).asText())
        .startsWith("A.java:1:");
    out.getBuffer().setLength(0);
    Path latin = Files.write(folder.resolve("latin.sql"), new byte[] {(byte) 0xE9});
    assertThat(console.execute("check", "first-event", latin.toString(), "--json")).isOne();
    assertThat(new ObjectMapper().readTree(out.toString()).get("errors").get(0).asText())
        .endsWith("latin.sql is not text in UTF-8");
  }

  @ParameterizedTest
  @CsvSource({"sql, first-event.sql", "java, FirstEventAnswer.java"})
  void startingFileHasRightColumnsAndIsNeverOverwritten(String language, String name)
      throws IOException {
    Path file = Path.of(name);
    try {
      assertThat(console.executeJson("check", "first-event", "--new", language, "--json"))
          .hasToString("{\"file\":\"%s\"}".formatted(name));
      assertThat(file).content().contains("order_events: order_id STRING", "any order");
      assertThat(
              console.execute("check", "first-event", file.toString(), "--case", "worked-example"))
          .isOne();
      assertThat(out.toString()).contains("right  columns", "missing rows (");
      Files.writeString(file, "mine");
      assertThat(console.execute("check", "first-event", "--new", language)).isOne();
      assertThat(err.toString()).contains("exists already");
      assertThat(file).hasContent("mine");
    } finally {
      Files.deleteIfExists(file);
    }
  }

  @Test
  void nothingIsLeftInTheSession() throws IOException {
    console.execute("check", "first-event", sql(WRONG));
    assertThat(spark.catalog().listTables().collectAsList()).isEmpty();
  }

  @Test
  void helpSaysWithWhoseRightsAnAnswerRuns() {
    assertThat(console.execute("check", "--help")).isZero();
    assertThat(out.toString()).contains("with all your rights", "seed-17");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "check first-event | name one of FILE, --solution NAME and --new",
        "check first-event a.sql --solution min-struct | name one of FILE",
        "check first-event none.sql | none.sql is no file",
        "check first-event pom.xml | ends in neither .sql nor .java",
        "check first-event --solution nope | there are columnar-blocks, earliest-then-ties",
        "check first-event --solution min-struct --case nope | generated ones such as seed-17",
        "check first-event --solution min-struct --watch | --watch follows a FILE",
        "check first-event --new python | Invalid value for option '--new'",
        "check nope a.sql | no question 'nope'"
      })
  void usageErrorIsSaidInALineAndGivesTwo(String arguments, String message) {
    assertThat(console.execute(arguments.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains(message).doesNotContain("\tat ");
    assertThat(err.toString().lines()).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void workingFolderIsRemovedWithAllThatIsInIt() throws IOException {
    Path place;
    try (WorkingFolder working = new WorkingFolder()) {
      place = working.path();
      Path below = Files.createDirectories(place.resolve("warehouse/table"));
      Files.writeString(below.resolve("part"), "1");
    }
    assertThat(place).doesNotExist();
  }

  /** Smaller than it should be, for the sake of time; what is there is not made again. */
  private void makeLargerData() {
    for (String rows : new String[] {"50000", "500000"}) {
      String place = folder.resolve("home/data/first-event-of-" + rows + "-rows").toString();
      assertThat(console.execute("generate", "first-event", "--rows", "2k", "--output", place))
          .isZero();
    }
  }

  private String sql(String query) throws IOException {
    return Files.writeString(folder.resolve("answer.sql"), query).toString();
  }
}
