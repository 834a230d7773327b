package com.barraiser.questions.ordersfact.mutants;

import com.barraiser.questions.ordersfact.solutions.Versions;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Tables;
import com.barraiser.vocabulary.warehouse.Refresh;
import com.barraiser.vocabulary.warehouse.Warehouse;

/** Looks at the last days only. */
public final class LateRowsDropped implements Refresh {

  @Override
  public String why() {
    return "Leaves out lines of days that lie more than three before the newest of the fact.";
  }

  @Override
  public void refresh(Warehouse warehouse, Tables batch, Parameters parameters) {
    RestOfTheRun.around(
        warehouse,
        batch,
        lines ->
            RestOfTheRun.merge(
                warehouse,
                RestOfTheRun.recent(warehouse, Versions.latest(lines)),
                Versions.sameLine(),
                Versions.isNewer()));
  }
}
