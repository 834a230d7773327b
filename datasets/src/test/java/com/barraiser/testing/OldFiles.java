package com.barraiser.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

/** Files that seem to have been written long ago. */
public final class OldFiles {

  /** A day more than Delta keeps what no version has any more. */
  private static final Duration AGE = Duration.ofDays(8);

  private OldFiles() {}

  /** Makes a file eight days old. */
  public static Path makeOld(Path file) throws IOException {
    return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(AGE)));
  }
}
