package com.barraiser.questions.ordersfact.mutants;

import static com.barraiser.datasets.tables.OrderLines.EVENT_DATE;
import static com.barraiser.datasets.tables.OrderLines.LINE_ID;
import static com.barraiser.datasets.tables.OrderLines.MARKETPLACE_ID;
import static com.barraiser.datasets.tables.OrderLines.ORDER_ID;
import static com.barraiser.vocabulary.warehouse.Sides.same;

import com.barraiser.questions.ordersfact.solutions.Versions;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Tables;
import com.barraiser.vocabulary.warehouse.Refresh;
import com.barraiser.vocabulary.warehouse.Warehouse;
import java.util.List;

/** Takes the day and the marketplace of a line for a part of its key. */
public final class PartitionInTheKey implements Refresh {

  @Override
  public String why() {
    return "Merges by partition and ids: a line that moves is there twice.";
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
                same(List.of(EVENT_DATE, MARKETPLACE_ID, ORDER_ID, LINE_ID)),
                Versions.isNewer()));
  }
}
