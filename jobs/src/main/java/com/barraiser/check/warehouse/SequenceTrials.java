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
import org.apache.spark.sql.SparkSession;

/** Tries answers on sequences of small batches, each in a warehouse of its own. */
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

  /** Loads the batches, and looks at the tables after the last. */
  SequenceTrial trial(Refresh refresh, Sequence sequence) {
    return trial(refresh, sequence, sequence.batches());
  }

  /** Loads the batches, and once more from the last to the first, which must change nothing. */
  SequenceTrial again(Refresh refresh, Sequence sequence) {
    List<Batch> reversed = new ArrayList<>(sequence.batches());
    Collections.reverse(reversed);
    List<Batch> both = new ArrayList<>(sequence.batches());
    both.addAll(reversed);
    return trial(refresh, new Sequence(sequence.name(), sequence.catches(), both), both);
  }

  private SequenceTrial trial(Refresh refresh, Sequence sequence, List<Batch> batches) {
    SparkSession.setActiveSession(session);
    Thread.currentThread().setContextClassLoader(refresh.getClass().getClassLoader());
    Warehouse warehouse =
        Warehouse.at(session, folder.resolve("warehouse-" + ++warehouses).toString());
    try {
      batches.forEach(batch -> judge.load(refresh, warehouse, batch));
    } catch (Exception | LinkageError | StackOverflowError e) {
      return new SequenceTrial(
          sequence, Optional.empty(), Optional.of(AnswerErrors.of(e, refresh)));
    }
    return new SequenceTrial(sequence, fault(warehouse, batches), Optional.empty());
  }

  /** A table that is not there, or lacks a column, is a fault of the answer as well. */
  private Optional<Fault> fault(Warehouse warehouse, List<Batch> batches) {
    try {
      return judge.fault(warehouse, batches);
    } catch (RuntimeException e) {
      String what = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      return Optional.of(new Fault(batches.size(), List.of("the tables cannot be read: " + what)));
    }
  }
}
