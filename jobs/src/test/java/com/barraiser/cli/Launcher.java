package com.barraiser.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts the project's scripts in processes of their own, as a user does. */
final class Launcher {

  private static final Path SCRIPTS = Path.of("..", "scripts").toAbsolutePath().normalize();

  private final Path folder;

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
        code, Files.readString(folder.resolve("out")), Files.readString(folder.resolve("err")));
  }

  /** Starts a script; what it says is in the files {@code out} and {@code err}. */
  Process start(String script, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(SCRIPTS.resolve(script).toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().remove("SPARK_HOME");
    builder.redirectOutput(folder.resolve("out").toFile());
    builder.redirectError(folder.resolve("err").toFile());
    return builder.start();
  }

  /** Kills a process and all that it started, at once and without a word to them. */
  static void kill(Process process) throws InterruptedException {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().waitFor();
  }
}
