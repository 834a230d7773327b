package com.barraiser.questions.ordersfact.solutions;

import static com.barraiser.vocabulary.warehouse.Sides.NEW;
import static com.barraiser.vocabulary.warehouse.Sides.OLD;

import com.barraiser.vocabulary.Tables;
import com.barraiser.vocabulary.warehouse.VersionGuard;
import com.barraiser.vocabulary.warehouse.Warehouse;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A refresh around one {@code MERGE} of the fact. */
final class FactMerge {

  private FactMerge() {}

  /** Merges what the batch changes. */
  static void run(Warehouse warehouse, Tables batch) {
    FactChanges.load(warehouse, batch, "merge", FactMerge::merge);
  }

  /** A line that moves is matched where it lies, and written where it belongs. */
  private static void merge(VersionGuard fact, Dataset<Row> changes, Partitions lying) {
    fact.merge(
        table ->
            table
                .as(OLD)
                .merge(changes.as(NEW), lying.contain(OLD).and(Versions.sameLine()))
                .whenMatched(Versions.isNewer())
                .updateAll()
                .whenNotMatched()
                .insertAll()
                .execute());
  }
}
