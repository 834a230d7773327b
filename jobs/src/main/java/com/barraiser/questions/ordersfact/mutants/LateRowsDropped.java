package com.barraiser.questions.ordersfact.mutants;

import static com.barraiser.questions.ordersfact.OrdersFact.FACT;
import static com.barraiser.vocabulary.warehouse.Sides.NEW;
import static com.barraiser.vocabulary.warehouse.Sides.OLD;

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
            warehouse
                .delta(FACT)
                .as(OLD)
                .merge(
                    RestOfTheRun.recent(warehouse, Versions.latest(lines)).as(NEW),
                    Versions.sameLine())
                .whenMatched(Versions.isNewer())
                .updateAll()
                .whenNotMatched()
                .insertAll()
                .execute());
  }
}
