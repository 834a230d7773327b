package com.barraiser.questions;

import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.check.SmallSessions;
import com.barraiser.check.WarehouseJudge;
import com.barraiser.check.warehouse.WarehouseCheck;
import com.barraiser.questions.ordersfact.OrdersFact;
import com.barraiser.testing.WithSpark;
import com.barraiser.vocabulary.Approach;
import com.barraiser.vocabulary.Exercise;
import com.barraiser.vocabulary.Shelf;
import com.barraiser.vocabulary.warehouse.Batch;
import com.barraiser.vocabulary.warehouse.Refresh;
import com.barraiser.vocabulary.warehouse.Sequence;
import com.barraiser.vocabulary.warehouse.StatefulQuestion;
import com.barraiser.vocabulary.warehouse.Warehouse;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every question about a warehouse promises, with one test body for all. */
@WithSpark
class RefreshesTest {

  private final SparkSession spark;
  @TempDir private Path folder;

  RefreshesTest(SparkSession spark) {
    this.spark = SmallSessions.forFewRows(spark);
  }

  /** The other two questions have shorter tests of their own, and all solutions one by hand. */
  @Tag("long")
  @Test
  void recommendedRefreshOfAFactIsRightOnAllSequencesAtOnce() {
    StatefulQuestion question = new OrdersFact();
    assertRight(question, recommended(question), WarehouseCheck.atOnce(question).stream());
  }

  @Tag("by-hand")
  @ParameterizedTest
  @MethodSource("solutions")
  void refreshIsRightOnAllSequencesAtOnce(StatefulQuestion question, Refresh refresh) {
    assertRight(question, refresh, WarehouseCheck.atOnce(question).stream());
  }

  @Tag("by-hand")
  @ParameterizedTest
  @MethodSource("mutants")
  void mutantFailsOnAllSequencesAtOnceOrWhereRunsDie(StatefulQuestion question, Refresh mutant) {
    Stream<Sequence> interrupted = question.sequences().stream().filter(Sequence::interrupted);
    assertThat(Stream.concat(WarehouseCheck.atOnce(question).stream(), interrupted))
        .anyMatch(sequence -> !isRight(question, mutant, sequence.name()));
  }

  @Tag("by-hand")
  @ParameterizedTest
  @MethodSource("recommended")
  void recommendedRefreshIsRightAfterEveryBatchOfNamedSequences(
      StatefulQuestion question, Refresh refresh) {
    assertRight(question, refresh, question.sequences().stream());
  }

  @Tag("by-hand")
  @ParameterizedTest
  @MethodSource("solutions")
  void refreshIsRightAfterEveryBatchOfAGeneratedSequence(
      StatefulQuestion question, Refresh refresh) {
    assertRight(question, refresh, Stream.of(question.generatedSequence(0)));
  }

  @Tag("by-hand")
  @ParameterizedTest
  @MethodSource("solutions")
  void refreshIsRightAfterEveryBatchOfEverySequence(StatefulQuestion question, Refresh refresh) {
    assertRight(
        question,
        refresh,
        Stream.concat(
            question.sequences().stream(),
            LongStream.range(0, 20).mapToObj(question::generatedSequence)));
  }

  @Tag("by-hand")
  @ParameterizedTest
  @MethodSource("questions")
  void refreshesTakeTurnsOnTheSameTables(StatefulQuestion question) {
    SparkSession.setActiveSession(spark);
    WarehouseJudge judge = new WarehouseJudge(spark, question);
    List<Batch> batches = question.example().batches();
    List<Refresh> refreshes = Shelf.approaches(question).stream().map(Refresh.class::cast).toList();
    for (int first = 0; first < refreshes.size(); first++) {
      Warehouse warehouse = Warehouse.at(spark, folder.resolve("turns-" + first).toString());
      for (int turn = 0; turn < Math.max(batches.size(), refreshes.size()); turn++) {
        Refresh refresh = refreshes.get((first + turn) % refreshes.size());
        judge.load(refresh, warehouse, batches.get(Math.min(turn, batches.size() - 1)));
      }
      assertThat(judge.fault(warehouse, batches))
          .as("beginning with %s", refreshes.get(first).name())
          .isEmpty();
    }
  }

  private void assertRight(StatefulQuestion question, Refresh refresh, Stream<Sequence> sequences) {
    SparkSession.setActiveSession(spark);
    WarehouseJudge judge = new WarehouseJudge(spark, question);
    assertThat(sequences)
        .allSatisfy(
            sequence -> {
              Warehouse warehouse = Warehouse.at(spark, folder.resolve(sequence.name()).toString());
              assertThat(judge.firstFault(refresh, warehouse, sequence))
                  .as(sequence.name())
                  .isEmpty();
            });
  }

  private boolean isRight(StatefulQuestion question, Refresh refresh, String sequence) {
    return MutantsAndSequences.isRight(
        spark, question, folder.resolve(sequence), refresh.name(), sequence);
  }

  static List<StatefulQuestion> questions() {
    return Catalogue.stateful();
  }

  static Stream<Arguments> recommended() {
    return Catalogue.stateful().stream()
        .map(question -> Arguments.argumentSet(question.name(), question, recommended(question)));
  }

  static Refresh recommended(StatefulQuestion question) {
    return (Refresh) Shelf.approach(question, question.recommended());
  }

  static Stream<Arguments> solutions() {
    return all(Shelf::approaches);
  }

  static Stream<Arguments> mutants() {
    return all(Shelf::mutants);
  }

  private static Stream<Arguments> all(Function<Exercise, List<Approach>> shelf) {
    return Catalogue.stateful().stream()
        .flatMap(
            question ->
                shelf.apply(question).stream()
                    .map(
                        refresh ->
                            Arguments.argumentSet(
                                question.name() + " " + refresh.name(), question, refresh)));
  }
}
