package com.barraiser.check.stages;

import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.check.answers.AnswerFile;
import com.barraiser.questions.Catalogue;
import com.barraiser.testing.WithSpark;
import com.barraiser.vocabulary.Case;
import com.barraiser.vocabulary.Question;
import com.barraiser.vocabulary.Shelf;
import com.barraiser.vocabulary.Solution;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One case alone tells a right answer from a wrong one, whatever was judged before. */
@WithSpark
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayTest {

  private static final Question QUESTION = Catalogue.question("first-event");
  private static final Case EXAMPLE = QUESTION.example();

  private final SparkSession spark;
  private Check check;

  @TempDir private static Path folder;

  ReplayTest(SparkSession spark) {
    this.spark = spark;
  }

  @BeforeAll
  void prepare() {
    check = check(QUESTION);
  }

  @AfterAll
  void close() {
    check.close();
  }

  @Tag("long")
  @Test
  void editedLambdaRunsAsEdited() {
    String source = Shelf.source(QUESTION, Shelf.solution(QUESTION, "reduce-groups"));
    assertThat(check.replay(java(source), EXAMPLE, new Silence()).right()).isTrue();
    Solution edited = java(source.replace("<= 0 ? a : b", "<= 0 ? b : a"));
    assertThat(check.replay(edited, EXAMPLE, new Silence()).right()).isFalse();
    assertThat(check.replay(java(source), EXAMPLE, new Silence()).right()).isTrue();
  }

  @Test
  void objectsOfAnAnswersOwnClassComeBackFromTasks() {
    Solution collecting =
        java(
            """
            import static org.apache.spark.sql.functions.*;
            import com.barraiser.vocabulary.*;
            import org.apache.spark.sql.*;

            public class Collecting implements Solution {
              record Id(String value) implements java.io.Serializable {}

              public Dataset<Row> answer(Tables tables, Parameters parameters) {
                Dataset<Row> events = tables.table("order_events");
                for (Id id : events.javaRDD().map(row -> new Id(row.getString(0))).collect()) {
                  events = events.filter(col("order_id").notEqual(id.value() + " is none"));
                }
                return events
                    .groupBy("order_id")
                    .agg(min(struct("event_time", "status", "extra")).as("first"))
                    .select("order_id", "first.*");
              }
            }
            """);
    assertThat(check.replay(collecting, EXAMPLE, new Silence()).failure()).isEmpty();
  }

  @Test
  void caseThatHasNoAnswerCanBeReplayed() {
    Question jobs = Catalogue.question("job-order");
    try (Check own = check(jobs)) {
      Solution right = Shelf.solution(jobs, jobs.recommended());
      Case cycle = Check.caseNamed(jobs, "two-jobs-wait-for-each-other");
      assertThat(own.replay(right, cycle, new Silence()).failure()).isEmpty();
    }
  }

  @Test
  void generatedCaseCanBeReplayedByItsSeed() {
    Case input = Check.caseNamed(QUESTION, "seed-17");
    assertThat(input.tables()).isEqualTo(QUESTION.generatedCase(17).tables());
    Solution right = Shelf.solution(QUESTION, QUESTION.recommended());
    assertThat(check.replay(right, input, new Silence()).right()).isTrue();
    Solution mutant = Shelf.solution(QUESTION, "smallest-of-each-column");
    assertThat(check.replay(mutant, input, new Silence()).right()).isFalse();
  }

  /** Without data of its own: no case needs any. */
  private Check check(Question question) {
    return new Check(spark, question, folder, rows -> folder.toString());
  }

  private Solution java(String text) {
    return new AnswerFile(Path.of("a.java")).solution(spark, text);
  }
}
