package com.barraiser.check.stages;

import com.barraiser.check.InputNames;
import com.barraiser.check.Verdict;
import com.barraiser.check.answers.AnswerErrors;
import com.barraiser.check.stages.Failure.Unsteady;
import com.barraiser.check.stages.Outcome.Passed;
import com.barraiser.vocabulary.Case;
import com.barraiser.vocabulary.Question;
import com.barraiser.vocabulary.Solution;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * Tells a right answer to a question from a wrong one: stage by stage, up to the first that fails.
 * One check can judge many answers, and gets faster.
 */
public final class Check implements AutoCloseable {

  private static final long SEEDS = 24;

  /** As long as a user waits for a smaller input. */
  private static final Duration SHRINKING = Duration.ofSeconds(3);

  private final Question question;
  private final List<Case> cases;
  private final List<Case> generated;
  private final Trials trials;
  private final Supplier<Variations> variations;
  private final Supplier<Sizes> sizes;
  private final Duration shrinking;

  /**
   * Prepares the check of a question.
   *
   * @param folder for files that are needed as long as the check lives
   * @param dataOfRows makes or finds generated data of that many rows, and gives its folder
   */
  public Check(
      SparkSession spark, Question question, Path folder, LongFunction<String> dataOfRows) {
    this(spark, question, folder, dataOfRows, SHRINKING, Sizes::patient);
  }

  /**
   * Prepares a check with other limits.
   *
   * @param shrinking how long a smaller input is looked for
   * @param limit how long an answer to larger data may take, by how long the recommended one takes
   */
  Check(
      SparkSession spark,
      Question question,
      Path folder,
      LongFunction<String> dataOfRows,
      Duration shrinking,
      UnaryOperator<Duration> limit) {
    this.question = question;
    this.shrinking = shrinking;
    this.cases = question.cases();
    this.generated = LongStream.range(0, SEEDS).mapToObj(this::generated).toList();
    this.trials = new Trials(spark, question);
    this.variations = once(() -> new Variations(spark, question, folder));
    this.sizes = once(() -> new Sizes(spark, question, dataOfRows, limit));
  }

  /** Judges an answer. */
  public Outcome outcome(Solution solution, Listener listener) {
    return new Run(solution, listener).outcome();
  }

  /** Judges an answer on one case, and on the same rows in other orders, partitions and files. */
  public Outcome replay(Solution solution, Case input, Listener listener) {
    return new Run(solution, listener).replay(input);
  }

  /**
   * The case of that name, also {@code seed-17}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Case caseNamed(Question question, String name) {
    return InputNames.find(
        question.name(), name, question.cases(), Case::name, seed -> generated(question, seed));
  }

  @Override
  public void close() {
    trials.close();
  }

  private Case generated(long seed) {
    return generated(question, seed);
  }

  private static Case generated(Question question, long seed) {
    Case made = question.generatedCase(seed);
    return new Case(InputNames.ofSeed(seed), made.catches(), made.tables(), made.parameters());
  }

  private static <T> Supplier<T> once(Supplier<T> source) {
    return new Supplier<>() {
      private T value;

      @Override
      public synchronized T get() {
        value = value == null ? source.get() : value;
        return value;
      }
    };
  }

  /** One answer on its way through the stages. */
  private final class Run {

    private final Solution solution;
    private final Listener listener;
    private final List<Passed> passed = new ArrayList<>();
    private List<String> remarks = List.of();
    private Optional<String> tooSlow = Optional.empty();
    private long startNanos = System.nanoTime();

    private Run(Solution solution, Listener listener) {
      this.solution = solution;
      this.listener = listener;
    }

    private Outcome outcome() {
      if (solution.isApproximate()) {
        return approximate(() -> offCases() + "; larger data: " + offLargerData());
      }
      Optional<Failure> failure =
          smallFailure()
              .or(() -> trials(Stage.GENERATED, generated, generatedDetail()))
              .or(() -> variations(generated.get(generated.size() - 1)))
              .or(this::sizes);
      return new Outcome(passed, failure, tooSlow, remarks, Optional.empty());
    }

