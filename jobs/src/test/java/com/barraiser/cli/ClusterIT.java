package com.barraiser.cli;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.cli.Launcher.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar on a standalone cluster: a master and two workers on this machine. */
@Tag("long")
@Timeout(value = 10, unit = MINUTES)
class ClusterIT {

  @TempDir private Path folder;
  private Launcher launcher;
  private String master;

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
    Path data = generated("20k", "4");
    List<String> local = answer(data, "local[2]");
    assertThat(local).hasSizeGreaterThan(1000).isEqualTo(answer(data, master));
    Finished bench =
        launcher.finish(
            "barraiser",
            "bench",
            "first-event",
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
    Path data = generated("1m", "16");
    List<String> expected = answer(data, "local[2]");
    Path output = folder.resolve("answer");
    Process run;
    try (WatchService watch = folder.getFileSystem().newWatchService()) {
      folder.register(watch, ENTRY_CREATE);
      run = launcher.start("barraiser", runArguments(data, output, master));
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

  private Path generated(String rows, String files) throws Exception {
    Path data = folder.resolve("data");
    Finished generate =
        launcher.finish(
            "barraiser",
            "generate",
            "first-event",
            "--rows",
            rows,
            "--format",
            "json",
            "--partitions",
            files,
            "--output",
            data.toString());
    assertThat(generate.code()).as(generate.err()).isZero();
    return data;
  }

  private List<String> answer(Path data, String where) throws Exception {
    Path output = folder.resolve("answer-" + where.replaceAll("\\W", "-"));
    Finished run = launcher.finish("barraiser", runArguments(data, output, where));
    assertThat(run.code()).as(run.err()).isZero();
    return Launcher.sortedLines(output);
  }

  private static String[] runArguments(Path data, Path output, String where) {
    return new String[] {
      "run",
      "first-event",
      "--master",
      where,
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
