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
    LoadControl.merge(warehouse, batch, Partitions.concernedBy(warehouse, batch));
    DailyGms.rebuild(warehouse);
  }

  private static void rebuildFact(Warehouse warehouse, Dataset<Row> lines) {
    VersionGuard fact = VersionGuard.of(warehouse, FACT);
    MovedLines.note(warehouse, lines, MovedLines.places(fact.rows(), lines));
    fact.overwrite(Versions.latest(fact.rows().unionByName(lines)));
  }
}
