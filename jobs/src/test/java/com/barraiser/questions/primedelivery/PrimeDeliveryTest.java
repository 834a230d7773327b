package com.barraiser.questions.primedelivery;

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
class PrimeDeliveryTest {

  private static final PrimeDelivery QUESTION = new PrimeDelivery();

  private final SparkSession spark;

  @TempDir private Path folder;

  PrimeDeliveryTest(SparkSession spark) {
    this.spark = SmallSessions.forFewRows(spark);
  }

  @Tag("long")
  @Test
  void recommendedSolutionIsRightWhereAnAddressChangesAndRunsDie() {
    assertThat(isRight("touched-timelines", "run-dies-after-each-step")).isTrue();
  }

  @Tag("long")
  @Test
  void recommendedSolutionIsRightWhereALateChangeSplitsAnInterval() {
    assertThat(isRight("touched-timelines", "worked-example")).isTrue();
  }

  @Tag("long")
  @Test
  void mutantThatCorrectsNoFactsFailsThere() {
    assertThat(isRight("facts-not-corrected", "worked-example")).isFalse();
  }

  @Tag("long")
  @Test
  void mutantThatChangesKeysFailsThoughItsTablesAreRight() {
    assertThat(isRight("renumbered-keys", "keys-outlive-earlier-changes")).isFalse();
  }

  @Tag("by-hand")
  @ParameterizedTest
  @CsvSource({
    "append-only, batch-twice",
    "append-only, next-address",
    "merge-without-version-check, older-version-of-a-change-is-late",
    "first-of-ties-wins, change-recorded-twice-at-an-instant",
    "last-delivery-to-arrive-wins, older-version-of-a-delivery-is-late",
    "deliveries-inserted-only, delivery-is-corrected",
    "close-without-opening, next-address",
    "open-without-closing, next-address",
    "late-rows-dropped, late-change-splits-a-closed-interval",
    "late-rows-dropped, changes-in-reverse-order",
    "current-row-only, late-change-splits-a-closed-interval",
    "facts-not-corrected, late-change-before-the-first",
    "current-address, address-when-promised",
    "address-at-delivery, address-when-promised",
    "upper-edge-included, edges-of-an-interval",
    "moves-remembered, run-dies-after-each-step"
  })
  void mutantFailsWhereItsMistakeMatters(String mutant, String sequence) {
    assertThat(isRight(mutant, sequence)).isFalse();
  }

  @Tag("by-hand")
  @ParameterizedTest
  @CsvSource({
    "merge-without-version-check, next-address",
    "first-of-ties-wins, next-address",
    "last-delivery-to-arrive-wins, next-address",
    "deliveries-inserted-only, next-address",
    "late-rows-dropped, next-address",
    "facts-not-corrected, next-address",
    "moves-remembered, worked-example",
    "current-address, on-time-to-the-microsecond",
    "address-at-delivery, on-time-to-the-microsecond",
    "upper-edge-included, address-when-promised",
    "renumbered-keys, next-address"
  })
  void mutantPassesWhereItsMistakeDoesNotMatter(String mutant, String sequence) {
    assertThat(isRight(mutant, sequence)).isTrue();
  }

  private boolean isRight(String name, String sequence) {
    return MutantsAndSequences.isRight(spark, QUESTION, folder, name, sequence);
  }
}
