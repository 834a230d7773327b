package com.barraiser.datasets.generate;

import com.barraiser.datasets.DataException;
import com.barraiser.datasets.Format;
import com.barraiser.datasets.tables.OrderLines;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Lays order lines out as a landing zone has them. */
final class LandingFolders {

  private static final String WRITING = "_writing";

  private LandingFolders() {}

  /**
   * Writes a file for every day, marketplace and day of arrival, or several where Spark cuts them,
   * as in {@code event_date=2024-03-01/marketplace_id=US/arrived-2024-03-02.json}.
   */
  static void write(Dataset<Row> lines, Format format, String folder) {
    Path writing = new Path(folder, WRITING);
    TableFiles.writeInFolders(
        OrderLines.LANDED,
        lines,
        format,
        writing.toString(),
        List.of(OrderLines.EVENT_DATE, OrderLines.MARKETPLACE_ID, LandingGenerator.ARRIVED));
    try {
      FileSystem files = writing.getFileSystem(lines.sparkSession().sessionState().newHadoopConf());
      for (Path file : filesBelow(files, writing)) {
        Path arrived = file.getParent();
        Path marketplace = arrived.getParent();
        Path day = new Path(folder, marketplace.getParent().getName());
        Path place = new Path(day, marketplace.getName());
        files.mkdirs(place);
        String name = arrived.getName().replace('=', '-');
        move(files, file, place, name, ending(file.getName(), format));
      }
      files.delete(writing, true);
    } catch (IOException e) {
      throw new DataException("cannot write " + folder + ": " + e.getMessage(), e);
    }
  }

  /** Where Spark has cut what arrived into several files, all but one have a number. */
  private static void move(FileSystem files, Path file, Path folder, String name, String ending)
      throws IOException {
    Path place = new Path(folder, name + ending);
    for (int further = 1; files.exists(place); further++) {
      place = new Path(folder, name + "-" + further + ending);
    }
    if (!files.rename(file, place)) {
      throw new DataException("cannot write %s: it cannot be put in place".formatted(place));
    }
  }

  private static List<Path> filesBelow(FileSystem files, Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    RemoteIterator<LocatedFileStatus> all = files.listFiles(folder, true);
    while (all.hasNext()) {
      Path file = all.next().getPath();
      if (file.getName().startsWith("part-")) {
        found.add(file);
      }
    }
    // Nobody sorts the files of a local folder, and the first has no number.
    found.sort(Comparator.naturalOrder());
    return found;
  }

  /** Spark's own ending, which names the compression; that of text is not the format's. */
  private static String ending(String fileName, Format format) {
    return format == Format.JSON ? ".json" : fileName.replaceFirst(".*\\.c[0-9]+", "");
  }
}
