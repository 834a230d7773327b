package com.barraiser.check.stages;

import com.barraiser.check.CaseInputs;
import com.barraiser.check.Judge;
import com.barraiser.check.Judge.Expected;
import com.barraiser.check.Verdict;
import com.barraiser.check.answers.AnswerErrors;
import com.barraiser.check.answers.AnswerException;
import com.barraiser.vocabulary.Case;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Question;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A session of its own, with views and settings that no other sees, in which answers are tried one
 * after the other. What the tables and the right answer of a question's cases are is kept.
 */
final class TrialSession {

  /** Nobody waits longer for a handful of rows; an answer may go round for ever. */
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static final String NOT_DONE = "not done after %d s".formatted(LIMIT.toSeconds());

  private final SparkSession session;
  private final Question question;
  private final Judge judge;
  private final Map<String, Prepared> prepared = new HashMap<>();

  /** Takes a session that nobody else uses. */
  TrialSession(SparkSession session, Question question) {
    this.session = session;
    this.question = question;
    this.judge = new Judge(session, question);
  }

  SparkSession session() {
    return session;
  }

  /** Whether an answer was stopped for want of patience. */
  static boolean isNotDone(Trial trial) {
    return trial.error().equals(Optional.of(NOT_DONE));
  }

  /** Tries an answer on a case of the question, which has its name for itself. */
  Trial trialOfKnown(Solution solution, Case input) {
    return trial(solution, input, known(input));
  }

  /** Tries an answer on any case. */
  Trial trial(Solution solution, Case input) {
    return trial(solution, input, prepare(input, CaseInputs.tables(session, question, input)));
  }

  /** Tries an answer on a case whose rows come from elsewhere. */
  Trial trial(Solution solution, Case input, Tables tables) {
    return trial(solution, input, prepare(input, tables));
  }

  /** What is wrong with an answer's columns; it need not be computed for that. */
  List<String> schemaDifferences(Solution solution, Case input) {
    Prepared small = known(input);
    return limited(solution, () -> judge.schemaDifferences(answer(solution, small).schema()))
        .orElseThrow(() -> new AnswerException(NOT_DONE));
  }

  private Trial trial(Solution solution, Case input, Prepared small) {
    return limited(solution, () -> tried(solution, input, small))
        .orElseGet(() -> Trial.threw(input, NOT_DONE));
  }

  /** What an answer's work gives, or nothing when it is not done in time; throws what it throws. */
  private <T> Optional<T> limited(Solution solution, Callable<T> work) {
    try {
      return Limited.of(session, solution, LIMIT, work);
    } catch (ExecutionException e) {
      return ExceptionUtils.rethrow(e.getCause());
    }
  }

  private Trial tried(Solution solution, Case input, Prepared small) {
    try {
      Dataset<Row> answer = answer(solution, small);
      List<String> schema = judge.schemaDifferences(answer.schema());
      if (!schema.isEmpty()) {
        return Trial.judged(input, Verdict.ofColumns(schema), List.of());
      }
      List<List<Object>> rows = Judge.rows(answer);
      return Trial.judged(input, judge.verdict(rows, small.expected), rows);
    } catch (Exception | Error e) {
      if (session.sparkContext().isStopped()) {
        throw new AnswerException("the answer stopped Spark, which is not its own; start again");
      }
      return judge
          .failure(e, small.expected)
          .map(verdict -> Trial.judged(input, verdict, List.of()))
          .orElseGet(() -> Trial.threw(input, AnswerErrors.of(e, solution)));
    }
  }

  private Dataset<Row> answer(Solution solution, Prepared small) {
    return solution.answer(small.tables, small.parameters);
  }

  private Prepared known(Case input) {
    return prepared.computeIfAbsent(
        input.name(), name -> prepare(input, CaseInputs.tables(session, question, input)));
  }

  private Prepared prepare(Case input, Tables tables) {
    Parameters parameters = Parameters.of(question, input.parameters(), tables);
    return new Prepared(tables, parameters, judge.expected(input, parameters));
  }

  /** A case as a solution sees it, and its right answer. */
  private record Prepared(Tables tables, Parameters parameters, Expected expected) {}
}
