package com.barraiser.questions.primedelivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.check.WarehouseJudge;
import com.barraiser.check.WarehouseJudge.Fault;
import com.barraiser.testing.WithSpark;
import com.barraiser.vocabulary.Shelf;
import com.barraiser.vocabulary.warehouse.Refresh;
import com.barraiser.vocabulary.warehouse.Sequence;
import com.barraiser.vocabulary.warehouse.Warehouse;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Solutions are right on every sequence, and mutants fail on the one that was made for them. */
@WithSpark
class PrimeDeliveryTest {

  private static final PrimeDelivery QUESTION = new PrimeDelivery();

  private final SparkSession spark;

  @TempDir private Path folder;

  PrimeDeliveryTest(SparkSession spark) {
    this.spark = spark;
  }

  @ParameterizedTest
  @Tag("long")
  @MethodSource("everySequence")
  void everySolutionIsRightOnEverySequence(String solution, Sequence sequence) {
    assertThat(fault(solution, sequence)).isEmpty();
  }

  static Stream<Object[]> everySequence() {
    return Shelf.approaches(QUESTION).stream()
        .flatMap(
            solution ->
                Stream.concat(
                        QUESTION.sequences().stream(),
                        LongStream.range(0, 10).mapToObj(QUESTION::generatedSequence))
                    .map(sequence -> new Object[] {solution.name(), sequence}));
  }

  @ParameterizedTest
  @Tag("long")
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
    "facts-not-corrected, late-change-splits-a-closed-interval",
    "facts-not-corrected, late-change-before-the-first",
    "current-address, address-when-promised",
    "address-at-delivery, address-when-promised",
    "upper-edge-included, edges-of-an-interval",
    "renumbered-keys, keys-outlive-earlier-changes"
  })
  void mutantFailsWhereItsMistakeMatters(String mutant, String sequence) {
    assertThat(fault(mutant, sequence(sequence))).isNotEmpty();
  }

  private Optional<Fault> fault(String name, Sequence sequence) {
    Warehouse warehouse = Warehouse.at(spark, folder.resolve("warehouse").toString());
    Refresh refresh = (Refresh) Shelf.approach(QUESTION, name);
    return new WarehouseJudge(spark, QUESTION).firstFault(refresh, warehouse, sequence.batches());
  }

  private static Sequence sequence(String name) {
    return QUESTION.sequences().stream()
        .filter(sequence -> sequence.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
