package com.barraiser.vocabulary.warehouse;

import com.barraiser.datasets.Table;
import com.barraiser.datasets.read.Source;
import com.barraiser.datasets.read.TableInput;
import com.barraiser.datasets.read.TableReader;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Tables;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A batch in a folder. */
final class BatchFolder implements Arrival {

  private final SparkSession spark;
  private final StatefulQuestion question;
  private final String folder;
  private final Map<String, String> settings;
  private Map<String, TableInput> opened = Map.of();

  BatchFolder(
      SparkSession spark, StatefulQuestion question, String folder, Map<String, String> settings) {
    this.spark = spark;
    this.question = question;
    this.folder = folder;
    this.settings = settings;
  }

  @Override
  public String name() {
    return new Path(folder).getName();
  }

  @Override
  public Tables tables() {
    Map<String, Dataset<Row>> rows = new LinkedHashMap<>();
    Map<String, Dataset<Row>> lines = new LinkedHashMap<>();
    feeds()
        .forEach(
            (feed, input) -> {
              rows.put(feed, input.rows());
              input.lines().ifPresent(text -> lines.put(feed, text));
            });
    return new Tables(rows, lines);
  }

  @Override
  public Parameters parameters() {
    return Parameters.of(question, settings, tables());
  }

  @Override
  public Map<String, Map<String, Long>> rejectCounts() {
    Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
    feeds().forEach((feed, input) -> counts.put(feed, input.rejectCounts()));
    counts.values().removeIf(Map::isEmpty);
    return counts;
  }

  @Override
  public Dataset<Row> rejects() {
    return feeds().values().stream().map(TableInput::rejects).reduce(Dataset::union).orElseThrow();
  }

  private Map<String, TableInput> feeds() {
    if (opened.isEmpty()) {
      Configuration hadoop = spark.sessionState().newHadoopConf();
      Map<String, TableInput> inputs = new LinkedHashMap<>();
      question.feeds().forEach(feed -> inputs.put(feed.name(), open(hadoop, feed)));
      opened = inputs;
    }
    return opened;
  }

  private TableInput open(Configuration hadoop, Table feed) {
    return Source.locate(hadoop, folder, feed)
        .map(location -> TableReader.open(spark, feed, Source.at(hadoop, location)))
        .orElseGet(() -> TableReader.absent(spark, feed));
  }
}
