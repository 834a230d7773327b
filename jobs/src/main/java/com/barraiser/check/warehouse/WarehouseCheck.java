package com.barraiser.check.warehouse;

import static java.util.Comparator.comparing;

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
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * Tells a right answer to a question about a warehouse from a wrong one: all sequences of batches
 * at once, then each alone, up to the first after which the tables are wrong. Several are tried at
 * a time, each in a warehouse and a session of its own.
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
    List<Sequence> others = named.subList(1, named.size());
    List<Sequence> seeds = seeds(question);
    Trying once = (trials, sequence) -> trials.trial(refresh, sequence);
    Trying again = (trials, sequence) -> trials.again(refresh, sequence);
    return stage("worked example", named.subList(0, 1), once, passed)
        .or(() -> atOnce(once, passed))
        .or(() -> stage("named sequences", others, once, passed))
        .or(() -> stage("generated sequences", seeds, once, passed))
        .or(() -> stage("batches again, in reverse", seeds.subList(0, 2), again, passed))
        .map(wrong -> shortest(refresh, wrong));
  }

  /**
   * Tries all sequences as few, which soon tells most wrong answers. What fails there is looked for
   * in the sequences alone, those first of which the tables have a wrong row.
   */
  private Optional<SequenceTrial> atOnce(Trying once, Consumer<Passed> passed) {
    long start = System.nanoTime();
    List<Sequence> alone = alone(question);
    Optional<SequenceTrial> wrong = wrong(atOnce(question), once);
    if (wrong.isEmpty()) {
      passed.accept(new Passed("all sequences at once", alone.size(), since(start)));
      return Optional.empty();
    }
    String fault = wrong.get().fault().map(Fault::toString).orElse("");
    List<Sequence> suspectsFirst =
        alone.stream()
            .sorted(comparing(sequence -> !fault.contains(ApartLines.prefix(sequence))))
            .toList();
    return wrong(suspectsFirst, once).or(() -> wrong);
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
   * The sequence of that name, also {@code seed-17}, or {@code all-at-once-1}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Sequence sequence(StatefulQuestion question, String name) {
    List<Sequence> named =
        Stream.concat(question.sequences().stream(), atOnce(question).stream()).toList();
    return InputNames.find(
        question.name(), name, named, Sequence::name, seed -> generated(question, seed));
  }

  /** All sequences, of which every lane tries some as one. */
  public static List<Sequence> atOnce(StatefulQuestion question) {
    return Together.of(question, "all-at-once", alone(question), 2);
  }

  private static List<Sequence> alone(StatefulQuestion question) {
    return Stream.concat(question.sequences().stream(), seeds(question).stream()).toList();
  }

  private static List<Sequence> seeds(StatefulQuestion question) {
    return LongStream.range(0, SEEDS).mapToObj(seed -> generated(question, seed)).toList();
  }

  private static Sequence generated(StatefulQuestion question, long seed) {
    Sequence made = question.generatedSequence(seed);
    return new Sequence(InputNames.ofSeed(seed), made.catches(), made.batches());
  }

  private Optional<SequenceTrial> stage(
      String title, List<Sequence> sequences, Trying trying, Consumer<Passed> passed) {
    long start = System.nanoTime();
    Optional<SequenceTrial> wrong = wrong(sequences, trying);
    if (wrong.isEmpty()) {
      passed.accept(new Passed(title, sequences.size(), since(start)));
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

  /**
   * A stage that was passed.
   *
   * @param title the stage in words
   * @param sequences how many sequences were tried
   */
  public record Passed(String title, int sequences, Duration took) {}
}
