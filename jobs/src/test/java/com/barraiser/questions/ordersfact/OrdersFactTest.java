package com.barraiser.questions.ordersfact;

import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.check.SmallSessions;
import com.barraiser.questions.MutantsAndSequences;
import com.barraiser.testing.WithSpark;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sequences of batches tell right answers from the mistakes that they were made for. */
@WithSpark
class OrdersFactTest {

  private static final OrdersFact QUESTION = new OrdersFact();

  private final SparkSession spark;

  @TempDir private Path folder;

  OrdersFactTest(SparkSession spark) {
    this.spark = SmallSessions.forFewRows(spark);
  }

  @Test
  void recommendedSolutionIsRightWhereALineMoves() {
    assertThat(isRight("merge-newer", "line-moves-to-another-day")).isTrue();
  }

  @Tag("long")
  @Test
  void recommendedSolutionIsRightWhereALineMovesAndRunsDie() {
    assertThat(isRight("merge-newer", "run-dies-after-each-step")).isTrue();
  }

  @Tag("long")
  @Test
  void mutantThatTakesTheLastForTheNewestFailsThere() {
    assertThat(isRight("merge-without-version-check", "older-version-comes-later")).isFalse();
  }

  @Tag("by-hand")
  @ParameterizedTest
  @CsvSource({
    "append-only, same-batch-twice",
    "merge-without-version-check, older-version-comes-later",
    "overwrite-batch-days, one-line-of-a-day",
    "late-rows-dropped, update-a-year-late",
    "ties-to-the-last, same-instant-greatest-cells-win",
    "partition-in-the-key, line-moves-to-another-day",
    "left-partition-forgotten, line-moves-to-another-day",
    "left-partition-forgotten, last-line-leaves-a-partition",
    "landed-counted-in-the-fact, rest-lands-after-a-line-has-left",
    "merge-without-version-check, older-version-lands-elsewhere",
    "left-partition-remembered, run-dies-after-each-step"
  })
  void mutantFailsWhereItsMistakeMatters(String mutant, String sequence) {
    assertThat(isRight(mutant, sequence)).isFalse();
  }

  @Tag("by-hand")
  @ParameterizedTest
  @CsvSource({
    "append-only, money-to-the-cent",
    "merge-without-version-check, one-line-of-a-day",
    "overwrite-batch-days, money-to-the-cent",
    "late-rows-dropped, one-line-of-a-day",
    "ties-to-the-last, one-line-of-a-day",
    "partition-in-the-key, one-line-of-a-day",
    "left-partition-forgotten, older-version-lands-elsewhere",
    "left-partition-remembered, last-line-leaves-a-partition",
    "landed-counted-in-the-fact, line-moves-to-another-day"
  })
  void mutantPassesWhereItsMistakeDoesNotMatter(String mutant, String sequence) {
    assertThat(isRight(mutant, sequence)).isTrue();
  }

  private boolean isRight(String name, String sequence) {
    return MutantsAndSequences.isRight(spark, QUESTION, folder, name, sequence);
  }
}
