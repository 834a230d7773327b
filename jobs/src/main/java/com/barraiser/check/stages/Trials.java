package com.barraiser.check.stages;

import com.barraiser.check.SmallSessions;
import com.barraiser.vocabulary.Case;
import com.barraiser.vocabulary.Question;
import com.barraiser.vocabulary.Solution;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.spark.sql.SparkSession;

/** Tries answers on small cases, several at a time, in sessions that suit a handful of rows. */
public final class Trials implements AutoCloseable {

  private static final int MOST_AT_ONCE = 4;

  private final BlockingQueue<TrialSession> sessions = new LinkedBlockingQueue<>();
  private final ExecutorService threads;

  /** Sessions for the cases of a question. */
  public Trials(SparkSession spark, Question question) {
    int atOnce = Math.min(MOST_AT_ONCE, Runtime.getRuntime().availableProcessors());
    for (int i = 0; i < atOnce; i++) {
      sessions.add(new TrialSession(SmallSessions.forFewRows(spark), question));
    }
    threads = Executors.newFixedThreadPool(atOnce, Trials::daemon);
  }

  /** Tries an answer on any case. */
  Trial trial(Solution solution, Case input) {
    return result(start(session -> session.trial(solution, input)));
  }

  /**
   * Tries an answer on cases of the question, in their order, up to the first that it fails, which
   * is then the last trial.
   */
  public List<Trial> untilWrong(Solution solution, List<Case> cases) {
    return trials(solution, cases, Trial::right);
  }

  /** Tries an answer on cases of the question, in their order. */
  public List<Trial> all(Solution solution, List<Case> cases) {
    return trials(solution, cases, trial -> true);
  }

  /** What is wrong with an answer's columns; it need not be computed for that. */
  List<String> schemaDifferences(Solution solution, Case input) {
    return result(start(session -> session.schemaDifferences(solution, input)));
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private List<Trial> trials(Solution solution, List<Case> cases, Predicate<Trial> goOn) {
    List<Future<Trial>> started =
        cases.stream()
            .map(input -> start(session -> session.trialOfKnown(solution, input)))
            .toList();
    List<Trial> trials = new ArrayList<>();
    try {
      for (Future<Trial> future : started) {
        Trial trial = result(future);
        trials.add(trial);
        if (!goOn.test(trial)) {
          break;
        }
      }
    } finally {
      started.forEach(future -> future.cancel(false));
    }
    return trials;
  }

  private <T> Future<T> start(Function<TrialSession, T> work) {
    return threads.submit(
        () -> {
          TrialSession session = sessions.take();
          try {
            return work.apply(session);
          } finally {
            sessions.add(session);
          }
        });
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "trial");
    thread.setDaemon(true);
    return thread;
  }
}
