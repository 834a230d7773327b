package com.barraiser.cli;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.cli.Launcher.Finished;
import com.barraiser.datasets.Format;
import com.barraiser.datasets.generate.Knobs;
import com.barraiser.questions.Catalogue;
import com.barraiser.testing.CompilingSessions;
import com.barraiser.testing.WithSpark;
import com.barraiser.vocabulary.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar on a standalone cluster: a master and two workers on this machine. */
@Tag("long")
@WithSpark
@Timeout(value = 10, unit = MINUTES)
class ClusterIT {

  private static final Question QUESTION = Catalogue.question("first-event");

  private final SparkSession spark;

  @TempDir private Path folder;
  private Launcher launcher;
  private String master;

  ClusterIT(SparkSession spark) {
    this.spark = CompilingSessions.of(spark);
  }

  @BeforeEach
  void startCluster() throws Exception {
    launcher = new Launcher(folder);
    Finished start = launcher.finish("cluster", "start", "--folder", clusterFolder().toString());
    assertThat(start.code()).as(start.err()).isZero();
    master = start.out().lines().filter(line -> line.startsWith("master spark:")).findFirst().get();
    master = master.substring("master ".length());
  }

  /** Whatever a test left running, also when it failed. */
  @AfterEach
  void stopEverything() throws Exception {
    List<ProcessHandle> executors = workers().flatMap(ProcessHandle::descendants).toList();
    launcher.killAll();
    Finished stop = launcher.finish("cluster", "stop", "--folder", clusterFolder().toString());
    executors.forEach(ProcessHandle::destroyForcibly);
    assertThat(stop.code()).as(stop.err()).isZero();
    assertThat(launcher.finish("cluster", "status", "--folder", clusterFolder().toString()).code())
        .isOne();
  }

  @Test
  void answersAreThoseOfOneProcess() throws Exception {
    Path data = generated(20_000, 4);
    Path output = folder.resolve("answer");
    Finished run = launcher.finish("barraiser", runArguments(data, output));
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(Launcher.sortedLines(output)).hasSizeGreaterThan(1000).isEqualTo(ownAnswer(data));
    var rejected = Inputs.open(spark, QUESTION, List.of(data.toString())).rejectCounts();
    assertThat(rejected).isNotEmpty();
    rejected.forEach(
        (table, reasons) -> assertThat(run.err()).contains(Report.rejectedLine(table, reasons)));
    Finished bench =
        launcher.finish(
            "barraiser",
            "bench",
            QUESTION.name(),
            "--master",
            master,
            "--input",
            data.toString(),
            "--solutions",
            "packed-values,window-rank",
            "--runs",
            "1",
            "--json");
    assertThat(bench.code()).as(bench.err()).isZero();
    assertThat(bench.out().lines().toList())
        .hasSize(2)
        .allMatch(line -> line.contains("\"correct\":true") && line.contains("\"cores\":2"));
  }

  @Test
  void workerThatIsKilledInTheMiddleChangesNothing() throws Exception {
    Path data = generated(1_000_000, 16);
    List<String> expected = ownAnswer(data);
    Path output = folder.resolve("answer");
    Process run;
    try (WatchService watch = folder.getFileSystem().newWatchService()) {
      folder.register(watch, ENTRY_CREATE);
      run = launcher.start("barraiser", runArguments(data, output));
      Launcher.awaitStaging(watch, "answer");
      ProcessHandle worker = workers().findFirst().orElseThrow();
      List<ProcessHandle> executors = worker.descendants().toList();
      assertThat(executors).isNotEmpty();
      worker.destroyForcibly();
      executors.forEach(ProcessHandle::destroyForcibly);
      assertThat(run.isAlive()).as("the run goes on when a worker dies").isTrue();
      assertThat(output).doesNotExist();
    }
    assertThat(run.waitFor()).as(Files.readString(folder.resolve("barraiser.err"))).isZero();
    assertThat(Launcher.sortedLines(output)).isEqualTo(expected);
    assertThat(workers()).hasSize(1);
  }

  private Path generated(long rows, int files) {
    Path data = folder.resolve("data");
    Knobs knobs = new Knobs(rows, 1, 0, 0, 0, 0.01, 7);
    QUESTION.generator().write(spark, knobs, Format.JSON, files, data.toString());
    return data;
  }

  private List<String> ownAnswer(Path data) throws IOException {
    return OwnAnswers.lines(
        spark, QUESTION, QUESTION.recommended(), data, folder.resolve("own-answer"));
  }

  private String[] runArguments(Path data, Path output) {
    return new String[] {
      "run",
      QUESTION.name(),
      "--master",
      master,
      "--input",
      data.toString(),
      "--output",
      output.toString(),
      "--format",
      "json"
    };
  }

  private Path clusterFolder() {
    return folder.resolve("cluster");
  }

  private Stream<ProcessHandle> workers() throws IOException {
    List<ProcessHandle> alive = new ArrayList<>();
    try (Stream<Path> files = Files.list(clusterFolder())) {
      for (Path file :
          files.filter(path -> path.toString().matches(".*worker-\\d+.pid")).toList()) {
        ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
            .filter(ProcessHandle::isAlive)
            .ifPresent(alive::add);
      }
    }
    return alive.stream();
  }
}
