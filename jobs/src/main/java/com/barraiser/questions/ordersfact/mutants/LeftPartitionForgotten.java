package com.barraiser.questions.ordersfact.mutants;

import com.barraiser.datasets.tables.OrderLines;
import com.barraiser.questions.ordersfact.solutions.DailyGms;
import com.barraiser.questions.ordersfact.solutions.FactTables;
import com.barraiser.questions.ordersfact.solutions.LoadControl;
import com.barraiser.questions.ordersfact.solutions.Partitions;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Tables;
import com.barraiser.vocabulary.warehouse.Refresh;
import com.barraiser.vocabulary.warehouse.Warehouse;

/** Adds up again only what a batch names. */
public final class LeftPartitionForgotten implements Refresh {

  @Override
  public String why() {
    return "Recomputes the partitions of a batch only: one that a line has left keeps its old sum.";
  }

  @Override
  public void refresh(Warehouse warehouse, Tables batch, Parameters parameters) {
    FactTables.create(warehouse);
    RestOfTheRun.change(
        warehouse,
        batch.table(OrderLines.TABLE.name()),
        lines -> RestOfTheRun.mergeRightly(warehouse, lines));
    Partitions partitions = Partitions.of(batch);
    LoadControl.merge(warehouse, batch, partitions);
    DailyGms.merge(warehouse, partitions);
  }
}
