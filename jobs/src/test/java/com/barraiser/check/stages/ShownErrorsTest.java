package com.barraiser.check.stages;

import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.check.answers.AnswerFile;
import com.barraiser.questions.Catalogue;
import com.barraiser.testing.WithSpark;
import com.barraiser.vocabulary.Question;
import com.barraiser.vocabulary.Solution;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer that cannot be computed, or has other columns, is told so with its own lines. */
@WithSpark
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShownErrorsTest {

  private static final Question QUESTION = Catalogue.question("first-event");

  private final SparkSession spark;
  private Check check;

  @TempDir private static Path folder;

  ShownErrorsTest(SparkSession spark) {
    this.spark = spark;
  }

  @BeforeAll
  void prepare() {
    check =
        new Check(
            spark,
            QUESTION,
            folder,
            rows -> {
              throw new IllegalStateException("no answer gets as far as larger data");
            });
  }

  @AfterAll
  void close() {
    check.close();
  }

  @Test
  void wrongColumnsAreSaidBeforeAnythingElse() {
    Failure failure = failure(sql("SELECT order_id, 1 AS event_time, status FROM order_events"));
    assertThat(failure.stage()).isEqualTo(Stage.SCHEMA);
    assertThat(failure.verdict().orElseThrow().schema())
        .containsExactly(
            "column event_time is INT, but must be TIMESTAMP", "column extra STRING is missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT order_id,\n  evnt_time FROM order_events",
        "SELECT order_id, event_time, status, extra FROM order_events\nWHERE 1 / (length(status) - length(status)) = 1",
      })
  void errorInAQueryIsShownAtItsLine(String query) {
    assertThat(failure(sql(query)).error().orElseThrow())
        .matches("a.sql:2:\\d+: .*")
        .doesNotContain("SQLSTATE")
        .hasLineCount(1);
  }

  @Test
  void unknownTableIsShownAtItsLine() {
    assertThat(failure(sql("SELECT *\nFROM events")).error().orElseThrow())
        .startsWith("a.sql:2:6: ")
        .contains("events");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Object none = null; none.toString(); return tables.table(\"order_events\");",
        "MapFunction<Row, Row> f = row -> { Object none = row.get(99); return row; };"
            + " return tables.table(\"order_events\").map(f, Encoders.row(tables.table(\"order_events\").schema()));",
        "return answer(tables, parameters);",
        "throw new AssertionError(\"never\");",
      })
  void exceptionOrErrorInJavaIsShownAtItsLine(String body) {
    Solution throwing =
        java(
            """
            import com.barraiser.vocabulary.*;
            import org.apache.spark.api.java.function.MapFunction;
            import org.apache.spark.sql.*;

            public class Throwing implements Solution {
              public Dataset<Row> answer(Tables tables, Parameters parameters) {
                %s
              }
            }
            """
                .formatted(body));
    assertThat(failure(throwing).error().orElseThrow())
        .matches(
            "a.java:7: (NullPointerException|ArrayIndexOutOfBoundsException|StackOverflowError|AssertionError).*");
  }

  private Failure failure(Solution solution) {
    return check.outcome(solution, new Silence()).failure().orElseThrow();
  }

  private Solution sql(String text) {
    return new AnswerFile(Path.of("a.sql")).solution(spark, text);
  }

  private Solution java(String text) {
    return new AnswerFile(Path.of("a.java")).solution(spark, text);
  }
}
