package com.barraiser.bench;

import com.barraiser.datasets.DataException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.util.List;
import java.util.stream.Stream;

/** Engines that stand beside the jar, not in it. */
final class Peers {

  private Peers() {}

  /**
   * The driver of an engine, from the class path or from a folder of jars.
   *
   * @throws DataException if it is in neither
   */
  static Driver driver(String className, Path folder) {
    try {
      return instance(Class.forName(className));
    } catch (ClassNotFoundException notOnTheClassPath) {
      return fromFolder(className, folder);
    }
  }

  /** The class loader stays open as long as the process: the driver loads more classes later. */
  @SuppressWarnings("resource")
  private static Driver fromFolder(String className, Path folder) {
    URLClassLoader loader =
        new URLClassLoader(jars(folder).toArray(URL[]::new), Peers.class.getClassLoader());
    try {
      return instance(Class.forName(className, true, loader));
    } catch (ClassNotFoundException e) {
      throw new DataException(
          "%s is in no jar of %s; build with scripts/barraiser, or leave the peer out"
              .formatted(className, folder),
          e);
    }
  }

  private static List<URL> jars(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).map(Peers::url).toList();
    } catch (IOException e) {
      throw new DataException("cannot read " + folder + ": " + e.getMessage(), e);
    }
  }

  private static URL url(Path file) {
    try {
      return file.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Driver instance(Class<?> type) {
    try {
      return (Driver) type.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getName() + " cannot be created", e);
    }
  }
}
