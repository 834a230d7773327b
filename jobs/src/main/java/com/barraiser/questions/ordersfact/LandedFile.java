package com.barraiser.questions.ordersfact;

import com.barraiser.datasets.DataException;
import com.barraiser.datasets.read.Source;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.catalyst.catalog.ExternalCatalogUtils;

/**
 * A file in a landing zone, under {@code event_date=…/marketplace_id=…}.
 *
 * @param partition the day and the marketplace that its folders name
 * @param path where it lies
 * @param name its path below the landing zone
 * @param bytes its size
 * @param modifiedAt when it was written
 */
record LandedFile(PartitionName partition, Path path, String name, long bytes, Instant modifiedAt) {

  private static final String DAY = "event_date=";
  private static final String MARKETPLACE = "marketplace_id=";

  private static final String INSTEAD_OF_DELTA = "write them as files to another folder";

  /**
   * A day of a marketplace, as folders name it.
   *
   * @param day the day
   * @param marketplace the marketplace
   */
  record PartitionName(LocalDate day, String marketplace) {}

  /**
   * All files of a landing zone; what is hidden, or stands beside the days' folders, is none.
   *
   * @throws DataException if the folder cannot be read, has no days, a day that is none, or a
   *     folder of no marketplace, as Spark writes for rows without one
   */
  static List<LandedFile> in(Configuration hadoop, String landing) {
    try {
      Path root = new Path(landing);
      FileSystem files = root.getFileSystem(hadoop);
      if (!files.exists(root)) {
        throw new DataException(landing + " does not exist");
      }
      List<FileStatus> days = folders(files, root, DAY);
      if (days.isEmpty()) {
        throw new DataException(
            landing + " is no landing zone: it has no folder event_date=YYYY-MM-DD");
      }
      List<LandedFile> found = new ArrayList<>();
      for (FileStatus day : days) {
        for (FileStatus marketplace : folders(files, day.getPath(), MARKETPLACE)) {
          found.addAll(ofPartition(files, day.getPath(), marketplace.getPath()));
        }
      }
      return found;
    } catch (IOException | IllegalArgumentException e) {
      throw new DataException("cannot read " + landing + ": " + e.getMessage(), e);
    }
  }

  /** Folders below that of the marketplace tell nothing more; what is in them has landed too. */
  private static List<LandedFile> ofPartition(FileSystem files, Path day, Path marketplace)
      throws IOException {
    PartitionName partition = new PartitionName(day(day), marketplace(marketplace));
    String place = day.getName() + "/" + marketplace.getName();
    return Source.visibleFiles(files, marketplace, INSTEAD_OF_DELTA).stream()
        .map(
            file ->
                new LandedFile(
                    partition,
                    file.getPath(),
                    place + below(marketplace, file.getPath()),
                    file.getLen(),
                    Instant.ofEpochMilli(file.getModificationTime())))
        .toList();
  }

  private static String below(Path folder, Path file) {
    return file.toString().substring(folder.toString().length());
  }

  private static List<FileStatus> folders(FileSystem files, Path folder, String prefix)
      throws IOException {
    return Source.children(files, folder, INSTEAD_OF_DELTA).stream()
        .filter(status -> status.isDirectory() && status.getPath().getName().startsWith(prefix))
        .toList();
  }

  private static LocalDate day(Path folder) {
    String text = value(folder, DAY);
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new DataException(folder + " names no day; it must be like event_date=2024-01-07", e);
    }
  }

  private static String marketplace(Path folder) {
    String text = value(folder, MARKETPLACE);
    if (text.isEmpty() || text.equals(ExternalCatalogUtils.DEFAULT_PARTITION_NAME())) {
      throw new DataException(
          folder
              + " names no marketplace: move its files to a folder such as marketplace_id=US, or"
              + " remove it");
    }
    return text;
  }

  /** What a folder's name says; signs that a path cannot hold are written as {@code %2F}. */
  private static String value(Path folder, String prefix) {
    return ExternalCatalogUtils.unescapePathName(folder.getName().substring(prefix.length()));
  }
}
