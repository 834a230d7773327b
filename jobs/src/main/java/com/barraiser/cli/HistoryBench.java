package com.barraiser.cli;

import com.barraiser.bench.Contest;
import com.barraiser.bench.HistoryContest;
import com.barraiser.bench.Scale;
import com.barraiser.bench.Setup;
import com.barraiser.datasets.generate.Knobs;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.warehouse.Arrival;
import com.barraiser.vocabulary.warehouse.BatchFolders;
import com.barraiser.vocabulary.warehouse.Refresh;
import com.barraiser.vocabulary.warehouse.StatefulQuestion;
import com.barraiser.vocabulary.warehouse.Warehouse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;

/**
 * A question about a warehouse: what one more day costs after histories of some lengths.
 *
 * @param common what is the same for every question
 * @param question the question
 * @param rowsPerDay how many rows arrive on a day
 * @param days the lengths of history
 */
record HistoryBench(Common common, StatefulQuestion question, long rowsPerDay, List<Long> days)
    implements Bench {

  /** Where nothing is ever late, nothing old is ever touched. */
  private static final Map<String, String> USUAL = Map.of("late", "0.02");

  @Override
  public void check(List<Map<String, String>> combinations) {
    Parameters.check(question, common.settings());
    common.approaches(question);
    if (days.stream().anyMatch(length -> length < 1)) {
      throw new IllegalArgumentException("--history is a number of days, at least 1");
    }
    combinations.forEach(combination -> days.forEach(length -> knobs(combination, length)));
  }

  @Override
  public List<Long> sizes() {
    return days;
  }

  @Override
  public Map<String, String> settings(SparkSession spark) {
    return Sessions.forBatches(spark);
  }

  @Override
  public void generate(SparkSession spark, Map<String, String> combination, long length) {
    data(spark, combination, length);
  }

  private String data(SparkSession spark, Map<String, String> combination, long length) {
    return DataSets.history(spark, question, knobs(combination, length), common.format());
  }

  @Override
  public Contest contest(SparkSession spark, Map<String, String> combination, long length) {
    String data = data(spark, combination, length);
    Warehouse unused = Warehouse.at(spark, data);
    List<Arrival> batches = new BatchFolders(question).arrivals(unused, data, common.settings());
    Setup setup =
        new Setup(
            question.name(),
            new Scale(Scale.Unit.HISTORY, length),
            rowsPerDay * length,
            combination,
            common.runs(),
            common.limit());
    List<Refresh> refreshes =
        common.approaches(question).stream().map(Refresh.class::cast).toList();
    return new HistoryContest(
        setup, question, refreshes, batches.get(0), batches.get(1), Path.of(data + "-warehouses"));
  }

  /** The last of the days is the one that is measured. */
  private Knobs knobs(Map<String, String> combination, long length) {
    Map<String, String> vary = new TreeMap<>(combination);
    if (vary.putIfAbsent("days", String.valueOf(length + 1)) != null) {
      throw new IllegalArgumentException("the days of a warehouse vary with --history");
    }
    Knobs knobs = Variations.knobs(question, rowsPerDay * (length + 1), vary, USUAL);
    question.generator().checkHistory(knobs);
    return knobs;
  }
}
