package com.barraiser.cli;

import static com.barraiser.testing.DatasetEquality.assertSameRows;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.cli.Launcher.Finished;
import com.barraiser.testing.WithSpark;
import java.nio.file.Path;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed at any moment leaves nothing that the next run does not repair. */
@WithSpark
@Timeout(value = 30, unit = MINUTES)
class KilledWarehouseIT {

  /** No time of a run is among these: it differs between two runs, killed or not. */
  private static final String[] TIMES = {"first_loaded_at", "last_loaded_at"};

  private final SparkSession spark;
  private final Launcher launcher;

  private final Path folder;
  private long runMillis;

  KilledWarehouseIT(SparkSession spark, @TempDir Path folder) {
    this.spark = spark;
    this.folder = folder;
    this.launcher = new Launcher(folder);
  }

  @BeforeEach
  void loadWithoutBeingKilled() throws Exception {
    Finished generate =
        launcher.launch(
            "generate",
            "orders-fact",
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
            folder + "/landing");
    assertThat(generate.code()).as(generate.err()).isZero();
    load("whole");
    long start = System.nanoTime();
    load("again");
    runMillis = NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  @Tag("long")
  @Test
  void killedRunIsRepairedByTheNext() throws Exception {
    assertRepaired(1);
  }

  @Tag("by-hand")
  @Test
  void fiftyKilledRunsAreRepairedByTheNext() throws Exception {
    assertRepaired(50);
  }

  private void assertRepaired(int times) throws Exception {
    Random random = new Random(times);
    for (int i = 0; i < times; i++) {
      String warehouse = "killed-" + i;
      long moment = random.nextLong(runMillis / 4, runMillis);
      Process run = launcher.start("barraiser", arguments(warehouse));
      run.waitFor(moment, MILLISECONDS);
      Launcher.kill(run);
      load(warehouse);
      for (String table : new String[] {"fact_order_line", "load_control", "daily_gms"}) {
        assertSameRows(rows("whole", table), rows(warehouse, table));
      }
    }
  }

  private void load(String warehouse) throws Exception {
    Finished run = launcher.launch(arguments(warehouse));
    assertThat(run.code()).as(run.err()).isZero();
  }

  private String[] arguments(String warehouse) {
    return new String[] {
      "run",
      "orders-fact",
      "--warehouse",
      folder.resolve(warehouse).toString(),
      "--input",
      folder.resolve("landing").toString(),
      "--set",
      "backfill-days=5"
    };
  }

  private Dataset<Row> rows(String warehouse, String table) {
    return spark
        .read()
        .format("delta")
        .load(folder.resolve(warehouse).resolve(table).toString())
        .drop(TIMES);
  }
}
