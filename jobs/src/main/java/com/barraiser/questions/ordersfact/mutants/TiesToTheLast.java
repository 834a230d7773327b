package com.barraiser.questions.ordersfact.mutants;

import static org.apache.spark.sql.functions.col;

import com.barraiser.questions.ordersfact.solutions.Versions;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Tables;
import com.barraiser.vocabulary.warehouse.Refresh;
import com.barraiser.vocabulary.warehouse.Warehouse;

/** Compares versions by their time alone. */
public final class TiesToTheLast implements Refresh {

  @Override
  public String why() {
    return "Lets the last of several versions at the same instant win, whatever they hold.";
  }

  @Override
  public void refresh(Warehouse warehouse, Tables batch, Parameters parameters) {
    RestOfTheRun.around(
        warehouse,
        batch,
        lines ->
            RestOfTheRun.merge(
                warehouse,
                Versions.latest(lines),
                Versions.sameLine(),
                col("new.updated_at").geq(col("old.updated_at"))));
  }
}
