package com.barraiser.check.stages;

import com.barraiser.check.Lanes;
import com.barraiser.check.SmallSessions;
import com.barraiser.vocabulary.Case;
import com.barraiser.vocabulary.Question;
import com.barraiser.vocabulary.Solution;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** Tries answers on small cases, several at a time, in sessions that suit a handful of rows. */
public final class Trials implements AutoCloseable {

  private final Lanes<TrialSession> sessions;

  /** Sessions for the cases of a question. */
  public Trials(SparkSession spark, Question question) {
    sessions = new Lanes<>(() -> new TrialSession(SmallSessions.forFewRows(spark), question));
  }

  /** Tries an answer on any case. */
  Trial trial(Solution solution, Case input) {
    return sessions.one(session -> session.trial(solution, input));
  }

  /**
   * Tries an answer on cases of the question, in their order, up to the first that it fails, which
   * is then the last trial.
   */
  public List<Trial> untilWrong(Solution solution, List<Case> cases) {
    return sessions.until(
        trial -> !trial.right(), cases, (session, input) -> session.trialOfKnown(solution, input));
  }

  /** Tries an answer on cases of the question, in their order. */
  public List<Trial> all(Solution solution, List<Case> cases) {
    return sessions.until(
        trial -> false, cases, (session, input) -> session.trialOfKnown(solution, input));
  }

  /** What is wrong with an answer's columns; it need not be computed for that. */
  List<String> schemaDifferences(Solution solution, Case input) {
    return sessions.one(session -> session.schemaDifferences(solution, input));
  }

  @Override
  public void close() {
    sessions.close();
  }
}
