package com.barraiser.questions.ordersfact.solutions;

import static com.barraiser.questions.ordersfact.OrdersFact.FACT;
import static com.barraiser.vocabulary.warehouse.Sides.NEW;
import static com.barraiser.vocabulary.warehouse.Sides.OLD;

import com.barraiser.datasets.tables.OrderLines;
import com.barraiser.vocabulary.Tables;
import com.barraiser.vocabulary.warehouse.Warehouse;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A refresh around one {@code MERGE} of the fact. */
final class FactMerge {

  private FactMerge() {}

  /** Brings the fact up to date, then the control, and last the table that is made of both. */
  static void run(Warehouse warehouse, Tables batch) {
    Dataset<Row> staged = Versions.latest(batch.table(OrderLines.TABLE.name())).persist();
    try {
      warehouse.change("merge " + FACT, () -> merge(warehouse, staged));
      Partitions partitions = Partitions.of(staged, batch);
      LoadControl.merge(warehouse, batch, partitions);
      DailyGms.merge(warehouse, partitions);
    } finally {
      staged.unpersist();
    }
  }

  /**
   * The changes are found before, so that a batch that changes nothing writes nothing. The merge
   * compares versions again, since another run may have committed in between.
   */
  private static void merge(Warehouse warehouse, Dataset<Row> staged) {
    Partitions staging = Partitions.of(staged);
    Dataset<Row> fact = warehouse.table(FACT).filter(staging.contain());
    Dataset<Row> changes = Versions.changes(staged, fact).persist();
    try {
      Partitions touched = Partitions.of(changes);
      if (touched.isEmpty()) {
        return;
      }
      warehouse
          .delta(FACT)
          .as(OLD)
          .merge(changes.as(NEW), touched.contain(OLD).and(Versions.sameLine()))
          .whenMatched(Versions.isNewer())
          .updateAll()
          .whenNotMatched()
          .insertAll()
          .execute();
    } finally {
      changes.unpersist();
    }
  }
}
