package com.barraiser.datasets.generate;

import static com.barraiser.datasets.generate.RowMarks.DAMAGE;
import static com.barraiser.datasets.generate.RowMarks.DUPLICATE;
import static com.barraiser.datasets.generate.RowMarks.HOTTEST;
import static com.barraiser.datasets.generate.RowMarks.LATE;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import com.barraiser.datasets.generate.Manifest.Achieved;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/**
 * Measures one table's rows while they are written: what the manifest says was achieved. A filter
 * that lets every row pass counts them. {@link Dataset#observe} would be the usual way, but splits
 * the loop that Spark generates in two and copies each row between them, which took a fifth of the
 * time of writing Parquet and two thirds of that of JSON Lines.
 */
final class Achievement {

  private final List<String> marks = new ArrayList<>(List.of(HOTTEST, LATE, DUPLICATE, DAMAGE));
  private final List<String> further;
  private final MarkCounts counts;

  /**
   * Prepares for one table.
   *
   * @param further columns of truth values whose shares are stated beside the usual ones
   */
  Achievement(String... further) {
    this.further = List.of(further);
    marks.addAll(this.further);
    counts = new MarkCounts(marks.size());
  }

  /** What rows are like that are not written in one piece; computes them once more. */
  static Achieved of(Dataset<Row> rows) {
    Achievement achievement = new Achievement();
    achievement.observe(rows).write().format("noop").mode(SaveMode.Overwrite).save();
    return achievement.achieved();
  }

  /** The same rows, measured as they pass; for rows that are written once and not read again. */
  Dataset<Row> observe(Dataset<Row> rows) {
    MarkCounts countsOfTask = counts;
    rows.sparkSession().sparkContext().register(countsOfTask);
    UDF1<Integer, Boolean> count =
        set -> {
          countsOfTask.add(set);
          return true;
        };
    return rows.filter(udf(count, DataTypes.BooleanType).asNondeterministic().apply(marksAsBits()));
  }

  /** What came out, once the rows are written. */
  Achieved achieved() {
    Map<String, Double> shares = new TreeMap<>();
    further.forEach(mark -> shares.put(mark, share(mark)));
    return new Achieved(
        counts.rows(), share(HOTTEST), share(LATE), share(DUPLICATE), share(DAMAGE), shares);
  }

  /** The marks of a row as bits. */
  private Column marksAsBits() {
    Column set = lit(0);
    for (String mark : marks) {
      Column isMarked = mark.equals(DAMAGE) ? col(mark).isNotNull() : col(mark);
      set = set.plus(when(isMarked, 1 << marks.indexOf(mark)).otherwise(0));
    }
    return set;
  }

  private double share(String mark) {
    return counts.rowsWith(marks.indexOf(mark)) / Math.max(1.0, counts.rows());
  }
}
