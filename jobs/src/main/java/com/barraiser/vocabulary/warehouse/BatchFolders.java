package com.barraiser.vocabulary.warehouse;

import com.barraiser.datasets.DataException;
import com.barraiser.datasets.Table;
import com.barraiser.datasets.read.Source;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Batches that lie in folders, with a file or folder for each feed by its name: one folder is one
 * batch, a folder of such folders is a batch for each that is not hidden, in the order of their
 * names.
 *
 * @param question whose feeds the batches have
 */
public record BatchFolders(StatefulQuestion question) implements Intake {

  @Override
  public List<Arrival> arrivals(Warehouse warehouse, String input, Map<String, String> settings) {
    Configuration hadoop = warehouse.spark().sessionState().newHadoopConf();
    if (isBatch(hadoop, input)) {
      return List.of(new BatchFolder(warehouse.spark(), question, input, settings));
    }
    List<Arrival> batches =
        folders(hadoop, input).stream()
            .filter(folder -> isBatch(hadoop, folder))
            .<Arrival>map(folder -> new BatchFolder(warehouse.spark(), question, folder, settings))
            .toList();
    if (batches.isEmpty()) {
      throw new DataException(
          "%s holds no batch: a folder with any of %s"
              .formatted(input, question.feeds().stream().map(Table::name).toList()));
    }
    return batches;
  }

  private boolean isBatch(Configuration hadoop, String folder) {
    return question.feeds().stream()
        .anyMatch(feed -> Source.locate(hadoop, folder, feed).isPresent());
  }

  private static List<String> folders(Configuration hadoop, String folder) {
    try {
      Path path = new Path(folder);
      FileSystem files = path.getFileSystem(hadoop);
      if (!files.exists(path)) {
        throw new DataException(folder + " does not exist");
      }
      return Arrays.stream(files.listStatus(path))
          .filter(FileStatus::isDirectory)
          .map(FileStatus::getPath)
          .filter(child -> !Source.isHidden(child.getName()))
          .map(Path::toString)
          .sorted()
          .toList();
    } catch (IOException | IllegalArgumentException e) {
      throw new DataException("cannot read " + folder + ": " + e.getMessage(), e);
    }
  }
}
