package com.barraiser.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;

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

  /** A folder in it that nothing else uses. */
  Path newFolder() {
    try {
      return Files.createTempDirectory(path, "part");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  /** What is left all the same, the system removes with its own folder for such files. */
  private void remove() {
    FileUtils.deleteQuietly(path.toFile());
  }
}
