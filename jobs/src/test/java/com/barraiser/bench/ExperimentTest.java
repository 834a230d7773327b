package com.barraiser.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.raise_error;
import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.check.CaseInputs;
import com.barraiser.questions.Catalogue;
import com.barraiser.testing.WithSpark;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Question;
import com.barraiser.vocabulary.Shelf;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An experiment with solutions that go wrong in every way. */
@WithSpark
class ExperimentTest {

  private static final Question QUESTION = Catalogue.questions().get(0);
  private static final Solution RIGHT = Shelf.solution(QUESTION, QUESTION.recommended());

  private final SparkSession spark;
  private final List<String> progress = new ArrayList<>();
  private Tables tables;

  ExperimentTest(SparkSession spark) {
    this.spark = spark;
  }

  @BeforeEach
  void openTables() {
    tables = CaseInputs.tables(spark, QUESTION, QUESTION.generatedCase(1));
  }

  @Test
  void rightSolutionIsTimedAndWrongOneIsNot() {
    List<Measurement> found = measure(Duration.ofMinutes(1), new Emptied(), RIGHT);
    Measurement wrong = found.get(0);
    assertThat(wrong.outcome()).isEqualTo(Outcome.WRONG);
    assertThat(wrong.times()).isEmpty();
    assertThat(wrong.acceptable()).isFalse();
    assertThat(wrong.detail()).startsWith("0 rows");
    Measurement right = found.get(1);
    assertThat(right.outcome()).isEqualTo(Outcome.MEASURED);
    assertThat(right.times().orElseThrow().seconds()).hasSize(2).allMatch(time -> time > 0);
    assertThat(right.stages()).isNotEmpty().allMatch(stage -> stage.tasks() > 0);
    assertThat(StageMetrics.shuffleBytes(right.stages())).isPositive();
    assertThat(right.plan()).contains("AdaptiveSparkPlan", "isFinalPlan=true");
  }

  @Test
  void runsAreInterleaved() {
    measure(Duration.ofMinutes(1), RIGHT, new Renamed());
    assertThat(progress)
        .filteredOn(line -> line.contains("run "))
        .extracting(line -> line.replaceAll(".*, ([a-z-]+): (run .):.*", "$1 $2"))
        .containsExactly(
            RIGHT.name() + " run 1", "renamed run 1", RIGHT.name() + " run 2", "renamed run 2");
  }

  @Tag("long")
  @Test
  void timeOutAndFailureAreResultsAndTheOthersGoOn() {
    List<Measurement> found = measure(Duration.ofSeconds(8), new Endless(), new Raising(), RIGHT);
    assertThat(found)
        .extracting(Measurement::outcome)
        .containsExactly(Outcome.TIMED_OUT, Outcome.FAILED, Outcome.MEASURED);
    assertThat(found.get(0).acceptable()).isTrue();
    assertThat(found.get(1).acceptable()).isFalse();
    assertThat(spark.sparkContext().statusTracker().getActiveJobIds()).isEmpty();
  }

  @Tag("long")
  @Test
  void withoutTheRecommendedAnswerNothingIsSaidToBeRight() {
    List<Measurement> alone = withoutTheRecommended(new Renamed());
    assertThat(alone.get(0).outcome()).isEqualTo(Outcome.NOT_COMPARED);
    assertThat(alone.get(0).acceptable()).isTrue();
    assertThat(alone.get(0).times()).isPresent();
    assertThat(alone.get(0).facts()).containsEntry("correct", null);
    assertThat(MarkdownTable.of(alone)).contains("| not compared |").doesNotContain("right");
    assertThat(withoutTheRecommended(new Renamed(), new Emptied()))
        .hasSize(2)
        .allSatisfy(
            one -> {
              assertThat(one.detail()).endsWith("and the others have 2 different ones");
              assertThat(one.acceptable()).isFalse();
              assertThat(one.times()).isEmpty();
            });
  }

  private List<Measurement> withoutTheRecommended(Solution... solutions) {
    Contest others = contest(Duration.ofMinutes(1), solutions);
    Contest failing = contest(Duration.ofMinutes(1), new Raising());
    Contest contest =
        new Contest() {
          @Override
          public Setup setup() {
            return others.setup();
          }

          @Override
          public List<Contender> contenders(SparkSession spark) {
            return others.contenders(spark);
          }

          @Override
          public Contender recommended(SparkSession spark) {
            return failing.contenders(spark).get(0);
          }
        };
    return new Experiment(spark, contest, progress::add).measure();
  }

  @Test
  void memoryThatDoesNotSufficeIsAResult() {
    assertThat(Outcome.of(new IllegalStateException(new OutOfMemoryError("Java heap space"))))
        .isEqualTo(Outcome.OUT_OF_MEMORY);
    assertThat(Outcome.of(new IllegalStateException("job aborted: java.lang.OutOfMemoryError")))
        .isEqualTo(Outcome.OUT_OF_MEMORY);
    assertThat(Outcome.of(new IllegalStateException("Out of Memory Error: failed to pin block")))
        .isEqualTo(Outcome.OUT_OF_MEMORY);
    assertThat(Outcome.of(new IllegalStateException("x"))).isEqualTo(Outcome.FAILED);
  }

  @Test
  void factsHaveTheFieldsThatReadersRelyOn() {
    Map<String, Object> facts = measure(Duration.ofMinutes(1), RIGHT).get(0).facts();
    assertThat(facts)
        .containsOnlyKeys(
            "question,solution,engine,rows,vary,outcome,detail,runs,times_s,median_s,min_s,max_s,"
                .concat("rows_per_s,rows_out,checksum,correct,shuffle_bytes,spill_bytes,")
                .concat("peak_memory_bytes,gc_s,task_skew,cores,heap_bytes,versions,settings,")
                .concat("started_at")
                .split(","))
        .containsEntry("correct", true)
        .containsEntry("runs", 2)
        .containsEntry("cores", 2);
  }

  private List<Measurement> measure(Duration limit, Solution... solutions) {
    return new Experiment(spark, contest(limit, solutions), progress::add).measure();
  }

  private Contest contest(Duration limit, Solution... solutions) {
    Setup setup = new Setup(QUESTION.name(), new Scale(Scale.Unit.ROWS, 1), 1, Map.of(), 2, limit);
    return new TableContest(
        setup,
        QUESTION,
        List.of(solutions),
        List.of(),
        Path.of("none"),
        new BenchData(1, tables, Map.of(), false),
        Parameters.of(QUESTION, Map.of(), tables));
  }

  /** The right answer without its rows. */
  private static final class Emptied implements Solution {
    @Override
    public Dataset<Row> answer(Tables tables, Parameters parameters) {
      return RIGHT.answer(tables, parameters).limit(0);
    }
  }

  /** The right answer under another name. */
  private static final class Renamed implements Solution {
    @Override
    public Dataset<Row> answer(Tables tables, Parameters parameters) {
      return RIGHT.answer(tables, parameters);
    }
  }

  /** Starts one job after the other. */
  private static final class Endless implements Solution {
    @Override
    public Dataset<Row> answer(Tables tables, Parameters parameters) {
      while (true) {
        RIGHT.answer(tables, parameters).count();
      }
    }
  }

  /** Fails in its tasks. */
  private static final class Raising implements Solution {
    @Override
    public Dataset<Row> answer(Tables tables, Parameters parameters) {
      Dataset<Row> right = RIGHT.answer(tables, parameters);
      String first = right.columns()[0];
      return right
          .withColumn(
              first, raise_error(lit("on purpose")).cast(right.schema().apply(0).dataType()))
          .filter(col(first).isNotNull());
    }
  }
}
