package com.barraiser.questions;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.check.Judge;
import com.barraiser.check.SmallSessions;
import com.barraiser.check.WarehouseJudge;
import com.barraiser.testing.WithSpark;
import com.barraiser.vocabulary.warehouse.Batch;
import com.barraiser.vocabulary.warehouse.Refresh;
import com.barraiser.vocabulary.warehouse.StatefulQuestion;
import com.barraiser.vocabulary.warehouse.Steps;
import com.barraiser.vocabulary.warehouse.Warehouse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs that die, and runs that meet, leave nothing that the next run does not repair; and nobody
 * sees what they have not done yet.
 */
@WithSpark
class InterruptedRefreshTest {

  private static final int MANY_CRASHES = 50;
  private static final int MANY_MEETINGS = 20;

  private final SparkSession spark;
  @TempDir private Path folder;
  private int warehouses;

  InterruptedRefreshTest(SparkSession spark) {
    this.spark = SmallSessions.forFewRows(spark);
  }

  @Tag("by-hand")
  @ParameterizedTest
  @MethodSource("com.barraiser.questions.RefreshesTest#recommended")
  void crashBeforeOrAfterAnyStepIsRepairedByTheSameBatch(
      StatefulQuestion question, Refresh refresh) {
    int crashes = 0;
    for (int seed = 0; crashes < MANY_CRASHES; seed++) {
      List<Batch> all =
          (seed == 0 ? question.example() : question.generatedSequence(seed)).batches();
      List<Batch> batches = all.subList(0, Math.min(2, all.size()));
      int moments = moments(question, refresh, batches);
      for (int moment = 0; moment < moments; moment++) {
        crash(question, refresh, batches, moment);
      }
      crashes += moments;
    }
  }

  /** How often these batches, uninterrupted, are before or after a step. */
  private int moments(StatefulQuestion question, Refresh refresh, List<Batch> batches) {
    SparkSession.setActiveSession(spark);
    WarehouseJudge judge = new WarehouseJudge(spark, question);
    CrashAt counter = new CrashAt(Integer.MAX_VALUE);
    Warehouse whole = newWarehouse().watchedBy(counter);
    batches.forEach(batch -> judge.load(refresh, whole, batch));
    assertThat(counter.moments).isPositive();
    return counter.moments;
  }

  private void crash(StatefulQuestion question, Refresh refresh, List<Batch> batches, int moment) {
    SparkSession.setActiveSession(spark);
    WarehouseJudge judge = new WarehouseJudge(spark, question);
    Warehouse warehouse = newWarehouse();
    CrashAt crash = new CrashAt(moment);
    for (Batch batch : batches) {
      try {
        judge.load(refresh, crash.isOver ? warehouse : warehouse.watchedBy(crash), batch);
      } catch (Crash e) {
        judge.noteKeys(warehouse);
        judge.load(refresh, warehouse, batch);
      }
    }
    assertThat(crash.isOver).isTrue();
    assertThat(judge.fault(warehouse, batches)).as("crash at moment %d", moment).isEmpty();
  }

  @Tag("long")
  @Test
  void runsAtOnceLoseNothingAndCountNothingTwice() throws Exception {
    StatefulQuestion question = RefreshesTest.questions().get(0);
    meet(question, RefreshesTest.recommended(question), 2);
  }

  @Tag("by-hand")
  @ParameterizedTest
  @MethodSource("com.barraiser.questions.RefreshesTest#recommended")
  void manyRunsAtOnceLoseNothingAndCountNothingTwice(StatefulQuestion question, Refresh refresh)
      throws Exception {
    meet(question, refresh, MANY_MEETINGS);
  }

  private void meet(StatefulQuestion question, Refresh refresh, int meetings) throws Exception {
    List<Batch> batches = question.example().batches();
    ExecutorService threads = Executors.newFixedThreadPool(batches.size());
    try {
      for (int meeting = 0; meeting < meetings; meeting++) {
        Warehouse met = newWarehouse();
        List<CompletableFuture<Void>> runs = new ArrayList<>();
        for (Batch batch : batches) {
          runs.add(
              CompletableFuture.runAsync(
                  () -> loadInASessionOfItsOwn(question, refresh, met, batch), threads));
        }
        CompletableFuture.allOf(runs.toArray(CompletableFuture[]::new)).get();
        SparkSession.setActiveSession(spark);
        WarehouseJudge judge = new WarehouseJudge(spark, question);
        assertThat(judge.fault(met, batches)).as("meeting %d", meeting).isEmpty();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private void loadInASessionOfItsOwn(
      StatefulQuestion question, Refresh refresh, Warehouse warehouse, Batch batch) {
    SparkSession own = SmallSessions.forFewRows(spark);
    SparkSession.setActiveSession(own);
    new WarehouseJudge(own, question).load(refresh, Warehouse.at(own, warehouse.folder()), batch);
  }

  @Tag("long")
  @Test
  void readerDuringARunSeesATableBeforeItOrAfterIt() throws Exception {
    StatefulQuestion question = RefreshesTest.questions().get(0);
    readDuringARun(question, RefreshesTest.recommended(question));
  }

  @Tag("by-hand")
  @ParameterizedTest
  @MethodSource("com.barraiser.questions.RefreshesTest#recommended")
  void readerDuringAnyRunSeesATableBeforeItOrAfterIt(StatefulQuestion question, Refresh refresh)
      throws Exception {
    readDuringARun(question, refresh);
  }

  /** Each table by itself: a run commits to one after the other. */
  private void readDuringARun(StatefulQuestion question, Refresh refresh) throws Exception {
    SparkSession.setActiveSession(spark);
    List<Batch> batches = question.example().batches();
    Warehouse warehouse = newWarehouse();
    loadInASessionOfItsOwn(question, refresh, warehouse, batches.get(0));
    List<String> stored = stored(warehouse);
    Map<String, Set<List<List<Object>>>> seen = new HashMap<>();
    Map<String, Set<List<List<Object>>>> allowed = new HashMap<>();
    look(warehouse, stored, allowed);
    ExecutorService thread = Executors.newSingleThreadExecutor();
    int looks = 0;
    try {
      Future<?> run =
          thread.submit(() -> loadInASessionOfItsOwn(question, refresh, warehouse, batches.get(1)));
      for (; !run.isDone(); looks++) {
        look(warehouse, stored, seen);
      }
      run.get();
    } finally {
      thread.shutdownNow();
    }
    look(warehouse, stored, allowed);
    assertThat(looks).isGreaterThan(2);
    stored.forEach(table -> assertThat(allowed.get(table)).as(table).containsAll(seen.get(table)));
    assertThat(allowed.values()).anyMatch(states -> states.size() == 2);
  }

  /** The tables that there are. */
  private static List<String> stored(Warehouse warehouse) throws IOException {
    try (Stream<Path> tables = Files.list(Path.of(URI.create(warehouse.folder())))) {
      return tables
          .map(table -> table.getFileName().toString())
          .filter(warehouse::exists)
          .sorted()
          .toList();
    }
  }

  private static void look(
      Warehouse warehouse, List<String> tables, Map<String, Set<List<List<Object>>>> seen) {
    for (String table : tables) {
      List<List<Object>> rows =
          Judge.rows(warehouse.table(table)).stream().sorted(comparing(List::toString)).toList();
      seen.computeIfAbsent(table, name -> new HashSet<>()).add(rows);
    }
  }

  private Warehouse newWarehouse() {
    return Warehouse.at(spark, folder.resolve("warehouse-" + ++warehouses).toString());
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
