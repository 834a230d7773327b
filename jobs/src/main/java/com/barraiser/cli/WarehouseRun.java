package com.barraiser.cli;

import com.barraiser.datasets.DataException;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.warehouse.Arrival;
import com.barraiser.vocabulary.warehouse.Deadline;
import com.barraiser.vocabulary.warehouse.Refresh;
import com.barraiser.vocabulary.warehouse.StatefulQuestion;
import com.barraiser.vocabulary.warehouse.Warehouse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Loads what has arrived into a warehouse.
 *
 * @param question what the warehouse is for
 * @param refresh how its tables are brought up to date
 * @param settings the values that the user set
 * @param rejects where the rejected rows go
 * @param overwrite whether what stands there may be replaced
 */
record WarehouseRun(
    StatefulQuestion question,
    Refresh refresh,
    Map<String, String> settings,
    Optional<String> rejects,
    boolean overwrite) {

  /**
   * Loads every batch that waits, and reports.
   *
   * @return whether the deadline of every batch was met
   */
  boolean load(
      SparkSession spark, String input, String folder, WarehouseReport report, PrintWriter err) {
    Warehouse warehouse = Warehouse.at(spark, folder);
    // A table would be taken for a batch, or take its place; so would rejected rows.
    List<Path> taken = new ArrayList<>(List.of(place(spark, input)));
    Outputs.claim(new Path(warehouse.folder()), taken);
    Outputs target = Outputs.prepare(spark, Optional.empty(), rejects, overwrite, taken);
    report.before(warehouse);
    List<Arrival> arrivals = question.intake().arrivals(warehouse, input, settings);
    boolean met;
    try (target) {
      met = load(warehouse, arrivals, target, report, err);
    } finally {
      arrivals.forEach(Arrival::close);
    }
    report.after(warehouse);
    return met;
  }

  /** A batch is noted as loaded when its rejected rows are in their place: it is not read again. */
  private boolean load(
      Warehouse warehouse,
      List<Arrival> arrivals,
      Outputs target,
      WarehouseReport report,
      PrintWriter err) {
    List<Dataset<Row>> rejected = new ArrayList<>();
    boolean met = true;
    for (Arrival arrival : arrivals) {
      Parameters parameters = arrival.parameters();
      Optional<Deadline> deadline = question.deadline(parameters, Clock.systemUTC(), say(err));
      Warehouse watched = deadline.map(warehouse::watchedBy).orElse(warehouse);
      refresh.refresh(watched, arrival.tables(), parameters);
      rejected.add(arrival.rejects());
      report.loaded(arrival, parameters);
      report.maintained(question.maintain(warehouse, parameters));
      met &= deadline.map(Deadline::isMet).orElse(true);
    }
    rejected.stream()
        .reduce(Dataset::union)
        .ifPresent(
            rows -> {
              target.writeRejects(rows);
              target.publish();
            });
    arrivals.forEach(Arrival::loaded);
    return met;
  }

  private static Deadline.Voice say(PrintWriter err) {
    return line -> {
      err.println(line);
      err.flush();
    };
  }

  private static Path place(SparkSession spark, String input) {
    try {
      Path path = new Path(input);
      return path.getFileSystem(spark.sessionState().newHadoopConf()).makeQualified(path);
    } catch (IOException | IllegalArgumentException e) {
      throw new DataException("cannot read %s: %s".formatted(input, e.getMessage()), e);
    }
  }
}
