package com.barraiser.questions;

import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.check.SmallSessions;
import com.barraiser.check.WarehouseJudge;
import com.barraiser.testing.WithSpark;
import com.barraiser.vocabulary.warehouse.Batch;
import com.barraiser.vocabulary.warehouse.Refresh;
import com.barraiser.vocabulary.warehouse.StatefulQuestion;
import com.barraiser.vocabulary.warehouse.Steps;
import com.barraiser.vocabulary.warehouse.Warehouse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs that die, and runs that meet, leave nothing that the next run does not repair. */
@Tag("by-hand")
@WithSpark
class InterruptedRefreshTest {

  private static final int MEETINGS = 5;

  private final SparkSession spark;
  @TempDir private Path folder;

  InterruptedRefreshTest(SparkSession spark) {
    this.spark = SmallSessions.forFewRows(spark);
  }

  @ParameterizedTest
  @MethodSource("com.barraiser.questions.RefreshesTest#recommended")
  void crashBeforeOrAfterAnyStepIsRepairedByTheSameBatch(
      StatefulQuestion question, Refresh refresh) {
    SparkSession.setActiveSession(spark);
    List<Batch> batches = question.example().batches().subList(0, 2);
    WarehouseJudge judge = new WarehouseJudge(spark, question);
    CrashAt counter = new CrashAt(Integer.MAX_VALUE);
    Warehouse whole = warehouse("whole").watchedBy(counter);
    batches.forEach(batch -> judge.load(refresh, whole, batch));
    assertThat(counter.moments).isPositive();
    for (int moment = 0; moment < counter.moments; moment++) {
      Warehouse warehouse = warehouse("crash-" + moment);
      loadThroughCrash(judge, refresh, warehouse, batches, new CrashAt(moment));
      assertThat(judge.fault(warehouse, batches)).as("crash at moment %d", moment).isEmpty();
    }
  }

  private static void loadThroughCrash(
      WarehouseJudge judge,
      Refresh refresh,
      Warehouse warehouse,
      List<Batch> batches,
      CrashAt crash) {
    for (Batch batch : batches) {
      try {
        judge.load(refresh, crash.isOver ? warehouse : warehouse.watchedBy(crash), batch);
      } catch (Crash e) {
        judge.load(refresh, warehouse, batch);
      }
    }
    assertThat(crash.isOver).isTrue();
  }

  @ParameterizedTest
  @MethodSource("com.barraiser.questions.RefreshesTest#recommended")
  void runsAtOnceLoseNothingAndCountNothingTwice(StatefulQuestion question, Refresh refresh)
      throws Exception {
    List<Batch> batches = question.example().batches();
    ExecutorService threads = Executors.newFixedThreadPool(batches.size());
    try {
      for (int meeting = 0; meeting < MEETINGS; meeting++) {
        String name = "meeting-" + meeting;
        List<CompletableFuture<Void>> runs = new ArrayList<>();
        for (Batch batch : batches) {
          SparkSession own = SmallSessions.forFewRows(spark);
          Warehouse warehouse = Warehouse.at(own, folder.resolve(name).toString());
          runs.add(
              CompletableFuture.runAsync(
                  () -> {
                    SparkSession.setActiveSession(own);
                    new WarehouseJudge(own, question).load(refresh, warehouse, batch);
                  },
                  threads));
        }
        CompletableFuture.allOf(runs.toArray(CompletableFuture[]::new)).get();
        WarehouseJudge judge = new WarehouseJudge(spark, question);
        assertThat(judge.fault(warehouse(name), batches)).as(name).isEmpty();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private Warehouse warehouse(String name) {
    return Warehouse.at(spark, folder.resolve(name).toString());
  }

  /** Ends a run at a moment: before or after a step. */
  private static final class CrashAt implements Steps {

    private final int moment;
    private int moments;
    private boolean isOver;

    private CrashAt(int moment) {
      this.moment = moment;
    }

    @Override
    public void before(String step) {
      pass(step);
    }

    @Override
    public void after(String step) {
      pass(step);
    }

    private void pass(String step) {
      if (moments++ == moment) {
        isOver = true;
        throw new Crash(step);
      }
    }
  }

  private static final class Crash extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private Crash(String step) {
      super("crash at " + step);
    }
  }
}
