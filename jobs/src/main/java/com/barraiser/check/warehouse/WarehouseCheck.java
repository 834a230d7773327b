package com.barraiser.check.warehouse;

import com.barraiser.check.InputNames;
import com.barraiser.check.Lanes;
import com.barraiser.check.WarehouseJudge.Fault;
import com.barraiser.vocabulary.warehouse.Refresh;
import com.barraiser.vocabulary.warehouse.Sequence;
import com.barraiser.vocabulary.warehouse.StatefulQuestion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * Tells a right answer to a question about a warehouse from a wrong one: by the worked example, by
 * the other sequences of batches at once, as far as they can be combined, then by each alone, up to
 * the first after which the tables are wrong. Several are tried at a time, each in a warehouse and
 * a session of its own.
 */
public final class WarehouseCheck implements AutoCloseable {

  private static final long SEEDS = 6;
  private static final int SUSPECTS = 4;
  private static final Duration SHRINKING = Duration.ofSeconds(20);

  private final StatefulQuestion question;
  private final List<Sequence> named;
  private final List<Sequence> seeds;
  private final CombinedSequences combined;
  private final Lanes<SequenceTrials> lanes;

  /**
   * Prepares the check of a question.
   *
   * @param folder for warehouses that are needed as long as the check lives
   */
  public WarehouseCheck(SparkSession spark, StatefulQuestion question, Path folder) {
    this.question = question;
    this.named = named(question);
    this.seeds = seeds(question);
    this.combined = combined(question, named, seeds);
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
   * @param listener hears of every stage that is passed
   * @return the shortest sequence found that the answer fails on, if it fails on any
   */
  public Optional<SequenceTrial> failure(Refresh refresh, Listener listener) {
    Trying once = (trials, sequence) -> trials.trial(refresh, sequence);
    Trying again = (trials, sequence) -> trials.again(refresh, sequence);
    return stage("worked example", List.of(question.example()), once, listener)
        .or(() -> atOnce(once, listener))
        .or(() -> stage("named sequences", named, once, listener))
        .or(() -> stage("generated sequences", seeds, once, listener))
        .or(() -> stage("batches again, in reverse", seeds.subList(0, 2), again, listener))
        .map(wrong -> shortest(refresh, wrong));
  }

  /** Judges an answer on one sequence; on a generated one also in reverse. */
  public Optional<SequenceTrial> replay(Refresh refresh, Sequence sequence) {
    return wrong(lanes.one(trials -> trials.trial(refresh, sequence)))
        .or(
            () ->
                InputNames.isOfSeed(sequence.name())
                    ? wrong(lanes.one(trials -> trials.again(refresh, sequence)))
                    : Optional.empty())
        .map(wrong -> shortest(refresh, wrong));
  }

  private static Optional<SequenceTrial> wrong(SequenceTrial trial) {
    return Optional.of(trial).filter(tried -> !tried.right());
  }

  @Override
  public void close() {
    lanes.close();
  }

  /**
   * The sequence of that name, also {@code seed-17}, or {@code all-at-once-1}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Sequence sequence(StatefulQuestion question, String name) {
    return InputNames.find(
        question.name(),
        name,
        Stream.concat(question.sequences().stream(), atOnce(question).stream()).toList(),
        Sequence::name,
        seed -> generated(question, seed));
  }

  /** All sequences that can be combined, but the worked example, as two. */
  public static List<Sequence> atOnce(StatefulQuestion question) {
    return combined(question, named(question), seeds(question)).halves().stream()
        .map(CombinedSequences::sequence)
        .toList();
  }

  private static CombinedSequences combined(
      StatefulQuestion question, List<Sequence> named, List<Sequence> seeds) {
    return CombinedSequences.of(
        question, "all-at-once", Stream.concat(named.stream(), seeds.stream()).toList());
  }

  /**
   * Tries all that can be combined at once, which soon tells most wrong answers, and looks for the
   * one that it takes.
   */
  private Optional<SequenceTrial> atOnce(Trying once, Listener listener) {
    long start = System.nanoTime();
    List<CombinedSequences> halves = combined.halves();
    if (halves.isEmpty()) {
      return Optional.empty();
    }
    Optional<SequenceTrial> wrong = wrongOf(halves, once);
    if (wrong.isEmpty()) {
      int tried = combined.sequences().size();
      listener.passed(new Passed("all sequences at once", tried, since(start)));
      return Optional.empty();
    }
    listener.failedAtOnce();
    return wrong(suspects(wrong.get()), once)
        .or(() -> single(halves, wrong.get(), once))
        .or(() -> wrong);
  }

  /** A few sequences that the wrong rows name; tables whose keys are no texts name none. */
  private List<Sequence> suspects(SequenceTrial wrong) {
    String fault = wrong.fault().map(Fault::toString).orElse("");
    return combined.sequences().stream()
        .filter(sequence -> fault.contains(NamespacedLines.prefix(sequence.name())))
        .limit(SUSPECTS)
        .toList();
  }

  /** Halves what fails until one sequence is left; none where it takes several to fail. */
  private Optional<SequenceTrial> single(
      List<CombinedSequences> parts, SequenceTrial wrong, Trying once) {
    CombinedSequences failing =
        parts.stream()
            .filter(part -> part.name().equals(wrong.sequence().name()))
            .findFirst()
            .orElseThrow();
    List<CombinedSequences> halves = failing.halves();
    return halves.isEmpty()
        ? Optional.of(wrong)
        : wrongOf(halves, once).flatMap(narrower -> single(halves, narrower, once));
  }

  private Optional<SequenceTrial> wrongOf(List<CombinedSequences> parts, Trying once) {
    return wrong(parts.stream().map(CombinedSequences::sequence).toList(), once);
  }

  private SequenceTrial shortest(Refresh refresh, SequenceTrial wrong) {
    return lanes.one(trials -> SequenceShrinker.shrink(trials, refresh, wrong, SHRINKING));
  }

  /** All that have names but the worked example. */
  private static List<Sequence> named(StatefulQuestion question) {
    List<Sequence> sequences = question.sequences();
    return sequences.subList(1, sequences.size());
  }

  private static List<Sequence> seeds(StatefulQuestion question) {
    return LongStream.range(0, SEEDS).mapToObj(seed -> generated(question, seed)).toList();
  }

  private static Sequence generated(StatefulQuestion question, long seed) {
    Sequence made = question.generatedSequence(seed);
    return new Sequence(
        InputNames.ofSeed(seed), made.catches(), made.batches(), made.interrupted());
  }

  private Optional<SequenceTrial> stage(
      String title, List<Sequence> sequences, Trying trying, Listener listener) {
    long start = System.nanoTime();
    Optional<SequenceTrial> wrong = wrong(sequences, trying);
    if (wrong.isEmpty()) {
      listener.passed(new Passed(title, sequences.size(), since(start)));
    }
    return wrong;
  }

  /** The first in the order of the sequences, whichever ends first. */
  private Optional<SequenceTrial> wrong(List<Sequence> sequences, Trying trying) {
    return lanes.until(trial -> !trial.right(), sequences, trying).stream()
        .filter(trial -> !trial.right())
        .findFirst();
  }

  private static Duration since(long startNanos) {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }

  private interface Trying extends BiFunction<SequenceTrials, Sequence, SequenceTrial> {}

  /** Hears how a check goes on. */
  public interface Listener {

    /** A stage was passed. */
    void passed(Passed stage);

    /** The answer is wrong on some sequences at once; one that it fails on alone is looked for. */
    void failedAtOnce();
  }

  /**
   * A stage that was passed.
   *
   * @param title the stage in words
   * @param sequences how many sequences were tried
   */
  public record Passed(String title, int sequences, Duration took) {}
}
