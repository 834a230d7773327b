package com.barraiser.questions.joborder.solutions;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Jobs whose level is another job's level plus a number. That other job may have a pointer itself;
 * going two steps at once, then four, then eight, brings every pointer to a job that has none in as
 * many joins as the longest way has binary digits.
 */
final class Pointers {

  /** The column for the job that points, as a number. */
  static final String POINTER = "pointer";

  /** The column for the job that it points to. */
  static final String BASE = "base";

  /** The column for how far above that one's level its own is. */
  static final String ABOVE = "above";

  /** The column that says that a pointer leads to itself, or to one that does. */
  static final String IS_CIRCULAR = "is_circular";

  private Pointers() {}

  /**
   * The same pointers with bases that do not point further, save for circular ones.
   *
   * @param pointers {@link #POINTER}, {@link #BASE} and {@link #ABOVE}, one row per pointer
   */
  static Dataset<Row> resolved(Dataset<Row> pointers) {
    Dataset<Row> resolved = Rounds.cut(pointers.withColumn(IS_CIRCULAR, lit(true)));
    long most = resolved.count();
    for (long steps = 1; steps <= 2 * most && hasNext(resolved); steps *= 2) {
      resolved = Rounds.cut(jumped(resolved));
    }
    return resolved;
  }

  private static boolean hasNext(Dataset<Row> pointers) {
    return !pointers.filter(col(IS_CIRCULAR)).isEmpty();
  }

  /** Each pointer follows that of its base, where there is one. */
  private static Dataset<Row> jumped(Dataset<Row> pointers) {
    Dataset<Row> further =
        pointers.select(
            col(POINTER).as("via"), col(BASE).as("further_base"), col(ABOVE).as("further_above"));
    Column base = coalesce(col("further_base"), col(BASE));
    Column above = col(ABOVE).plus(coalesce(col("further_above"), lit(0L)));
    return pointers
        .join(further, col(BASE).equalTo(col("via")), "left")
        .select(
            col(POINTER),
            base.as(BASE),
            above.as(ABOVE),
            col("further_base").isNotNull().as(IS_CIRCULAR));
  }
}
