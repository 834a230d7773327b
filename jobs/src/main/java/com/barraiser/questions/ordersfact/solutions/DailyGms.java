package com.barraiser.questions.ordersfact.solutions;

import static com.barraiser.datasets.tables.OrderLines.CANCELED;
import static com.barraiser.datasets.tables.OrderLines.DISCOUNT;
import static com.barraiser.datasets.tables.OrderLines.ITEM_PRICE;
import static com.barraiser.datasets.tables.OrderLines.ORDER_STATUS;
import static com.barraiser.datasets.tables.OrderLines.QTY;
import static com.barraiser.questions.ordersfact.OrdersFact.COMPLETE;
import static com.barraiser.questions.ordersfact.OrdersFact.CONTROL;
import static com.barraiser.questions.ordersfact.OrdersFact.FACT;
import static com.barraiser.questions.ordersfact.OrdersFact.GMS;
import static com.barraiser.questions.ordersfact.OrdersFact.GMS_TABLE;
import static com.barraiser.questions.ordersfact.OrdersFact.IS_COMPLETE;
import static com.barraiser.questions.ordersfact.OrdersFact.PARTITION;
import static com.barraiser.questions.ordersfact.OrdersFact.STATUS;
import static com.barraiser.questions.ordersfact.OrdersFact.UNITS;
import static com.barraiser.vocabulary.warehouse.Sides.NEW;
import static com.barraiser.vocabulary.warehouse.Sides.OLD;
import static com.barraiser.vocabulary.warehouse.Sides.before;
import static com.barraiser.vocabulary.warehouse.Sides.coming;
import static com.barraiser.vocabulary.warehouse.Sides.same;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import com.barraiser.vocabulary.warehouse.Warehouse;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;

/** Keeps {@code daily_gms}: sums over the fact, computed anew where the fact has changed. */
public final class DailyGms {

  private DailyGms() {}

  /** Brings some partitions up to date, in one commit or in none. */
  public static void merge(Warehouse warehouse, Partitions partitions) {
    warehouse.change(
        "merge " + GMS_TABLE,
        () -> untilNobodyWrites(warehouse, () -> mergeOnce(warehouse, partitions)));
  }

  /** Computes and writes all partitions, in one commit. */
  public static void rebuild(Warehouse warehouse) {
    warehouse.change(
        "rebuild " + GMS_TABLE, () -> untilNobodyWrites(warehouse, () -> overwrite(warehouse)));
  }

  /**
   * Sums are no maxima: of two runs at once the one that read the fact first might write last. So a
   * run looks again after it has written, and repeats itself until the fact and the control are
   * still those that it read.
   */
  private static void untilNobodyWrites(Warehouse warehouse, Runnable write) {
    long fact;
    long control;
    do {
      fact = warehouse.version(FACT);
      control = warehouse.version(CONTROL);
      write.run();
    } while (fact != warehouse.version(FACT) || control != warehouse.version(CONTROL));
  }

  private static void overwrite(Warehouse warehouse) {
    rows(warehouse, lit(true))
        .write()
        .format("delta")
        .mode(SaveMode.Overwrite)
        .save(warehouse.path(GMS_TABLE));
  }

  private static void mergeOnce(Warehouse warehouse, Partitions partitions) {
    Dataset<Row> changes = changes(warehouse, partitions).persist();
    try {
      if (!changes.isEmpty()) {
        write(warehouse, partitions, changes);
      }
    } finally {
      changes.unpersist();
    }
  }

  /** The rows that are to change; a partition that has lost its last line has no sums in them. */
  static Dataset<Row> changes(Warehouse warehouse, Partitions partitions) {
    Dataset<Row> now = rows(warehouse, partitions.contain());
    Dataset<Row> stored = warehouse.table(GMS_TABLE).filter(partitions.contain());
    Column hasNoLines = coming(PARTITION.get(0)).isNull();
    return now.as(NEW)
        .join(stored.as(OLD), same(PARTITION), "full_outer")
        .filter(differ(GMS).or(differ(UNITS)).or(differ(IS_COMPLETE)).or(hasNoLines))
        .select(
            coalesce(coming(PARTITION.get(0)), before(PARTITION.get(0))).as(PARTITION.get(0)),
            coalesce(coming(PARTITION.get(1)), before(PARTITION.get(1))).as(PARTITION.get(1)),
            coming(GMS),
            coming(UNITS),
            coming(IS_COMPLETE));
  }

  /** Another run may have taken a row away since the changes were looked up. */
  static void write(Warehouse warehouse, Partitions partitions, Dataset<Row> changes) {
    warehouse
        .delta(GMS_TABLE)
        .as(OLD)
        .merge(changes.as(NEW), partitions.contain(OLD).and(same(PARTITION)))
        .whenMatched(coming(GMS).isNull())
        .delete()
        .whenMatched()
        .updateAll()
        .whenNotMatched(coming(GMS).isNotNull())
        .insertAll()
        .execute();
  }

  private static Column differ(String column) {
    return not(before(column).eqNullSafe(coming(column)));
  }

  /** The rows of some partitions as the fact and the control say now. */
  private static Dataset<Row> rows(Warehouse warehouse, Column partitions) {
    Column counts = col(ORDER_STATUS).notEqual(CANCELED);
    Column amount = col(QTY).cast("decimal(10,0)").multiply(col(ITEM_PRICE)).minus(col(DISCOUNT));
    Dataset<Row> control =
        warehouse.table(CONTROL).select(col(PARTITION.get(0)), col(PARTITION.get(1)), col(STATUS));
    return warehouse
        .table(FACT)
        .filter(partitions)
        .groupBy(col(PARTITION.get(0)), col(PARTITION.get(1)))
        .agg(
            sum(when(counts, amount).otherwise(0)).cast("decimal(28,2)").as(GMS),
            sum(when(counts, col(QTY)).otherwise(0)).as(UNITS))
        .join(control, PARTITION.toArray(String[]::new), "left_outer")
        .select(
            col(PARTITION.get(0)),
            col(PARTITION.get(1)),
            col(GMS),
            col(UNITS),
            coalesce(col(STATUS).equalTo(COMPLETE), lit(false)).as(IS_COMPLETE));
  }
}
