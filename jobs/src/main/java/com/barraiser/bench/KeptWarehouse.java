package com.barraiser.bench;

import com.barraiser.datasets.DataException;
import com.barraiser.vocabulary.Exercise;
import com.barraiser.vocabulary.Shelf;
import com.barraiser.vocabulary.warehouse.Refresh;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A warehouse that is kept from experiment to experiment, and copied for each run.
 *
 * @param folder where it is kept, once it is whole
 * @param copies the folder of the copies of one contender
 */
record KeptWarehouse(Path folder, Path copies) {

  private static final String LOG = "_delta_log";

  /**
   * That of a refresh; with any change of the code, or of what it is loaded with, it is another
   * one.
   *
   * @param loadedWith all values that the tables depend on, in words
   */
  static KeptWarehouse of(Exercise question, Refresh refresh, String loadedWith, Path place) {
    String code = Shelf.fingerprint(question);
    String name = "%s-%s-%08x".formatted(refresh.name(), code, loadedWith.hashCode());
    Path folder = place.toAbsolutePath().resolve(name);
    return new KeptWarehouse(folder, folder.resolveSibling("runs-" + UUID.randomUUID()));
  }

  /** Makes it, unless it has been made before; one that is left half is none. */
  void make(Consumer<Path> load) {
    if (Files.exists(folder)) {
      return;
    }
    Path making = copies.resolve("making");
    load.accept(making);
    try {
      Files.move(making, folder);
    } catch (FileAlreadyExistsException e) {
      remove(making);
    } catch (IOException e) {
      throw new DataException("cannot keep a warehouse in %s: %s".formatted(folder, e), e);
    }
  }

  /** A copy of its own, in the place of the one before. */
  Path copy() {
    removeCopies();
    Path copy = copies.resolve(UUID.randomUUID().toString());
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> outermostFirst = all.toList();
      for (Path from : outermostFirst) {
        copy(from, copy.resolve(folder.relativize(from)));
      }
      return copy;
    } catch (IOException e) {
      throw new DataException("cannot copy %s: %s".formatted(folder, e), e);
    }
  }

  /** Nobody changes a file of rows, so a second name will do; a log has a file that is changed. */
  private static void copy(Path from, Path to) throws IOException {
    if (Files.isDirectory(from)) {
      Files.createDirectories(to);
    } else if (from.getParent().endsWith(LOG)) {
      Files.copy(from, to);
    } else {
      link(from, to);
    }
  }

  private static void link(Path from, Path to) throws IOException {
    try {
      Files.createLink(to, from);
    } catch (UnsupportedOperationException | FileSystemException e) {
      // Some file systems have no second names, some no room for more of them.
      Files.copy(from, to);
    }
  }

  /** Removes all copies. */
  void removeCopies() {
    remove(copies);
  }

  private static void remove(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> innermostFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path file : innermostFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new DataException("cannot remove %s: %s".formatted(folder, e), e);
    }
  }
}
