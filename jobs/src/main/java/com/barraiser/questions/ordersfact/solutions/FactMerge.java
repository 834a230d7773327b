package com.barraiser.questions.ordersfact.solutions;

import static com.barraiser.questions.ordersfact.OrdersFact.FACT;
import static com.barraiser.vocabulary.warehouse.Sides.NEW;
import static com.barraiser.vocabulary.warehouse.Sides.OLD;

import com.barraiser.datasets.tables.OrderLines;
import com.barraiser.vocabulary.Tables;
import com.barraiser.vocabulary.warehouse.VersionGuard;
import com.barraiser.vocabulary.warehouse.Warehouse;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A refresh around one {@code MERGE} of the fact. */
final class FactMerge {

  private FactMerge() {}

  /** Brings the fact up to date, then the control, and last the table that is made of both. */
  static void run(Warehouse warehouse, Tables batch) {
    Dataset<Row> lines = batch.table(OrderLines.TABLE.name());
    Dataset<Row> staged = Versions.latest(lines).persist();
    try {
      warehouse.change("merge " + FACT, () -> merge(warehouse, lines, staged));
    } finally {
      staged.unpersist();
    }
    Partitions partitions = Partitions.concernedBy(warehouse, batch);
    LoadControl.merge(warehouse, batch, partitions);
    DailyGms.merge(warehouse, partitions);
  }

  /** A line that moves is matched where it lies, and written where it belongs. */
  private static void merge(Warehouse warehouse, Dataset<Row> lines, Dataset<Row> staged) {
    VersionGuard fact = VersionGuard.of(warehouse, FACT);
    FactChanges.find(
        warehouse,
        fact,
        lines,
        staged,
        (changes, lying) ->
            fact.merge(
                table ->
                    table
                        .as(OLD)
                        .merge(changes.as(NEW), lying.contain(OLD).and(Versions.sameLine()))
                        .whenMatched(Versions.isNewer())
                        .updateAll()
                        .whenNotMatched()
                        .insertAll()
                        .execute()));
  }
}
