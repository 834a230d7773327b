package com.barraiser.questions.ordersfact.mutants;

import static com.barraiser.questions.ordersfact.OrdersFact.FACT;

import com.barraiser.datasets.tables.OrderLines;
import com.barraiser.questions.ordersfact.solutions.DailyGms;
import com.barraiser.questions.ordersfact.solutions.FactTables;
import com.barraiser.questions.ordersfact.solutions.LoadControl;
import com.barraiser.questions.ordersfact.solutions.MovedLines;
import com.barraiser.questions.ordersfact.solutions.Partitions;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Tables;
import com.barraiser.vocabulary.warehouse.Refresh;
import com.barraiser.vocabulary.warehouse.Warehouse;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Knows the partitions that lines leave as long as the run lives. */
public final class LeftPartitionRemembered implements Refresh {

  @Override
  public String why() {
    return "Looks up before the merge what lines leave: after a crash they have left it already.";
  }

  @Override
  public void refresh(Warehouse warehouse, Tables batch, Parameters parameters) {
    FactTables.create(warehouse);
    Dataset<Row> lines = batch.table(OrderLines.TABLE.name());
    Partitions left = Partitions.of(MovedLines.places(warehouse.table(FACT), lines));
    RestOfTheRun.change(warehouse, lines, changed -> RestOfTheRun.mergeRightly(warehouse, changed));
    Partitions partitions = Partitions.of(batch).and(left);
    LoadControl.merge(warehouse, batch, partitions);
    DailyGms.merge(warehouse, partitions);
  }
}
