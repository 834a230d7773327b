package com.barraiser.check.warehouse;

import com.barraiser.check.InputNames;
import com.barraiser.check.Lanes;
import com.barraiser.vocabulary.warehouse.Refresh;
import com.barraiser.vocabulary.warehouse.Sequence;
import com.barraiser.vocabulary.warehouse.StatefulQuestion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.apache.spark.sql.SparkSession;

/**
 * Tells a right answer to a question about a warehouse from a wrong one: sequence by sequence, up
 * to the first after which the tables are wrong. Several sequences are tried at a time, each in a
 * warehouse and a session of its own.
 */
public final class WarehouseCheck implements AutoCloseable {

  private static final long SEEDS = 6;
  private static final Duration SHRINKING = Duration.ofSeconds(20);

  private final StatefulQuestion question;
  private final Lanes<SequenceTrials> lanes;

  /**
   * Prepares the check of a question.
   *
   * @param folder for warehouses that are needed as long as the check lives
   */
  public WarehouseCheck(SparkSession spark, StatefulQuestion question, Path folder) {
    this.question = question;
    AtomicInteger number = new AtomicInteger();
    this.lanes =
        new Lanes<>(
            () ->
                new SequenceTrials(
                    spark, question, folder.resolve("lane-" + number.incrementAndGet())));
  }

  /**
   * Judges an answer on all sequences.
   *
   * @param passed hears of every stage that is passed
   * @return the shortest sequence found that the answer fails on, if it fails on any
   */
  public Optional<SequenceTrial> failure(Refresh refresh, Consumer<Passed> passed) {
    List<Sequence> named = question.sequences();
    List<Sequence> seeds =
        LongStream.range(0, SEEDS).mapToObj(seed -> generated(question, seed)).toList();
    Trying once = (trials, sequence) -> trials.trial(refresh, sequence);
    Trying again = (trials, sequence) -> trials.again(refresh, sequence);
    return stage("worked example", named.subList(0, 1), once, passed)
        .or(() -> stage("named sequences", named.subList(1, named.size()), once, passed))
        .or(() -> stage("generated sequences", seeds, once, passed))
        .or(() -> stage("batches again, in reverse", seeds.subList(0, 2), again, passed))
        .map(wrong -> shortest(refresh, wrong));
  }

  /** Judges an answer on one sequence. */
  public Optional<SequenceTrial> replay(Refresh refresh, Sequence sequence) {
    return Optional.of(lanes.one(trials -> trials.trial(refresh, sequence)))
        .filter(trial -> !trial.right())
        .map(wrong -> shortest(refresh, wrong));
  }

  @Override
  public void close() {
    lanes.close();
  }

  private SequenceTrial shortest(Refresh refresh, SequenceTrial wrong) {
    return lanes.one(trials -> SequenceShrinker.shrink(trials, refresh, wrong, SHRINKING));
  }

  /**
   * The sequence of that name, also {@code seed-17}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Sequence sequence(StatefulQuestion question, String name) {
    return InputNames.find(
        question.name(),
        name,
        question.sequences(),
        Sequence::name,
        seed -> generated(question, seed));
  }

  private static Sequence generated(StatefulQuestion question, long seed) {
    Sequence made = question.generatedSequence(seed);
    return new Sequence(InputNames.ofSeed(seed), made.catches(), made.batches());
  }

  private Optional<SequenceTrial> stage(
      String title, List<Sequence> sequences, Trying trying, Consumer<Passed> passed) {
    long start = System.nanoTime();
    Optional<SequenceTrial> wrong =
        lanes.until(trial -> !trial.right(), sequences, trying).stream()
            .filter(trial -> !trial.right())
            .findFirst();
    if (wrong.isEmpty()) {
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      passed.accept(new Passed(title, sequences.size(), took));
    }
    return wrong;
  }

  private interface Trying extends BiFunction<SequenceTrials, Sequence, SequenceTrial> {}

  /**
   * A stage that was passed.
   *
   * @param title the stage in words
   * @param sequences how many sequences were tried
   */
  public record Passed(String title, int sequences, Duration took) {}
}
