package com.barraiser.cli;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
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

  private static final Path SCRIPTS = Path.of("..", "scripts").toAbsolutePath().normalize();

  @TempDir private Path folder;
  private final List<Process> started = new ArrayList<>();
  private String master;

  @BeforeEach
  void startCluster() throws Exception {
    Finished start = finish("cluster", "start", "--folder", clusterFolder().toString());
    assertThat(start.code()).as(start.err()).isZero();
    master = start.out().lines().filter(line -> line.startsWith("master spark:")).findFirst().get();
    master = master.substring("master ".length());
  }

  /** Whatever a test left running, also when it failed. */
  @AfterEach
  void stopEverything() throws Exception {
    List<ProcessHandle> executors = workers().flatMap(ProcessHandle::descendants).toList();
    started.forEach(process -> process.descendants().forEach(ProcessHandle::destroyForcibly));
    started.forEach(Process::destroyForcibly);
    Finished stop = finish("cluster", "stop", "--folder", clusterFolder().toString());
    executors.forEach(ProcessHandle::destroyForcibly);
    assertThat(stop.code()).as(stop.err()).isZero();
    assertThat(finish("cluster", "status", "--folder", clusterFolder().toString()).code()).isOne();
  }

  @Test
  void answersAreThoseOfOneProcess() throws Exception {
    Path data = generated("20k", "4");
    List<String> local = answer(data, "local[2]");
    assertThat(local).hasSizeGreaterThan(1000).isEqualTo(answer(data, master));
    Finished bench =
        finish(
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
      run = start("run", runArguments(data, output, master));
      awaitStaging(watch);
      ProcessHandle worker = workers().findFirst().orElseThrow();
      List<ProcessHandle> executors = worker.descendants().toList();
      assertThat(executors).isNotEmpty();
      worker.destroyForcibly();
      executors.forEach(ProcessHandle::destroyForcibly);
      assertThat(run.isAlive()).as("the run goes on when a worker dies").isTrue();
      assertThat(output).doesNotExist();
    }
    assertThat(run.waitFor()).as(Files.readString(folder.resolve("run.err"))).isZero();
    assertThat(sortedLines(output)).isEqualTo(expected);
    assertThat(workers()).hasSize(1);
  }

  private Path generated(String rows, String files) throws Exception {
    Path data = folder.resolve("data");
    Finished generate =
        finish(
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
    Finished run = finish("barraiser", runArguments(data, output, where));
    assertThat(run.code()).as(run.err()).isZero();
    return sortedLines(output);
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

  private void awaitStaging(WatchService watch) throws InterruptedException {
    while (true) {
      WatchKey key = watch.poll(120, SECONDS);
      assertThat(key).as("the run begins to write").isNotNull();
      if (key.pollEvents().stream()
          .anyMatch(event -> event.context().toString().startsWith(".answer.writing-"))) {
        return;
      }
      key.reset();
    }
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

  private record Finished(int code, String out, String err) {}

  private Finished finish(String script, String... arguments) throws Exception {
    int code = start(script, arguments).waitFor();
    return new Finished(
        code,
        Files.readString(folder.resolve(script + ".out")),
        Files.readString(folder.resolve(script + ".err")));
  }

  private Process start(String script, String... arguments) throws IOException {
    String name = script.equals("run") ? "barraiser" : script;
    List<String> command = new ArrayList<>(List.of(SCRIPTS.resolve(name).toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().remove("SPARK_HOME");
    builder.redirectOutput(folder.resolve(script + ".out").toFile());
    builder.redirectError(folder.resolve(script + ".err").toFile());
    Process process = builder.start();
    started.add(process);
    return process;
  }

  private static List<String> sortedLines(Path output) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(output)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
        lines.addAll(Files.readAllLines(file));
      }
    }
    return lines.stream().sorted().toList();
  }
}
