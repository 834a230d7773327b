package com.barraiser.check.stages;

import com.barraiser.check.Judge;
import com.barraiser.check.SmallSessions;
import com.barraiser.check.Verdict;
import com.barraiser.check.answers.AnswerErrors;
import com.barraiser.datasets.DataException;
import com.barraiser.datasets.Table;
import com.barraiser.datasets.read.Source;
import com.barraiser.datasets.read.TableReader;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Question;
import com.barraiser.vocabulary.Shelf;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Tries an answer on larger generated data, against the answer of the recommended solution, and
 * tells both times.
 */
final class Sizes {

  private static final long BASE_ROWS = 5_000;
  private static final long[] FACTORS = {10, 100};

  /** An answer that takes longer is stopped: this many times as long as the recommended one. */
  private static final int PATIENCE = 20;

  private static final Duration LEAST_LIMIT = Duration.ofSeconds(30);
  private static final Duration RECOMMENDED_LIMIT = Duration.ofMinutes(10);

  private final TrialSession session;
  private final Question question;
  private final Judge judge;
  private final LongFunction<String> dataOfRows;
  private final UnaryOperator<Duration> limit;
  private final Map<Long, Data> known = new HashMap<>();

  /**
   * Prepares a session with Spark's own settings.
   *
   * @param dataOfRows makes or finds generated data of that many rows, and gives its folder
   * @param limit how long an answer may take, by how long the recommended one takes
   */
  Sizes(
      SparkSession spark,
      Question question,
      LongFunction<String> dataOfRows,
      UnaryOperator<Duration> limit) {
    this.session = new TrialSession(SmallSessions.forAnswers(spark), question);
    this.question = question;
    this.judge = new Judge(session.session(), question);
    this.dataOfRows = dataOfRows;
    this.limit = limit;
  }

  /** Tries an answer on all sizes, up to the first that it fails or is stopped at. */
  Found found(Solution solution) {
    List<String> times = new ArrayList<>();
    List<String> remarks = List.of();
    for (long factor : FACTORS) {
      long rows = factor * BASE_ROWS;
      Data data = known.computeIfAbsent(rows, this::data);
      Duration patience = limit.apply(data.took);
      Attempt attempt = attempt(solution, data, patience);
      if (attempt.timedOut()) {
        times.add(tooSlow(rows, patience, data));
        return new Found(times, Optional.empty(), true, remarks);
      }
      Optional<Failure> failure = failure(attempt, data, solution);
      if (failure.isPresent()) {
        return new Found(times, failure, false, remarks);
      }
      times.add(
          String.format(
              Locale.ROOT,
              "%,d rows in %s (%s: %s)",
              rows,
              seconds(attempt.took()),
              question.recommended(),
              seconds(data.took)));
      remarks = PlanRemarks.of(attempt.answer().orElseThrow());
    }
    return new Found(times, Optional.empty(), false, remarks);
  }

  private Optional<Failure> failure(Attempt attempt, Data data, Solution solution) {
    if (attempt.error().isPresent()) {
      String error = AnswerErrors.of(attempt.error().get(), solution);
      return Optional.of(Failure.threw(Stage.SIZE, error));
    }
    Verdict verdict = judge.verdict(attempt.rows(), data.expected);
    return verdict.right() ? Optional.empty() : Optional.of(Failure.differs(Stage.SIZE, verdict));
  }

  private String tooSlow(long rows, Duration patience, Data data) {
    return String.format(
        Locale.ROOT,
        "%,d rows stopped after %s and not compared (%s: %s)",
        rows,
        seconds(patience),
        question.recommended(),
        seconds(data.took));
  }

  private Data data(long rows) {
    String folder = dataOfRows.apply(rows);
    Configuration hadoop = session.session().sessionState().newHadoopConf();
    Map<String, Dataset<Row>> byTable = new HashMap<>();
    for (Table table : question.tables()) {
      String place = Source.locate(hadoop, folder, table).orElseThrow();
      byTable.put(
          table.name(),
          TableReader.open(session.session(), table, Source.at(hadoop, place)).rows());
    }
    Tables tables = new Tables(byTable, Map.of());
    Parameters parameters = Parameters.of(question, Map.of(), tables);
    Solution recommended = Shelf.solution(question, question.recommended());
    Data data = new Data(tables, parameters, List.of(), Duration.ZERO);
    // The first run reads cold files and compiles; the second is what others are compared with.
    attempt(recommended, data, RECOMMENDED_LIMIT);
    Attempt attempt = attempt(recommended, data, RECOMMENDED_LIMIT);
    attempt
        .error()
        .ifPresent(
            error -> {
              throw new IllegalStateException(error);
            });
    if (attempt.timedOut()) {
      throw new DataException(
          "%s is not done with %,d rows after %s, so nothing can be compared with it"
              .formatted(recommended.name(), rows, seconds(RECOMMENDED_LIMIT)));
    }
    return new Data(tables, parameters, attempt.rows(), attempt.took());
  }

  private Attempt attempt(Solution solution, Data data, Duration limit) {
    return Attempt.of(
        session.session(), () -> solution.answer(data.tables, data.parameters), solution, limit);
  }

  /** The limit that users meet. */
  static Duration patient(Duration recommended) {
    Duration patient = recommended.multipliedBy(PATIENCE);
    return patient.compareTo(LEAST_LIMIT) > 0 ? patient : LEAST_LIMIT;
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }

  /**
   * What came out.
   *
   * @param times the times of sizes that were passed, and of one that was not ended, a text each
   * @param tooSlow whether the answer was stopped, and so not compared
   * @param remarks what may hurt at scale
   */
  record Found(
      List<String> times, Optional<Failure> failure, boolean tooSlow, List<String> remarks) {

    /** All times in a line, if the answer was stopped. */
    Optional<String> stopped() {
      return tooSlow ? Optional.of(line()) : Optional.empty();
    }

    /** All times in a line. */
    String line() {
      return String.join("; ", times);
    }
  }

  /** Generated tables, the right answer, and how long the recommended solution takes for it. */
  private record Data(
      Tables tables, Parameters parameters, List<List<Object>> expected, Duration took) {}
}
