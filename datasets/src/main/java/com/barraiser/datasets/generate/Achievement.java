package com.barraiser.datasets.generate;

import static com.barraiser.datasets.generate.RowMarks.DAMAGE;
import static com.barraiser.datasets.generate.RowMarks.DUPLICATE;
import static com.barraiser.datasets.generate.RowMarks.HOTTEST;
import static com.barraiser.datasets.generate.RowMarks.LATE;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
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

  /** The same rows, measured as they pass. */
  Dataset<Row> observe(Dataset<Row> rows) {
    List<Column> shares = new ArrayList<>();
    for (String mark : List.of(HOTTEST, LATE, DUPLICATE)) {
      shares.add(share(col(mark)).as(mark));
    }
    shares.add(share(col(DAMAGE).isNotNull()).as(DAMAGE));
    further.forEach(mark -> shares.add(share(col(mark)).as(mark)));
    return rows.observe(observation, count(lit(1)).as(ROWS), shares.toArray(Column[]::new));
  }

  /** What came out; waits for the rows to be written. */
  Achieved achieved() {
    try {
      Map<String, Object> measured = observation.getAsJava();
      Map<String, Double> shares = new TreeMap<>();
      further.forEach(mark -> shares.put(mark, (Double) measured.get(mark)));
      return new Achieved(
          (Long) measured.get(ROWS),
          (Double) measured.get(HOTTEST),
          (Double) measured.get(LATE),
          (Double) measured.get(DUPLICATE),
          (Double) measured.get(DAMAGE),
          shares);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while writing", e);
    }
  }

  private static Column share(Column condition) {
    return coalesce(avg(condition.cast("double")), lit(0.0));
  }
}
