package com.barraiser.cli;

import static com.barraiser.testing.DatasetEquality.assertSameRows;
import static java.util.concurrent.TimeUnit.HOURS;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.cli.Launcher.Finished;
import com.barraiser.questions.Catalogue;
import com.barraiser.testing.WithSpark;
import com.barraiser.vocabulary.warehouse.JudgedTable;
import com.barraiser.vocabulary.warehouse.StatefulQuestion;
import com.barraiser.vocabulary.warehouse.Warehouse;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
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
@Timeout(value = 2, unit = HOURS)
class KilledWarehouseIT {

  /** No time of a run is compared: it differs between two runs, killed or not. */
  private static final String[] TIMES = {"first_loaded_at", "last_loaded_at"};

  private final SparkSession spark;
  private final Launcher launcher;
  private final Path folder;

  KilledWarehouseIT(SparkSession spark, @TempDir Path folder) {
    this.spark = spark;
    this.folder = folder;
    this.launcher = new Launcher(folder);
  }

  @Tag("long")
  @Test
  void killedRunIsRepairedByTheNext() throws Exception {
    assertRepaired(Catalogue.stateful().get(0), 1);
  }

  @Tag("by-hand")
  @ParameterizedTest
  @MethodSource("com.barraiser.questions.RefreshesTest#questions")
  void fiftyKilledRunsAreRepairedByTheNext(StatefulQuestion question) throws Exception {
    assertRepaired(question, 50);
  }

  private void assertRepaired(StatefulQuestion question, int times) throws Exception {
    generate(question);
    load(question, "whole");
    long start = System.nanoTime();
    load(question, "again");
    long runMillis = NANOSECONDS.toMillis(System.nanoTime() - start);
    Random random = new Random(times);
    for (int i = 0; i < times; i++) {
      String warehouse = "killed-" + i;
      long moment = random.nextLong(runMillis / 4, runMillis);
      Process run = launcher.start("barraiser", arguments(question, warehouse));
      run.waitFor(moment, MILLISECONDS);
      Launcher.kill(run);
      load(question, warehouse);
      for (JudgedTable table : question.tables()) {
        assertSameRows(rows(table, "whole"), rows(table, warehouse));
      }
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
            "4",
            "--late",
            "0.05",
            "--duplicates",
            "0.02",
            "--format",
            "json",
            "--output",
            folder.resolve("landing").toString());
    assertThat(generate.code()).as(generate.err()).isZero();
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
    boolean hasDays =
        question.parameters().stream().anyMatch(one -> one.name().equals("backfill-days"));
    return Stream.concat(
            run.stream(), hasDays ? Stream.of("--set", "backfill-days=5") : Stream.of())
        .toArray(String[]::new);
  }

  private Dataset<Row> rows(JudgedTable table, String warehouse) {
    return table
        .rows()
        .apply(Warehouse.at(spark, folder.resolve(warehouse).toString()))
        .drop(TIMES);
  }
}
