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
 * Puts the batch beside the whole fact, keeps the latest version of every line and writes the fact
 * anew, and then the report from the whole fact.
 *
 * <p>Shuffles all history by line. Wins on the first load and where a rule changes that touches
 * every row; loses every day after, since a day costs as much as all days before it.
 */
public final class RebuildAll implements Refresh {

  @Override
  public String why() {
    return "The obvious way: everything is computed and written anew, every time.";
  }

  @Override
  public void refresh(Warehouse warehouse, Tables batch, Parameters parameters) {
    FactTables.create(warehouse);
    Dataset<Row> lines = batch.table(OrderLines.TABLE.name());
    warehouse.change("rebuild " + FACT, () -> rebuildFact(warehouse, lines));
    LoadControl.merge(warehouse, batch, Partitions.of(lines, batch));
    DailyGms.rebuild(warehouse);
  }

  /**
   * The fact is read without a version: so it is part of the transaction that writes it, and a run
   * beside this one is noticed.
   */
  private static void rebuildFact(Warehouse warehouse, Dataset<Row> lines) {
    Dataset<Row> fact = warehouse.delta(FACT).toDF();
    Versions.latest(fact.unionByName(lines))
        .write()
        .format("delta")
        .mode(SaveMode.Overwrite)
        .save(warehouse.path(FACT));
  }
}
