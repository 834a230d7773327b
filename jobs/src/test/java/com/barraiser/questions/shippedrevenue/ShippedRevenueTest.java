package com.barraiser.questions.shippedrevenue;

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
class ShippedRevenueTest {

  private static final ShippedRevenue QUESTION = new ShippedRevenue();

  private final SparkSession spark;

  @TempDir private Path folder;

  ShippedRevenueTest(SparkSession spark) {
    this.spark = SmallSessions.forFewRows(spark);
  }

  @Tag("long")
  @Test
  void recommendedSolutionIsRightWhereAnOrderMovesAndRunsDie() {
    assertThat(isRight("change-feed", "run-dies-after-each-step")).isTrue();
  }

  @Tag("long")
  @Test
  void mutantThatForgetsTheDayBeforeFailsThere() {
    assertThat(isRight("overwrite-new-days-only", "ship-time-moves")).isFalse();
  }

  @Tag("by-hand")
  @ParameterizedTest
  @CsvSource({
    "append-only, batch-twice",
    "merge-without-version-check, older-version-is-late",
    "first-of-ties-wins, order-twice-at-an-instant",
    "overwrite-new-days-only, ship-time-moves",
    "empty-days-stay, day-loses-its-last-order",
    "late-shipping-dropped, order-ships-later",
    "unknown-members-dropped, member-after-its-order",
    "members-of-latest-versions-only, order-changes-its-members",
    "inferred-member-replaced, member-after-its-order",
    "inferred-member-never-filled, member-after-its-order",
    "older-record-wins, older-version-of-a-member-is-late",
    "day-of-order, order-ships-later",
    "touched-days-remembered, run-dies-after-each-step"
  })
  void mutantFailsWhereItsMistakeMatters(String mutant, String sequence) {
    assertThat(isRight(mutant, sequence)).isFalse();
  }

  @Tag("by-hand")
  @ParameterizedTest
  @CsvSource({
    "merge-without-version-check, ship-time-moves",
    "first-of-ties-wins, ship-time-moves",
    "overwrite-new-days-only, order-ships-later",
    "empty-days-stay, order-ships-later",
    "touched-days-remembered, ship-time-moves",
    "members-of-latest-versions-only, member-after-its-order",
    "inferred-member-replaced, ship-time-moves",
    "older-record-wins, member-after-its-order"
  })
  void mutantPassesWhereItsMistakeDoesNotMatter(String mutant, String sequence) {
    assertThat(isRight(mutant, sequence)).isTrue();
  }

  private boolean isRight(String name, String sequence) {
    return MutantsAndSequences.isRight(spark, QUESTION, folder, name, sequence);
  }
}
