package com.barraiser.check.warehouse;

import com.barraiser.check.SmallSessions;
import com.barraiser.check.WarehouseJudge;
import com.barraiser.check.WarehouseJudge.Fault;
import com.barraiser.check.answers.AnswerErrors;
import com.barraiser.vocabulary.warehouse.Batch;
import com.barraiser.vocabulary.warehouse.Refresh;
import com.barraiser.vocabulary.warehouse.Sequence;
import com.barraiser.vocabulary.warehouse.StatefulQuestion;
import com.barraiser.vocabulary.warehouse.Warehouse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.commons.io.FileUtils;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.spark.sql.SparkSession;

/** Tries answers on sequences of small batches, one by one, each in a warehouse of its own. */
final class SequenceTrials {

  private final SparkSession session;
  private final WarehouseJudge judge;
  private final Path folder;
  private int warehouses;

  SequenceTrials(SparkSession spark, StatefulQuestion question, Path folder) {
    this.session = SmallSessions.forFewRows(spark);
    this.judge = new WarehouseJudge(session, question);
    this.folder = folder;
  }

  /** Loads the batches until one goes wrong, and looks at the tables after each. */
  SequenceTrial trial(Refresh refresh, Sequence sequence) {
    List<Batch> batches = sequence.batches();
    try (Attempt attempt = new Attempt(refresh)) {
      for (int loaded = 1; loaded <= batches.size(); loaded++) {
        List<Batch> until = batches.subList(0, loaded);
        attempt.load(sequence, until.get(loaded - 1));
        attempt.look(until);
        if (attempt.isWrong()) {
          return attempt.result(sequence.with(until));
        }
      }
      return attempt.result(sequence);
    }
  }

  /**
   * Loads the batches, and once more from the last to the first, which must change nothing in the
   * end.
   */
  SequenceTrial again(Refresh refresh, Sequence sequence) {
    List<Batch> both = new ArrayList<>(sequence.batches());
    Collections.reverse(both);
    both.addAll(0, sequence.batches());
    try (Attempt attempt = new Attempt(refresh)) {
      both.forEach(batch -> attempt.load(sequence, batch));
      attempt.look(both);
      return attempt.result(sequence.with(both));
    }
  }

  /** An answer in a warehouse of its own, which is removed with it. */
  private final class Attempt implements AutoCloseable {

    private final Refresh refresh;
    private final Path place;
    private final Warehouse warehouse;
    private Optional<Fault> fault = Optional.empty();
    private Optional<String> error = Optional.empty();

    private Attempt(Refresh refresh) {
      this.refresh = refresh;
      this.place = folder.resolve("warehouse-" + ++warehouses);
      this.warehouse = Warehouse.at(session, place.toString());
    }

    private void load(Sequence sequence, Batch batch) {
      if (isWrong()) {
        return;
      }
      Thread thread = Thread.currentThread();
      ClassLoader before = thread.getContextClassLoader();
      SparkSession.setActiveSession(session);
      thread.setContextClassLoader(refresh.getClass().getClassLoader());
      try {
        judge.load(refresh, warehouse, sequence, batch);
      } catch (Exception | Error e) {
        error = Optional.of(AnswerErrors.of(e, refresh));
        stayInterrupted(e);
      } finally {
        thread.setContextClassLoader(before);
      }
    }

    private void look(List<Batch> arrived) {
      if (!isWrong()) {
        fault = SequenceTrials.this.fault(warehouse, arrived);
      }
    }

    private boolean isWrong() {
      return fault.isPresent() || error.isPresent();
    }

    private SequenceTrial result(Sequence loaded) {
      return new SequenceTrial(loaded, fault, error);
    }

    /** What a cancelled task still writes goes with the folder of all warehouses. */
    @Override
    public void close() {
      judge.forget(warehouse);
      FileUtils.deleteQuietly(place.toFile());
    }
  }

  /** Who ends a trial from outside ends what would follow it too. */
  private static void stayInterrupted(Throwable error) {
    if (ExceptionUtils.indexOfType(error, InterruptedException.class) >= 0) {
      Thread.currentThread().interrupt();
    }
  }

  /** A table that is not there, or lacks a column, is a fault of the answer as well. */
  private Optional<Fault> fault(Warehouse warehouse, List<Batch> batches) {
    try {
      return judge.fault(warehouse, batches);
      // What Delta throws where there is no table is checked, and declared nowhere.
    } catch (Exception e) {
      stayInterrupted(e);
      String what = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      return Optional.of(new Fault(batches.size(), List.of("the tables cannot be read: " + what)));
    }
  }
}
