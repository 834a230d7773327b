package com.barraiser.check.warehouse;

import static com.barraiser.check.warehouse.Words.batch;
import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.check.warehouse.WarehouseCheck.Passed;
import com.barraiser.testing.WithSpark;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Tables;
import com.barraiser.vocabulary.warehouse.Refresh;
import com.barraiser.vocabulary.warehouse.Sequence;
import com.barraiser.vocabulary.warehouse.Warehouse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In which order sequences are tried, and which one is blamed. */
@WithSpark
class WarehouseCheckTest {

  private final SparkSession spark;
  private final List<String> steps = Collections.synchronizedList(new ArrayList<>());
  private final List<String> notes = new ArrayList<>();

  @TempDir private Path folder;

  WarehouseCheckTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void rightAnswerPassesEveryStage() {
    assertThat(failure((word, batch) -> false)).isEmpty();
    assertThat(notes)
        .containsExactly(
            "worked example 1",
            "all sequences at once 10",
            "named sequences 5",
            "generated sequences 6",
            "batches again, in reverse 2");
  }

  @Test
  void sequenceThatFailsAtOnceIsFoundAndShortened() {
    SequenceTrial wrong = failure((word, batch) -> word.endsWith("bad")).orElseThrow();
    assertThat(notes).containsExactly("worked example 1", "not all at once");
    assertThat(wrong.sequence().name()).isEqualTo("third");
    assertThat(wrong.sequence().batches()).containsExactly(batch("bad"));
  }

  @Test
  void sequenceThatNoWrongRowNamesIsFoundByHalves() {
    BiPredicate<String, List<String>> throwing =
        (word, batch) -> {
          if (word.endsWith("bad")) {
            throw new IllegalStateException("a bad word");
          }
          return false;
        };
    SequenceTrial wrong = failure(throwing).orElseThrow();
    assertThat(notes).containsExactly("worked example 1", "not all at once");
    assertThat(wrong.sequence().name()).isEqualTo("third");
    assertThat(wrong.error()).isPresent();
  }

  @Test
  void errorOfAnAnswerIsItsFault() {
    BiPredicate<String, List<String>> failing =
        (word, batch) -> {
          throw new AssertionError("never");
        };
    SequenceTrial wrong = failure(failing).orElseThrow();
    assertThat(wrong.sequence().name()).isEqualTo("worked-example");
    assertThat(wrong.error().orElseThrow()).endsWith("AssertionError: never");
  }

  @Test
  void sequencesThatFailOnlyAtOnceAreBlamedTogether() {
    BiPredicate<String, List<String>> meets =
        (word, batch) -> word.endsWith("bad") && batch.stream().anyMatch(x -> x.endsWith("other"));
    SequenceTrial wrong = failure(meets).orElseThrow();
    assertThat(notes).containsExactly("worked example 1", "not all at once");
    assertThat(wrong.sequence().name()).isEqualTo("all-at-once-1");
    assertThat(wrong.sequence().batches()).containsExactly(batch("first.other", "third.bad"));
    Path elsewhere = folder.resolve("again");
    try (WarehouseCheck check = new WarehouseCheck(spark, new Words(), elsewhere)) {
      assertThat(check.replay(refresh((word, batch) -> false), sequence(wrong.sequence().name())))
          .isEmpty();
      assertThat(
              check
                  .replay(refresh(meets), sequence(wrong.sequence().name()))
                  .orElseThrow()
                  .sequence())
          .isEqualTo(wrong.sequence());
    }
  }

  @Test
  void sequenceThatFailsOnlyAloneIsFoundAfterwards() {
    SequenceTrial wrong =
        failure((word, batch) -> batch.size() == 1 && word.endsWith("good")).orElseThrow();
    assertThat(notes).containsExactly("worked example 1", "all sequences at once 10");
    assertThat(wrong.sequence().name()).isEqualTo("second");
  }

  @Test
  void answerThatRemembersInTheRunFailsWhereRunsDie() {
    Map<String, Set<String>> noted = new ConcurrentHashMap<>();
    SequenceTrial wrong =
        failure(
                keeping(
                    (warehouse, words) -> {
                      Set<String> known =
                          noted.computeIfAbsent(warehouse.folder(), folder -> new HashSet<>());
                      List<String> fresh =
                          words.stream().filter(word -> !known.contains(word)).toList();
                      warehouse.change("note", () -> known.addAll(words));
                      warehouse.change("keep", () -> Words.of(warehouse).addAll(fresh));
                    }))
            .orElseThrow();
    assertThat(notes).hasSize(2).last().isEqualTo("all sequences at once 10");
    assertThat(wrong.sequence()).isEqualTo(sequence("fifth"));
  }

