package com.barraiser.cli;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.cli.Launcher.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchService;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar through the launcher, in processes of its own. */
@Timeout(value = 180, unit = SECONDS)
class PackagedJarIT {

  /** What a process ends with that is asked to, as by kill or, with another number, by Ctrl-C. */
  private static final int TERMINATED = 143;

  @TempDir private Path folder;

  @Test
  void mainJobAnswersWithoutFurtherArguments() throws Exception {
    Finished run = launch("run", "first-event");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("order_id", "4,659 rows");
    assertThat(run.err()).contains("rejected").doesNotContain("\tat ");
  }

  @Tag("long")
  @Test
  void runThatIsKilledLeavesNoOutput() throws Exception {
    Path data = folder.resolve("data");
    assertThat(
            launch(
                    "generate",
                    "first-event",
                    "--rows",
                    "50k",
                    "--format",
                    "json",
                    "--output",
                    data.toString())
                .code())
        .isZero();
    Path output = folder.resolve("answer");
    try (WatchService watch = folder.getFileSystem().newWatchService()) {
      folder.register(watch, ENTRY_CREATE);
      Process run =
          start("run", "first-event", "--input", data.toString(), "--output", output.toString());
      Launcher.awaitStaging(watch, "answer");
      Launcher.kill(run);
    }
    assertThat(output).doesNotExist();
    Finished again =
        launch("run", "first-event", "--input", data.toString(), "--output", output.toString());
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(output).exists();
  }

  @Tag("long")
  @Test
  void answerWhoseTasksRunOutOfMemoryIsCalledWrongInWords() throws Exception {
    Path answer =
        Files.writeString(
            folder.resolve("Greedy.java"),
            """
            import com.barraiser.vocabulary.Parameters;
            import com.barraiser.vocabulary.Solution;
            import com.barraiser.vocabulary.Tables;
            import org.apache.spark.api.java.function.FilterFunction;
            import org.apache.spark.sql.Dataset;
            import org.apache.spark.sql.Row;

            public class Greedy implements Solution {
              public Dataset<Row> answer(Tables tables, Parameters parameters) {
                FilterFunction<Row> greedy = row -> new long[Integer.MAX_VALUE].length > 0;
                return tables.table("order_events").filter(greedy);
              }
            }
            """);
    Finished check = launch("check", "first-event", answer.toString());
    assertThat(check.code()).as(check.err()).isEqualTo(1);
    assertThat(check.out())
        .contains("WRONG  worked example", "OutOfMemoryError", "Greedy.java is wrong.");
    assertThat(check.err()).doesNotContain("\tat ");
  }

  @Tag("long")
  @Test
  void checkThatIsEndedFromOutsideSaysNothingOfTheAnswer() throws Exception {
    Process check = start("check", "orders-fact", "--solution", "merge-script");
    Path out = folder.resolve("barraiser.out");
    while (check.isAlive() && !Files.readString(out).contains("worked example")) {
      check.waitFor(50, MILLISECONDS);
    }
    check.destroy();
    assertThat(check.waitFor()).isEqualTo(TERMINATED);
    assertThat(out).content().contains("right  worked example").doesNotContain("WRONG", " is ");
    assertThat(folder.resolve("barraiser.err"))
        .content()
        .doesNotContain("ERROR", "Exception", "barraiser: ");
  }

  @Tag("long")
  @Test
  void generateThatIsKilledLeavesNoDataAndCanBeStartedAgain() throws Exception {
    Path data = folder.resolve("data");
    try (WatchService watch = folder.getFileSystem().newWatchService()) {
      folder.register(watch, ENTRY_CREATE);
      Process generate =
          start("generate", "first-event", "--rows", "50m", "--output", data.toString());
      Launcher.awaitStaging(watch, "data");
      Launcher.kill(generate);
      assertThat(generate.exitValue()).isNotZero();
    }
    assertThat(data).doesNotExist();
    Finished again = launch("generate", "first-event", "--rows", "2k", "--output", data.toString());
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(again.err()).contains("2,000 rows in ");
    assertThat(data.resolve("_manifest.json")).isNotEmptyFile();
  }

  @Test
  void exitCodesTellUsageFromFailure() throws Exception {
    Finished unknown = launch("run", "n\u00f6pe");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("'n\u00f6pe'");
    assertThat(launch("run", "first-event", "--input", "/does/not/exist").code()).isEqualTo(1);
    assertThat(launch("list").code()).isZero();
    Finished check = launch("check", "first-event", "--solution", "ties-open");
    assertThat(check.code()).isEqualTo(1);
    assertThat(check.out()).contains("\nWRONG  ", "ties-open is wrong.");
  }

  @Test
  void otherEnginesStandBesideTheJar() throws IOException {
    try (JarFile jar = new JarFile(Path.of("target", "barraiser.jar").toFile())) {
      assertThat(jar.stream().map(JarEntry::getName))
          .contains("com/barraiser/bench/page/echarts.common.min.js")
          .noneMatch(name -> name.startsWith("org/duckdb") || name.contains("libduckdb"));
    }
    try (Stream<Path> peers = Files.list(Path.of("..", ".barraiser", "peers"))) {
      assertThat(peers).anyMatch(path -> path.getFileName().toString().startsWith("duckdb_jdbc"));
    }
  }

  @Tag("long")
  @Test
  void experimentMeasuresSolutionsAndPeersAndLeavesAPageThatTellsWhatItRanWith() throws Exception {
    Path report = folder.resolve("report");
    Finished bench =
        launch(
            "bench",
            "first-event",
            "--rows",
            "2k",
            "--solutions",
            "packed-values,min-struct",
            "--peer",
            "duckdb",
            "--runs",
            "1",
            "--report",
            report.toString());
    assertThat(bench.code()).as(bench.err()).isZero();
    assertThat(bench.out().lines().filter(line -> line.endsWith("| right |"))).hasSize(4);
    assertThat(Files.readAllLines(report.resolve("results.jsonl"))).hasSize(4);
    assertThat(report.resolve("report.html"))
        .content()
        .contains(
            "spark.hadoop.fs.file.impl",
            "spark.hadoop.fs.AbstractFileSystem.file.impl",
            "com.barraiser.datasets.local.LocalFilesOfContext");
  }

  private Finished launch(String... arguments) throws IOException, InterruptedException {
    return new Launcher(folder).launch(arguments);
  }

  private Process start(String... arguments) throws IOException {
    return new Launcher(folder).start("barraiser", arguments);
  }
}
