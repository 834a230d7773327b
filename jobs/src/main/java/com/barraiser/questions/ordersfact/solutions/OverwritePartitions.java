package com.barraiser.questions.ordersfact.solutions;

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
    FactChanges.load(warehouse, batch, "overwrite partitions of", OverwritePartitions::overwrite);
  }

  /** A line that moves is overwritten in two partitions: it leaves one, and comes to the other. */
  private static void overwrite(VersionGuard fact, Dataset<Row> changes, Partitions lying) {
    Partitions changed = lying.and(Partitions.of(changes));
    Dataset<Row> before = fact.rows().filter(changed.contain());
    fact.overwrite(Versions.latest(before.unionByName(changes)), changed.predicate());
  }
}
