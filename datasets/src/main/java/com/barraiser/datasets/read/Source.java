package com.barraiser.datasets.read;

import com.barraiser.datasets.DataException;
import com.barraiser.datasets.Format;
import com.barraiser.datasets.Table;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Where a table lies, and in what format.
 *
 * @param format the format of every file
 * @param paths the files or folders that were named, with their file system's scheme
 * @param files all files in them; none for a Delta table, whose log knows better
 * @param bytes how many bytes the files hold together
 */
public record Source(Format format, List<Path> paths, List<Path> files, long bytes) {

  private static final String DELTA_LOG = "_delta_log";
  private static final Pattern PATTERN_SIGN = Pattern.compile("[\\\\*?\\[\\]{}]");

  /**
   * Copies the lists.
   *
   * @throws DataException if a file cannot be read for its name
   */
  public Source {
    paths = List.copyOf(paths);
    files = List.copyOf(files);
    refuseColons(files);
  }

  /**
   * Finds a table of that name in a folder: {@code clicks/}, {@code clicks.parquet}, {@code
   * clicks.json.gz} and so on.
   *
   * @return where it lies, as a pattern that matches nothing else
   * @throws DataException if several files or folders could be the table, or the folder cannot be
   *     read
   */
  public static Optional<String> locate(Configuration hadoop, String folder, Table table) {
    Path path = path(folder);
    try {
      FileSystem files = path.getFileSystem(hadoop);
      if (!files.exists(path) || !files.getFileStatus(path).isDirectory()) {
        return Optional.empty();
      }
      List<Path> found =
          Arrays.stream(files.listStatus(path))
              .map(FileStatus::getPath)
              .filter(place -> isTable(place.getName(), table))
              .sorted()
              .toList();
      if (found.size() > 1) {
        String names = found.stream().map(Path::getName).collect(Collectors.joining(" or "));
        throw new DataException(
            "%s could be read from %s: name one with --input %s=PATH"
                .formatted(table.name(), names, table.name()));
      }
      return found.stream().findFirst().map(Source::literal);
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  /**
   * Recognizes the format of a file, a folder or a glob pattern, by name or by what lies in it.
   *
   * @throws DataException if nothing is there, or the format cannot be told or is not one
   */
  public static Source at(Configuration hadoop, String location) {
    Path path = path(location);
    try {
      FileSystem files = path.getFileSystem(hadoop);
      List<FileStatus> found = visible(location, matches(files, location));
      List<Path> roots = found.stream().map(FileStatus::getPath).toList();
      for (FileStatus root : found) {
        // HDFS refuses to say what lies below a file, to all but a superuser.
        if (root.isDirectory() && files.exists(new Path(root.getPath(), DELTA_LOG))) {
          return delta(location, roots);
        }
      }
      List<FileStatus> contents = new ArrayList<>();
      for (Path root : roots) {
        contents.addAll(visibleFiles(files, root, "name it itself, or write its rows as files"));
      }
      long bytes = contents.stream().mapToLong(FileStatus::getLen).sum();
      List<Path> paths = contents.stream().map(FileStatus::getPath).sorted().toList();
      return new Source(commonFormat(location, contents), roots, paths, bytes);
    } catch (IOException e) {
      throw unreadable(location, e);
    }
  }

  /** Whether Spark passes a file or folder of that name by. */
  public static boolean isHidden(String name) {
    return name.startsWith("_") && !name.contains("=") || name.startsWith(".");
  }

  /**
   * What a path stands for: what it matches where it is a pattern that matches anything, else what
   * has that very name, which may have signs that patterns cannot have, such as colons.
   */
  private static FileStatus[] matches(FileSystem files, String location) throws IOException {
    Path path = path(location);
    FileStatus[] matches = null;
    String broken = "";
    if (PATTERN_SIGN.matcher(path.toString()).find()) {
      try {
        matches = files.globStatus(path);
      } catch (IOException | IllegalArgumentException e) {
        broken = ", and is no pattern: " + e.getMessage();
      }
    }
    if (matches != null && matches.length > 0) {
      return matches;
    }
    if (!files.exists(path)) {
      throw new DataException(location + " does not exist" + broken);
    }
    return new FileStatus[] {files.getFileStatus(path)};
  }

  /** The pattern that matches this path and nothing else. */
  private static String literal(Path path) {
    return PATTERN_SIGN.matcher(path.toString()).replaceAll("\\\\$0");
  }

  /**
   * Files that Spark and Hadoop read too: neither they nor a folder above them is hidden. Listed
   * folder by folder: with all of its files located at once, a local folder costs a process a file.
   *
   * @param insteadOfDelta what to do where a folder is a Delta table
   * @throws DataException if one is
   */
  public static List<FileStatus> visibleFiles(FileSystem files, Path root, String insteadOfDelta)
      throws IOException {
    List<FileStatus> visible = new ArrayList<>();
    Deque<Path> folders = new ArrayDeque<>(List.of(root));
    while (!folders.isEmpty()) {
      for (FileStatus child : children(files, folders.pop(), insteadOfDelta)) {
        if (!isHidden(child.getPath().getName())) {
          if (child.isDirectory()) {
            folders.push(child.getPath());
          } else {
            visible.add(child);
          }
        }
      }
    }
    return visible;
  }

  /**
   * What lies in a folder, hidden or not.
   *
   * @param insteadOfDelta what to do where the folder is a Delta table
   * @throws DataException if it is one
   */
  public static List<FileStatus> children(FileSystem files, Path folder, String insteadOfDelta)
      throws IOException {
    List<FileStatus> children = List.of(files.listStatus(folder));
    if (children.stream().anyMatch(child -> child.getPath().getName().equals(DELTA_LOG))) {
      throw new DataException(
          "%s is a Delta table, among whose files are rows that it no longer has: %s"
              .formatted(folder, insteadOfDelta));
    }
    return children;
  }

  /** What was named itself may be hidden if it is a folder; what a pattern matched may not. */
  private static List<FileStatus> visible(String location, FileStatus[] matches) {
    boolean named =
        matches.length == 1 && matches[0].getPath().getName().equals(path(location).getName());
    if (named && matches[0].isFile() && isHidden(matches[0].getPath().getName())) {
      throw new DataException(
          location
              + " is a hidden file, which Hadoop does not read; name it without the first sign");
    }
    List<FileStatus> visible =
        Arrays.stream(matches)
            .filter(match -> named || !isHidden(match.getPath().getName()))
            .toList();
    if (visible.isEmpty()) {
      throw new DataException(location + " matches hidden files only");
    }
    return visible;
  }

  /** Hadoop looks for the checksums of a local file under a name that would then be no path. */
  private static void refuseColons(List<Path> files) {
    for (Path file : files) {
      if (file.getName().contains(":") && "file".equals(file.toUri().getScheme())) {
        throw new DataException(
            file + " has a colon in its name, with which Hadoop reads no local file");
      }
    }
  }

  private static boolean isTable(String fileName, Table table) {
    return fileName.equals(table.name())
        || fileName.startsWith(table.name() + ".") && Format.ofFile(fileName).isPresent();
  }

  private static Source delta(String location, List<Path> roots) {
    if (roots.size() > 1) {
      throw new DataException(location + " matches several Delta tables; name one");
    }
    return new Source(Format.DELTA, roots, List.of(), 0);
  }

  private static Format commonFormat(String location, List<FileStatus> contents) {
    if (contents.isEmpty()) {
      throw new DataException(location + " holds no data files");
    }
    Set<String> unknown = new TreeSet<>();
    Set<Format> formats = new TreeSet<>();
    for (FileStatus file : contents) {
      String name = file.getPath().getName();
      Format.ofFile(name).ifPresentOrElse(formats::add, () -> unknown.add(name));
    }
    if (!unknown.isEmpty()) {
      throw new DataException(
          "the format of %s cannot be told from its name: end it in .json, .csv or .parquet"
              .formatted(unknown.iterator().next()));
    }
    if (formats.size() > 1) {
      String mixture = formats.stream().map(Format::key).collect(Collectors.joining(" and "));
      throw new DataException(location + " holds files of several formats, " + mixture);
    }
    Format format = formats.iterator().next();
    if (format == Format.DELTA) {
      throw new DataException(location + " is no Delta table: it has no folder " + DELTA_LOG);
    }
    return format;
  }

  /**
   * The files as patterns that match nothing else: Spark and Hadoop take every path for a pattern.
   */
  String[] literalFiles() {
    return (files.isEmpty() ? paths : files).stream().map(Source::literal).toArray(String[]::new);
  }

  private static Path path(String location) {
    try {
      return new Path(location);
    } catch (IllegalArgumentException e) {
      throw new DataException("'" + location + "' is not a path: " + e.getMessage(), e);
    }
  }

  private static DataException unreadable(String location, IOException e) {
    return new DataException("cannot read " + location + ": " + e.getMessage(), e);
  }
}
