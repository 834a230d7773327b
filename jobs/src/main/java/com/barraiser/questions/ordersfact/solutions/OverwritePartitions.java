package com.barraiser.questions.ordersfact.solutions;

import static com.barraiser.questions.ordersfact.OrdersFact.FACT;

import com.barraiser.datasets.tables.OrderLines;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Tables;
import com.barraiser.vocabulary.warehouse.Refresh;
import com.barraiser.vocabulary.warehouse.Warehouse;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;

/**
 * Puts the batch beside the partitions that it changes, keeps the latest version of every line and
 * overwrites those partitions.
 *
 * <p>One shuffle of the changed partitions by line, and no search for files to touch. Wins where
 * most lines of a partition are new or changed, as on the first days; loses where one late line
 * makes a large partition be written anew.
 */
public final class OverwritePartitions implements Refresh {

  @Override
  public String why() {
    return "Overwrites the partitions that change: no MERGE, and no cost of history either.";
  }

  @Override
  public void refresh(Warehouse warehouse, Tables batch, Parameters parameters) {
    FactTables.create(warehouse);
    Dataset<Row> staged = Versions.latest(batch.table(OrderLines.TABLE.name())).persist();
    try {
      warehouse.change("overwrite partitions of " + FACT, () -> overwrite(warehouse, staged));
      Partitions partitions = Partitions.of(staged, batch);
      LoadControl.merge(warehouse, batch, partitions);
      DailyGms.merge(warehouse, partitions);
    } finally {
      staged.unpersist();
    }
  }

  /**
   * The fact is read without a version: so it is part of the transaction that writes it, and a run
   * beside this one is noticed.
   */
  private static void overwrite(Warehouse warehouse, Dataset<Row> staged) {
    Dataset<Row> fact = warehouse.delta(FACT).toDF();
    Dataset<Row> before = fact.filter(Partitions.of(staged).contain());
    Partitions changed = Partitions.of(Versions.changes(staged, before));
    if (changed.isEmpty()) {
      return;
    }
    Dataset<Row> lines = fact.unionByName(staged).filter(changed.contain());
    Versions.latest(lines)
        .write()
        .format("delta")
        .mode(SaveMode.Overwrite)
        .option("replaceWhere", changed.predicate())
        .save(warehouse.path(FACT));
  }
}