    private Optional<Failure> smallFailure() {
      Case example = cases.get(0);
      List<Case> others = cases.subList(1, cases.size());
      return columns(example)
          .or(() -> trials(Stage.EXAMPLE, List.of(example), ""))
          .or(() -> trials(Stage.CASES, others, others.size() + " cases"));
    }

    private Outcome replay(Case input) {
      if (solution.isApproximate()) {
        return approximate(() -> Deviation.ofCases(List.of(trials.trial(solution, input))));
      }
      Stage stage = InputNames.isOfSeed(input.name()) ? Stage.GENERATED : Stage.CASES;
      Optional<Failure> failure =
          // The right answer to a case may be none, which has no columns.
          columns(cases.get(0))
              .or(() -> trials(stage, List.of(input), input.name()))
              .or(() -> variations(input));
      return new Outcome(passed, failure, tooSlow, remarks, Optional.empty());
    }

    private Optional<Failure> columns(Case example) {
      try {
        List<String> wrong = Check.this.trials.schemaDifferences(solution, example);
        if (wrong.isEmpty()) {
          pass(Stage.SCHEMA, String.join(", ", question.answer().schema().fieldNames()));
          return Optional.empty();
        }
        return Optional.of(Failure.columns(wrong));
      } catch (CancellationException e) {
        throw e;
      } catch (RuntimeException | Error e) {
        return Optional.of(Failure.threw(Stage.SCHEMA, AnswerErrors.of(e, solution)));
      }
    }

    private Optional<Failure> trials(Stage stage, List<Case> inputs, String detail) {
      List<Trial> tried = trials.untilWrong(solution, inputs);
      Optional<Trial> wrong = tried.stream().filter(trial -> !trial.right()).findFirst();
      if (wrong.isEmpty()) {
        pass(stage, detail);
        return Optional.empty();
      }
      listener.failed(stage, wrong.get());
      if (TrialSession.isNotDone(wrong.get())) {
        // Nor would it be with less, each time after as long.
        return Optional.of(Failure.on(stage, wrong.get(), Optional.empty()));
      }
      Trial smallest = Shrinker.shrink(trials, question, solution, wrong.get(), shrinking);
      Optional<Unsteady> unsteady = variations.get().reversed(solution, smallest);
      return Optional.of(Failure.on(stage, smallest, unsteady));
    }

    private Optional<Failure> variations(Case input) {
      Trial right = trials.trial(solution, input);
      Optional<Failure> failure = variations.get().firstDifference(solution, right);
      if (failure.isEmpty()) {
        pass(Stage.VARIATIONS, Variations.DETAIL);
      }
      return failure;
    }

    private Optional<Failure> sizes() {
      Sizes.Found found = sizes.get().found(solution);
      remarks = found.remarks();
      tooSlow = found.stopped();
      if (tooSlow.isEmpty() && found.failure().isEmpty()) {
        pass(Stage.SIZE, found.line());
      }
      return found.failure();
    }

    /** The stage that must be passed by any answer, then how far this one is off. */
    private Outcome approximate(Supplier<String> deviation) {
      Optional<Failure> failure = columns(cases.get(0));
      Optional<String> off = failure.isPresent() ? Optional.empty() : Optional.of(deviation.get());
      return new Outcome(passed, failure, tooSlow, remarks, off);
    }

    private String offCases() {
      List<Case> small = Stream.concat(cases.stream(), generated.stream()).toList();
      return Deviation.ofCases(trials.all(solution, small));
    }

    private String offLargerData() {
      Sizes.Found found = sizes.get().found(solution);
      remarks = found.remarks();
      tooSlow = found.stopped();
      String exact = found.tooSlow() ? "not known, since it is too slow" : "exact";
      return found.failure().map(Run::off).orElse(exact);
    }

    private static String off(Failure wrong) {
      return wrong
          .verdict()
          .map(Verdict::rows)
          .map(Deviation::ofRows)
          .orElseGet(() -> wrong.error().orElseThrow());
    }

    private String generatedDetail() {
      return InputNames.ofSeed(0) + " to " + InputNames.ofSeed(SEEDS - 1);
    }

    private void pass(Stage stage, String detail) {
      long now = System.nanoTime();
      Passed done = new Passed(stage, detail, Duration.ofNanos(now - startNanos));
      startNanos = now;
      passed.add(done);
      listener.passed(done);
    }
  }
}
