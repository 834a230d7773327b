package com.barraiser.datasets.write;

import com.barraiser.datasets.DataException;
import java.io.IOException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Writes lines that are ready-made, such as JSON with damaged lines among it. */
public final class LineWriter {

  private static final String SPARKS_EXTENSION = ".txt";

  private LineWriter() {}

  /**
   * Writes the one text column of the rows, a line each.
   *
   * @param folder a folder that does not exist yet
   * @param extension what the files' names end in, since a format is told by that
   */
  public static void write(Dataset<Row> lines, String folder, String extension) {
    lines.write().text(folder);
    Path path = new Path(folder);
    try {
      FileSystem files = path.getFileSystem(lines.sparkSession().sessionState().newHadoopConf());
      for (FileStatus file : files.listStatus(path)) {
        String name = file.getPath().getName();
        if (name.endsWith(SPARKS_EXTENSION)) {
          String stem = name.substring(0, name.length() - SPARKS_EXTENSION.length());
          Path named = new Path(path, stem + "." + extension);
          if (!files.rename(file.getPath(), named)) {
            throw new DataException("cannot write %s: it cannot be put in place".formatted(named));
          }
        }
      }
    } catch (IOException e) {
      throw new DataException("cannot write " + folder + ": " + e.getMessage(), e);
    }
  }
}
