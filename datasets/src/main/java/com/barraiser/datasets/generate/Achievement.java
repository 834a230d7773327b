package com.barraiser.datasets.generate;

import static com.barraiser.datasets.generate.RowMarks.DAMAGE;
import static com.barraiser.datasets.generate.RowMarks.DUPLICATE;
import static com.barraiser.datasets.generate.RowMarks.HOTTEST;
import static com.barraiser.datasets.generate.RowMarks.LATE;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;

import com.barraiser.datasets.generate.Manifest.Achieved;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;

/** Measures one table's rows while they are written: what the manifest says was achieved. */
final class Achievement {

  private static final String ROWS = "rows";

  private final Observation observation = new Observation();
  private final List<String> further;

  /**
   * Prepares for one table.
   *
   * @param further columns of truth values whose shares are stated beside the usual ones
   */
  Achievement(String... further) {
    this.further = List.of(further);
  }

  /** What rows are like that are not written in one piece; computes them once more. */
  static Achieved of(Dataset<Row> rows) {
    Achievement achievement = new Achievement();
    achievement.observe(rows).write().format("noop").mode(SaveMode.Overwrite).save();
    return achievement.achieved();
  }

  /** The same rows, measured as they pass. */
  Dataset<Row> observe(Dataset<Row> rows) {
    List<Column> counts = new ArrayList<>();
    for (String mark : List.of(HOTTEST, LATE, DUPLICATE)) {
      counts.add(count_if(col(mark)).as(mark));
    }
    counts.add(count(col(DAMAGE)).as(DAMAGE));
    further.forEach(mark -> counts.add(count_if(col(mark)).as(mark)));
    return rows.observe(observation, count(lit(1)).as(ROWS), counts.toArray(Column[]::new));
  }

  /** What came out; waits for the rows to be written. */
  Achieved achieved() {
    try {
      Map<String, Object> counted = observation.getAsJava();
      Map<String, Double> shares = new TreeMap<>();
      further.forEach(mark -> shares.put(mark, share(mark, counted)));
      return new Achieved(
          (Long) counted.get(ROWS),
          share(HOTTEST, counted),
          share(LATE, counted),
          share(DUPLICATE, counted),
          share(DAMAGE, counted),
          shares);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while writing", e);
    }
  }

  private static double share(String mark, Map<String, Object> counted) {
    return (Long) counted.get(mark) / Math.max(1.0, (Long) counted.get(ROWS));
  }
}
