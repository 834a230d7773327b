package com.barraiser.questions.ordersfact.solutions;

import static com.barraiser.questions.ordersfact.OrdersFact.FACT;

import com.barraiser.datasets.tables.OrderLines;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Tables;
import com.barraiser.vocabulary.warehouse.Refresh;
import com.barraiser.vocabulary.warehouse.VersionGuard;
import com.barraiser.vocabulary.warehouse.Warehouse;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Puts the batch beside the partitions that it changes, keeps the latest version of every line and
 * overwrites those partitions.
 *
 * <p>The lookup of {@link MergeNewer} for where lines lie by now, and one shuffle of the changed
 * partitions by line, but no search for files to touch. Wins where most lines of a partition are
 * new or changed, as on the first days; loses where one late line makes a large partition be
 * written anew.
 */
public final class OverwritePartitions implements Refresh {

  @Override
  public String why() {
    return "Overwrites the partitions that change: no MERGE, and no cost of history either.";
  }

  @Override
  public void refresh(Warehouse warehouse, Tables batch, Parameters parameters) {
    FactTables.create(warehouse);
    Dataset<Row> lines = batch.table(OrderLines.TABLE.name());
    Dataset<Row> staged = Versions.latest(lines).persist();
    try {
      warehouse.change(
          "overwrite partitions of " + FACT, () -> overwrite(warehouse, lines, staged));
    } finally {
      staged.unpersist();
    }
    Partitions partitions = Partitions.concernedBy(warehouse, batch);
    LoadControl.merge(warehouse, batch, partitions);
    DailyGms.merge(warehouse, partitions);
  }

  /** A line that moves is overwritten in two partitions: it leaves one, and comes to the other. */
  private static void overwrite(Warehouse warehouse, Dataset<Row> lines, Dataset<Row> staged) {
    VersionGuard fact = VersionGuard.of(warehouse, FACT);
    FactChanges.find(
        warehouse,
        fact,
        lines,
        staged,
        (changes, lying) -> {
          Partitions changed = lying.and(Partitions.of(changes));
          Dataset<Row> before = fact.rows().filter(changed.contain());
          fact.overwrite(Versions.latest(before.unionByName(changes)), changed.predicate());
        });
  }
}
