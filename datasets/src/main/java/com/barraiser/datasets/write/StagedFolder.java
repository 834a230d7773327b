package com.barraiser.datasets.write;

import com.barraiser.datasets.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.util.ShutdownHookManager;

/**
 * A folder that appears whole or not at all: it is filled under a hidden name beside its place, and
 * renamed when it is complete.
 *
 * <p>Where a file system renames folders in one step (HDFS, local disks) a reader sees the old
 * folder, the new one or, for the instant of an overwrite, none. Object stores copy on rename.
 */
public final class StagedFolder implements AutoCloseable {

  /** What a complete output has: Spark's mark, Delta's log or the manifest of a data set. */
  private static final List<String> OUTPUT_MARKS =
      List.of("_SUCCESS", "_delta_log", "_manifest.json");

  private final FileSystem files;
  private final Path place;
  private final Path staging;
  private final Path previous;
  private final boolean overwrite;
  private final Runnable cleanUp = this::removeUnpublished;

  private StagedFolder(FileSystem files, Path place, boolean overwrite) {
    String mark = UUID.randomUUID().toString().substring(0, 8);
    this.files = files;
    this.place = place;
    this.overwrite = overwrite;
    this.staging = beside(place, ".writing-" + mark);
    this.previous = beside(place, ".replaced-" + mark);
    // Before the file systems are closed, so that an interrupted run leaves nothing behind.
    ShutdownHookManager.get().addShutdownHook(cleanUp, FileSystem.SHUTDOWN_HOOK_PRIORITY + 1);
  }

  /**
   * Prepares to fill a folder.
   *
   * @param overwrite whether what stands there may be replaced
   * @throws DataException if something stands there and may not be replaced
   */
  public static StagedFolder at(Configuration hadoop, String place, Overwrite overwrite) {
    try {
      Path path = new Path(place);
      FileSystem files = path.getFileSystem(hadoop);
      Path qualified = linked(files.makeQualified(path));
      if (qualified.isRoot()) {
        throw new DataException(place + " is the root of a file system; name a folder in it");
      }
      if (files.exists(qualified)) {
        checkReplaceable(files, qualified, overwrite);
      }
      return new StagedFolder(files, qualified, overwrite == Overwrite.REPLACE);
    } catch (IOException | IllegalArgumentException e) {
      throw new DataException("cannot write to " + place + ": " + e.getMessage(), e);
    }
  }

  /** A hidden neighbour; its name alone would be read as an address where it has a colon. */
  private static Path beside(Path place, String ending) {
    return new Path(place.getParent(), new Path(null, null, "." + place.getName() + ending));
  }

  /** What a symbolic link on this machine leads to, which is what is replaced. */
  private static Path linked(Path place) throws IOException {
    if (!"file".equals(place.toUri().getScheme())) {
      return place;
    }
    java.nio.file.Path local = java.nio.file.Path.of(place.toUri().getPath());
    if (!Files.isSymbolicLink(local)) {
      return place;
    }
    if (!Files.exists(local)) {
      throw new DataException(
          local + " is a link to what does not exist; remove it, or create what it leads to");
    }
    return new Path(place, new Path(null, null, local.toRealPath().toString()));
  }

  private static void checkReplaceable(FileSystem files, Path place, Overwrite overwrite)
      throws IOException {
    if (overwrite == Overwrite.REFUSE) {
      throw new DataException(place + " exists; choose another path or add --overwrite");
    }
    boolean empty = files.getFileStatus(place).isDirectory() && files.listStatus(place).length == 0;
    boolean written = OUTPUT_MARKS.stream().anyMatch(mark -> has(files, place, mark));
    if (!empty && !written) {
      throw new DataException(
          place
              + " does not look like the output of a run and is not overwritten; remove it first");
    }
  }

  private static boolean has(FileSystem files, Path folder, String name) {
    try {
      return files.exists(new Path(folder, name));
    } catch (IOException e) {
      throw new DataException("cannot read " + folder + ": " + e.getMessage(), e);
    }
  }

  /** Whether what stands in the way may be replaced. */
  public enum Overwrite {
    /** What exists is an error. */
    REFUSE,
    /** What exists is replaced when the new folder is complete. */
    REPLACE
  }

  /** Where the folder will stand. */
  public Path place() {
    return place;
  }

  /** The folder to fill; it does not exist yet. */
  public String staging() {
    return staging.toString();
  }

  /** Puts the complete folder in its place. */
  public void publish() {
    try {
      if (overwrite && files.exists(place)) {
        checkReplaceable(files, place, Overwrite.REPLACE);
        rename(place, previous);
      }
      rename(staging, place);
      files.delete(previous, true);
    } catch (IOException e) {
      throw new DataException("cannot put %s in place: %s".formatted(place, e.getMessage()), e);
    }
  }

  /** Removes what was filled but not published. */
  @Override
  public void close() {
    removeUnpublished();
    if (!ShutdownHookManager.get().isShutdownInProgress()) {
      ShutdownHookManager.get().removeShutdownHook(cleanUp);
    }
  }

  private void removeUnpublished() {
    try {
      files.delete(staging, true);
      if (files.exists(previous) && !files.exists(place)) {
        rename(previous, place);
      }
    } catch (IOException e) {
      throw new DataException("cannot remove %s: %s".formatted(staging, e.getMessage()), e);
    }
  }

  private void rename(Path from, Path to) throws IOException {
    if (files.exists(to) || !files.rename(from, to)) {
      throw new DataException("cannot put %s in place: %s stands there".formatted(place, to));
    }
  }
}
