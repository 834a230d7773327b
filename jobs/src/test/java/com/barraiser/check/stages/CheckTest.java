package com.barraiser.check.stages;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.spark_partition_id;
import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.check.answers.AnswerFile;
import com.barraiser.datasets.Format;
import com.barraiser.datasets.generate.Knobs;
import com.barraiser.questions.Catalogue;
import com.barraiser.questions.MutantsAndCases;
import com.barraiser.testing.Sample;
import com.barraiser.testing.WithSpark;
import com.barraiser.vocabulary.Case;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Question;
import com.barraiser.vocabulary.Shelf;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.SqlSolution;
import com.barraiser.vocabulary.Tables;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Right answers pass, however they are written; wrong ones fail at the stage that tells them. */
@WithSpark
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckTest {

  private static final Question QUESTION = Catalogue.question("first-event");
  private static final String RANKED =
      "SELECT order_id, event_time, status, extra FROM (SELECT *, row_number() OVER"
          + " (PARTITION BY order_id ORDER BY event_time, status, extra) AS n FROM order_events)"
          + " WHERE n = 1";

  /** Longer than a user waits, so that a busy machine gets as far as a quiet one. */
  private static final Duration SHRINKING = Duration.ofSeconds(30);

  private static final List<String> STYLES =
      List.of(
          "SELECT DISTINCT a.* FROM order_events a LEFT ANTI JOIN order_events b"
              + " ON a.order_id = b.order_id AND struct(b.event_time, b.status, b.extra)"
              + " < struct(a.event_time, a.status, a.extra)",
          "SELECT DISTINCT e.* FROM order_events e WHERE struct(e.event_time, e.status, e.extra) ="
              + " (SELECT min(struct(i.event_time, i.status, i.extra)) FROM order_events i"
              + " WHERE i.order_id = e.order_id)",
          "WITH RECURSIVE place(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM place WHERE n < 3),"
              + " ranked AS (SELECT *, row_number() OVER (PARTITION BY order_id ORDER BY event_time,"
              + " status, extra) AS n FROM order_events) SELECT order_id, event_time, status, extra"
              + " FROM ranked JOIN place USING (n) WHERE n < 2");

  private final SparkSession spark;
  private Check check;
  private UnaryOperator<Duration> limit = took -> Duration.ofMinutes(10);

  @TempDir private static Path folder;

  CheckTest(SparkSession spark) {
    this.spark = spark;
  }

  @BeforeAll
  void prepare() {
    // As large as the time for tests allows; what counts is that the stage compares.
    String data = folder.resolve("data").toString();
    QUESTION.generator().write(spark, Knobs.rows(2_000), Format.PARQUET, 2, data);
    check = new Check(spark, QUESTION, folder, rows -> data, SHRINKING, took -> limit.apply(took));
  }

  @AfterAll
  void close() {
    check.close();
  }

  @Tag(Sample.TAG)
  @ParameterizedTest
  @MethodSource("styles")
  void rightAnswerPassesInAnyStyle(String query) {
    assertRight(sql(query));
  }

  @Tag("long")
  @Test
  void typedDatasetInAFilePassesAndIsRemarkedOn() {
    Solution typed = Shelf.solution(QUESTION, "reduce-groups");
    Solution compiled = java(Shelf.source(QUESTION, typed));
    assertThat(compiled.getClass()).isNotEqualTo(typed.getClass());
    assertThat(assertRight(compiled).remarks()).anyMatch(text -> text.startsWith("a typed lambda"));
  }

  /** Also a mutant that no pair of mutant and case names; the pairs are tried everyday. */
  @Tag("by-hand")
  @ParameterizedTest
  @MethodSource("com.barraiser.questions.SolutionsTest#mutants")
  void mutantFailsOnACaseWithAName(Question question, Solution mutant) {
    MutantsAndCases.assertFailsOnACase(spark, question, mutant);
  }

  @Test
  void failingInputIsShrunkToTheRowsThatMatter() {
    Failure failure =
        failure(changed(events -> events.filter(col("order_id").notEqual("cold1000"))));
    assertThat(failure.input().get().name()).isEqualTo("one-order-has-most-rows");
    assertThat(failure.input().get().tables().get("order_events"))
        .singleElement()
        .asString()
        .contains("\"order_id\":\"cold1000\"", "\"2024-01-01T00:00:00Z\"", "\"status\":\"a\"");
    assertThat(failure.verdict().get().rows().missing()).hasSize(1);
  }

  @Test
  void answerThatDependsOnRowOrderIsCalledNondeterministic() {
    Failure failure = failure(Shelf.solution(QUESTION, "ties-open"));
    assertThat(failure.unsteady()).isPresent();
    assertThat(failure.unsteady().get().one()).isNotEqualTo(failure.unsteady().get().other());
    assertThat(failure(Shelf.solution(QUESTION, "extra-forgotten")).unsteady()).isEmpty();
  }

  @Test
  void answerThatDependsOnPartitionsIsFoundThoughItPassesAllCases() {
    Solution unsteady = changed(rows -> rows.filter(spark_partition_id().lt(2)));
    Failure failure = failure(unsteady);
    assertThat(failure.stage()).isEqualTo(Stage.VARIATIONS);
    Case again = Check.caseNamed(QUESTION, failure.input().orElseThrow().name());
    assertThat(check.replay(unsteady, again, new Silence()).failure().orElseThrow().stage())
        .isEqualTo(Stage.VARIATIONS);
    assertThat(failure.unsteady().orElseThrow().change()).contains("3 partitions");
    assertThat(failure.unsteady().get().one()).isNotEmpty();
  }

  @Test
  void answerThatIsWrongOnLargerDataOnlyIsFound() {
    Failure failure =
        failure(changed(rows -> rows.filter(col("order_id").notEqual(firstGenerated()))));
    assertThat(failure.stage()).isEqualTo(Stage.SIZE);
    assertThat(failure.verdict().orElseThrow().right()).isFalse();
  }

  @Test
  void answerThatIsTooSlowForLargerDataIsNotSaidToBeRightThere() {
    AtomicInteger sizes = new AtomicInteger();
    Solution slow =
        changed(
            rows -> {
              if (isGenerated(rows) && sizes.incrementAndGet() == 2) {
                LockSupport.parkNanos(Duration.ofHours(1).toNanos());
              }
              return rows;
            });
    UnaryOperator<Duration> patient = limit;
    limit = took -> sizes.get() == 0 ? patient.apply(took) : Duration.ofSeconds(1);
    Outcome outcome = outcome(slow);
    limit = patient;
    assertThat(outcome.failure()).isEmpty();
    assertThat(outcome.passed()).extracting(Outcome.Passed::stage).doesNotContain(Stage.SIZE);
    assertThat(outcome.tooSlow().orElseThrow())
        .matches("50,000 rows in .*; 500,000 rows stopped after 1.0 s and not compared .*");
    assertThat(outcome.right()).isTrue();
    assertThat(outcome.keepsUp()).isFalse();
  }

  @Tag("long")
  @Test
  void approximateAnswerNeverCountsAsRight() {
    Solution exact = Shelf.solution(QUESTION, "min-struct");
    Outcome outcome =
        outcome(approximately(exact, rows -> rows.filter(col("status").notEqual("SHIPPED"))));
    assertThat(outcome.right()).isFalse();
    assertThat(outcome.deviation().orElseThrow())
        .matches("exact on [1-9]\\d* of 50 small cases; at worst [1-9]\\d* rows missing.*")
        .contains("larger data: ");
    Case example = QUESTION.example();
    Outcome replayed = check.replay(approximately(exact, rows -> rows), example, new Silence());
    assertThat(replayed.right()).isFalse();
    assertThat(replayed.deviation()).hasValue("exact on 1 of 1 small cases");
  }

  static List<String> styles() {
    return Sample.everyNth(3, STYLES);
  }

  private static boolean isGenerated(Dataset<Row> rows) {
    return Stream.of(rows.inputFiles()).anyMatch(file -> file.contains("/data/order_events/"));
  }

  private String firstGenerated() {
    return spark
        .read()
        .parquet(folder.resolve("data/order_events").toString())
        .orderBy("order_id")
        .head()
        .getAs("order_id");
  }

  private Outcome assertRight(Solution solution) {
    Outcome outcome = outcome(solution);
    assertThat(outcome.failure()).isEmpty();
    assertThat(outcome.passed()).extracting(Outcome.Passed::stage).containsExactly(Stage.values());
    return outcome;
  }

  private Failure failure(Solution solution) {
    return outcome(solution).failure().orElseThrow();
  }

  private Outcome outcome(Solution solution) {
    return check.outcome(solution, new Silence());
  }

  private Solution sql(String text) {
    return new AnswerFile(Path.of("a.sql")).solution(spark, text);
  }

  private Solution java(String text) {
    return new AnswerFile(Path.of("a.java")).solution(spark, text);
  }

  /** A right answer to tables that were changed before. */
  private static Solution changed(UnaryOperator<Dataset<Row>> change) {
    Solution right = new SqlSolution("changed", RANKED);
    return (tables, parameters) -> {
      Dataset<Row> events = change.apply(tables.table("order_events"));
      return right.answer(new Tables(Map.of("order_events", events), Map.of()), parameters);
    };
  }

  private static Solution approximately(Solution exact, UnaryOperator<Dataset<Row>> change) {
    return new Solution() {
      @Override
      public Dataset<Row> answer(Tables tables, Parameters parameters) {
        return change.apply(exact.answer(tables, parameters));
      }

      @Override
      public boolean isApproximate() {
        return true;
      }
    };
  }
}
