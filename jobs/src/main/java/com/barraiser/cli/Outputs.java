package com.barraiser.cli;

import com.barraiser.datasets.DataException;
import com.barraiser.datasets.Format;
import com.barraiser.datasets.write.StagedFolder;
import com.barraiser.datasets.write.StagedFolder.Overwrite;
import com.barraiser.datasets.write.TableWriter;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The folders that a run writes: the answer and the rejected rows. */
final class Outputs implements AutoCloseable {

  private final Optional<StagedFolder> answer;
  private final Optional<StagedFolder> rejects;

  private Outputs(Optional<StagedFolder> answer, Optional<StagedFolder> rejects) {
    this.answer = answer;
    this.rejects = rejects;
  }

  /**
   * Checks where the folders shall stand before anything is computed.
   *
   * @throws DataException if a folder exists and may not be replaced, or lies in an input or in the
   *     other output, or the other way around
   */
  static Outputs prepare(
      SparkSession spark,
      Optional<String> answer,
      Optional<String> rejects,
      boolean overwrite,
      List<Path> inputs) {
    Configuration hadoop = spark.sessionState().newHadoopConf();
    List<Path> taken = new ArrayList<>(inputs);
    Overwrite policy = overwrite ? Overwrite.REPLACE : Overwrite.REFUSE;
    List<Optional<StagedFolder>> folders = new ArrayList<>();
    for (Optional<String> place : List.of(answer, rejects)) {
      Optional<StagedFolder> folder = place.map(path -> StagedFolder.at(hadoop, path, policy));
      folder.ifPresent(staged -> claim(staged.place(), taken));
      folders.add(folder);
    }
    return new Outputs(folders.get(0), folders.get(1));
  }

  /**
   * Adds a place to those that are taken.
   *
   * @throws DataException if it lies in one of them, or the other way around
   */
  static void claim(Path place, List<Path> taken) {
    for (Path other : taken) {
      if (contains(real(place), real(other)) || contains(real(other), real(place))) {
        throw new DataException(
            "%s cannot be written: it overlaps with %s; choose another path"
                .formatted(place, other));
      }
    }
    taken.add(place);
  }

  /** The path without symbolic links, where it is on this machine's disk. */
  private static Path real(Path path) {
    if (!"file".equals(path.toUri().getScheme())) {
      return path;
    }
    File file = new File(path.toUri().getPath());
    try {
      return new Path(new Path("file:///"), new Path(file.getCanonicalPath()));
    } catch (IOException e) {
      throw new DataException("cannot resolve " + path + ": " + e.getMessage(), e);
    }
  }

  private static boolean contains(Path folder, Path path) {
    return Stream.iterate(path, step -> step != null, Path::getParent).anyMatch(folder::equals);
  }

  /** Writes the answer beside its place. */
  void writeAnswer(Dataset<Row> rows, Format format) {
    answer.ifPresent(folder -> TableWriter.write(rows, format, folder.staging()));
  }

  /** Writes the rejected rows beside their place. */
  void writeRejects(Dataset<Row> rows) {
    rejects.ifPresent(folder -> TableWriter.write(rows, Format.JSON, folder.staging()));
  }

  /** Puts everything in its place; the answer last. */
  void publish() {
    rejects.ifPresent(StagedFolder::publish);
    answer.ifPresent(StagedFolder::publish);
  }

  /** Removes what has not been published. */
  @Override
  public void close() {
    try {
      rejects.ifPresent(StagedFolder::close);
    } finally {
      answer.ifPresent(StagedFolder::close);
    }
  }
}
