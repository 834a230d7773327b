package com.barraiser.cli;

import static com.barraiser.testing.DatasetEquality.assertSameRows;
import static java.util.concurrent.TimeUnit.HOURS;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.cli.Launcher.Finished;
import com.barraiser.questions.Catalogue;
import com.barraiser.questions.ordersfact.OrdersFact;
import com.barraiser.testing.WithSpark;
import com.barraiser.vocabulary.warehouse.JudgedTable;
import com.barraiser.vocabulary.warehouse.StatefulQuestion;
import com.barraiser.vocabulary.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A process that is killed at any moment leaves nothing that the next run does not repair. */
@WithSpark
class KilledWarehouseIT {

  /** No time of a run is compared: it differs between two runs, killed or not. */
  private static final String[] TIMES = {OrdersFact.FIRST_LOADED_AT, OrdersFact.LAST_LOADED_AT};

  private static final long PAUSE_MILLIS = 50;

  /** Enough to be interrupted between two; every one more makes all fifty repairs longer. */
  private static final int MOST_BATCHES = 2;

  private final SparkSession spark;
  private final Launcher launcher;
  private final Path folder;

  KilledWarehouseIT(SparkSession spark, @TempDir Path folder) {
    this.spark = spark;
    this.folder = folder;
    this.launcher = new Launcher(folder);
  }

  @Tag("long")
  @Timeout(value = 30, unit = MINUTES)
  @Test
  void killedRunIsRepairedByTheNext() throws Exception {
    assertRepaired(Catalogue.stateful().get(0), 1);
  }

  @Tag("by-hand")
  @Timeout(value = 3, unit = HOURS)
  @ParameterizedTest
  @MethodSource("com.barraiser.questions.RefreshesTest#questions")
  void fiftyKilledRunsAreRepairedByTheNext(StatefulQuestion question) throws Exception {
    assertRepaired(question, 50);
  }

  private void assertRepaired(StatefulQuestion question, int times) throws Exception {
    generate(question);
    long start = System.nanoTime();
    load(question, "whole");
    long runMillis = NANOSECONDS.toMillis(System.nanoTime() - start);
    Random random = new Random(times);
    int killed = 0;
    for (int i = 0; killed < times; i++) {
      assertThat(i).as("runs that end before they are killed").isLessThan(3 * times);
      String warehouse = "killed-" + i;
      if (!isKilled(
          launcher.start("barraiser", arguments(question, warehouse)),
          warehouse,
          random.nextLong(runMillis / 2))) {
        continue;
      }
      killed++;
      load(question, warehouse);
      for (JudgedTable table : question.tables()) {
        assertSameRows(rows(table, "whole"), rows(table, warehouse));
      }
    }
  }

  /** Whether a run was killed, so many milliseconds after it had begun to write. */
  private boolean isKilled(Process run, String warehouse, long afterMillis) throws Exception {
    while (run.isAlive() && !hasTable(warehouse)) {
      run.waitFor(PAUSE_MILLIS, MILLISECONDS);
    }
    if (run.waitFor(afterMillis, MILLISECONDS)) {
      return false;
    }
    Launcher.kill(run);
    return true;
  }

  private boolean hasTable(String warehouse) throws IOException {
    Path place = folder.resolve(warehouse);
    if (!Files.exists(place)) {
      return false;
    }
    try (Stream<Path> tables = Files.list(place)) {
      return tables.anyMatch(table -> Files.exists(table.resolve("_delta_log")));
    }
  }

  private void generate(StatefulQuestion question) throws Exception {
    Finished generate =
        launcher.launch(
            "generate",
            question.name(),
            "--rows",
            "3k",
            "--days",
            "2",
            "--late",
            "0.05",
            "--duplicates",
            "0.02",
            "--format",
            "json",
            "--output",
            folder.resolve("landing").toString());
    assertThat(generate.code()).as(generate.err()).isZero();
    if (!isLandingZone(question)) {
      keepFirstBatches();
    }
  }

  private void keepFirstBatches() throws IOException {
    try (Stream<Path> batches = Files.list(folder.resolve("landing"))) {
      for (Path batch : batches.filter(Files::isDirectory).sorted().skip(MOST_BATCHES).toList()) {
        FileUtils.deleteDirectory(batch.toFile());
      }
    }
  }

  /** Whether folders hold days, which one batch takes several of, and not a batch each. */
  private static boolean isLandingZone(StatefulQuestion question) {
    return question.parameters().stream()
        .anyMatch(one -> one.name().equals(OrdersFact.BACKFILL_DAYS));
  }

  private void load(StatefulQuestion question, String warehouse) throws Exception {
    Finished run = launcher.launch(arguments(question, warehouse));
    assertThat(run.code()).as(run.err()).isZero();
  }

  /** Several batches, or several days, so that there is much to be interrupted. */
  private String[] arguments(StatefulQuestion question, String warehouse) {
    List<String> run =
        List.of(
            "run",
            question.name(),
            "--warehouse",
            folder.resolve(warehouse).toString(),
            "--input",
            folder.resolve("landing").toString());
    return Stream.concat(
            run.stream(),
            isLandingZone(question)
                ? Stream.of("--set", OrdersFact.BACKFILL_DAYS + "=5")
                : Stream.of())
        .toArray(String[]::new);
  }

  private Dataset<Row> rows(JudgedTable table, String warehouse) {
    return table
        .rows()
        .apply(Warehouse.at(spark, folder.resolve(warehouse).toString()))
        .drop(TIMES);
  }
}