  @Test
  void answerWhoseStepsStandAloneIsRightWhereRunsDie() {
    Refresh right =
        keeping(
            (warehouse, words) -> {
              warehouse.change("first", () -> steps.add("first"));
              warehouse.change("keep", () -> Words.of(warehouse).addAll(words));
              warehouse.change("last", () -> steps.add("last"));
            });
    try (WarehouseCheck check = new WarehouseCheck(spark, new Words(), folder)) {
      assertThat(check.replay(right, sequence("fifth"))).isEmpty();
    }
    // After one step, after two, after three, and whole.
    assertThat(steps).containsExactly("first", "first", "first", "last", "first", "last");
  }

  @Test
  void runThatGoesOnAfterItsDeathIsDeadAllTheSame() {
    Refresh right =
        keeping(
            (warehouse, words) -> {
              for (String word : words) {
                try {
                  warehouse.change("keep", () -> Words.of(warehouse).add(word));
                } catch (Error e) {
                  steps.add(word);
                }
              }
            });
    try (WarehouseCheck check = new WarehouseCheck(spark, new Words(), folder)) {
      assertThat(check.replay(right, Words.dying("a", "b", "c"))).isEmpty();
    }
    // Each run but the last is dead from its last step on.
    assertThat(steps).containsExactly("a", "b", "c", "b", "c", "c");
  }

  @Test
  void answerThatTriesAgainAndAgainDiesToo() {
    Refresh right =
        keeping(
            (warehouse, words) -> {
              boolean done = false;
              while (!done) {
                try {
                  warehouse.change("keep", () -> Words.of(warehouse).addAll(words));
                  done = true;
                } catch (RuntimeException e) {
                  steps.add("again");
                }
              }
            });
    try (WarehouseCheck check = new WarehouseCheck(spark, new Words(), folder)) {
      assertThat(check.replay(right, sequence("fifth"))).isEmpty();
    }
    assertThat(steps).isEmpty();
  }

  @Test
  void generatedSequenceIsReplayedInReverseToo() {
    SequenceTrial wrong = failure(sawBefore("s0")).orElseThrow();
    assertThat(notes).hasSize(4).last().isEqualTo("generated sequences 6");
    assertThat(wrong.sequence().name()).isEqualTo("seed-0");
    try (WarehouseCheck check = new WarehouseCheck(spark, new Words(), folder.resolve("again"))) {
      assertThat(check.replay(refresh(sawBefore("s0")), sequence(wrong.sequence().name())))
          .isPresent();
    }
  }

  /** Whether a word has come before, in any warehouse. */
  private static BiPredicate<String, List<String>> sawBefore(String seen) {
    AtomicInteger times = new AtomicInteger();
    return (word, batch) -> word.equals(seen) && times.incrementAndGet() > 1;
  }

  private static Sequence sequence(String name) {
    return WarehouseCheck.sequence(new Words(), name);
  }

  private Optional<SequenceTrial> failure(BiPredicate<String, List<String>> forgets) {
    return failure(refresh(forgets));
  }

  private Optional<SequenceTrial> failure(Refresh refresh) {
    try (WarehouseCheck check = new WarehouseCheck(spark, new Words(), folder)) {
      return check.failure(refresh, new Notes());
    }
  }

  private final class Notes implements WarehouseCheck.Listener {

    @Override
    public void passed(Passed stage) {
      notes.add(stage.title() + " " + stage.sequences());
    }

    @Override
    public void failedAtOnce() {
      notes.add("not all at once");
    }
  }

  /** Keeps the words of a warehouse, but for those that are forgotten in their batch. */
  private static Refresh refresh(BiPredicate<String, List<String>> forgets) {
    return keeping(
        (warehouse, words) ->
            words.stream()
                .filter(word -> !forgets.test(word, words))
                .forEach(Words.of(warehouse)::add));
  }

  private static Refresh keeping(BiConsumer<Warehouse, List<String>> keeps) {
    return new Refresh() {
      @Override
      public String why() {
        return "keeps words";
      }

      @Override
      public void refresh(Warehouse warehouse, Tables batch, Parameters parameters) {
        List<String> words =
            batch.table(Words.FEED.name()).collectAsList().stream()
                .map(row -> row.getString(0))
                .toList();
        keeps.accept(warehouse, words);
      }
    };
  }
}
