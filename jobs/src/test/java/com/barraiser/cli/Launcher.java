package com.barraiser.cli;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Starts the project's scripts in processes of their own, as a user does. */
final class Launcher {

  /**
   * These runs are short, and their processes share few cores: the second compiler does not pay. A
   * language with digits of its own, in an environment that names none: whatever leans on either
   * fails.
   */
  private static final String JVM_OPTIONS =
      "-XX:TieredStopAtLevel=1 -Duser.language=ar -Duser.country=EG";

  private static final Path SCRIPTS = Path.of("..", "scripts").toAbsolutePath().normalize();

  /** A class archive is made first, and other tests start processes of their own meanwhile. */
  private static final long PATIENCE_SECONDS = 300;

  private final Path folder;
  private final List<Process> started = new ArrayList<>();

  /** Runs them in that folder, where their output is kept too. */
  Launcher(Path folder) {
    this.folder = folder;
  }

  /** How a process ended. */
  record Finished(int code, String out, String err) {}

  /** Starts {@code scripts/barraiser} and waits for its end. */
  Finished launch(String... arguments) throws IOException, InterruptedException {
    return finish("barraiser", arguments);
  }

  /** Starts a script and waits for its end. */
  Finished finish(String script, String... arguments) throws IOException, InterruptedException {
    int code = start(script, arguments).waitFor();
    return new Finished(
        code,
        Files.readString(folder.resolve(script + ".out")),
        Files.readString(folder.resolve(script + ".err")));
  }

  /** Starts a script; what it says is in files of its name that end in .out and .err. */
  Process start(String script, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(SCRIPTS.resolve(script).toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeAll(Set.of("SPARK_HOME", "LANG", "LC_ALL", "LC_CTYPE"));
    builder.environment().put("JDK_JAVA_OPTIONS", JVM_OPTIONS);
    builder.redirectOutput(folder.resolve(script + ".out").toFile());
    builder.redirectError(folder.resolve(script + ".err").toFile());
    Process process = builder.start();
    started.add(process);
    return process;
  }

  /** Kills whatever it started and still runs. */
  void killAll() throws InterruptedException {
    for (Process process : started) {
      kill(process);
    }
  }

  /** Kills a process and all that it started, at once and without a word to them. */
  static void kill(Process process) throws InterruptedException {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().waitFor();
  }

  /**
   * Waits until a process has begun to write a folder of that name.
   *
   * @param watch tells what is created in the folder above it
   */
  static void awaitStaging(WatchService watch, String name) throws InterruptedException {
    while (true) {
      WatchKey key = watch.poll(PATIENCE_SECONDS, SECONDS);
      assertThat(key).as("%s is begun", name).isNotNull();
      if (key.pollEvents().stream()
          .anyMatch(event -> event.context().toString().startsWith("." + name + ".writing-"))) {
        return;
      }
      key.reset();
    }
  }

  /** The lines of all JSON files of an output, in an order of their own. */
  static List<String> sortedLines(Path output) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(output)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
        lines.addAll(Files.readAllLines(file));
      }
    }
    return lines.stream().sorted().toList();
  }
}
