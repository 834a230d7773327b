package com.barraiser.questions.ordersfact.mutants;

import static org.apache.spark.sql.functions.lit;

import com.barraiser.questions.ordersfact.solutions.Versions;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Tables;
import com.barraiser.vocabulary.warehouse.Refresh;
import com.barraiser.vocabulary.warehouse.Warehouse;

/** Takes what arrives last for the newest. */
public final class MergeWithoutVersionCheck implements Refresh {

  @Override
  public String why() {
    return "Updates every line that matches: an older version that comes later wins.";
  }

  @Override
  public void refresh(Warehouse warehouse, Tables batch, Parameters parameters) {
    RestOfTheRun.around(
        warehouse,
        batch,
        lines ->
            RestOfTheRun.merge(warehouse, Versions.latest(lines), Versions.sameLine(), lit(true)));
  }
}
