package com.barraiser.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for what a command needs while it runs; removed at its end, and on Ctrl-C. */
final class WorkingFolder implements AutoCloseable {

  private final Path path;
  private final Thread atExit = new Thread(this::remove, "remove-working-folder");

  WorkingFolder() {
    try {
      path = Files.createTempDirectory("barraiser-check");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  Path path() {
    return path;
  }

  @Override
  public void close() {
    remove();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      return; // The JVM ends already, and the hook runs or has run.
    }
  }

  private void remove() {
    try (Stream<Path> all = Files.walk(path)) {
      List<Path> innermostFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path file : innermostFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      return; // What the system's own folder for such files keeps, the system removes.
    }
  }
}
