package com.barraiser.questions.ordersfact.solutions;

import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Tables;
import com.barraiser.vocabulary.warehouse.Refresh;
import com.barraiser.vocabulary.warehouse.Warehouse;

/**
 * Merges the lines that are newer than the fact's into the partitions that they lie in, and into no
 * others.
 *
 * <p>One shuffle of the batch by line, and a join with the fact's rows in the touched partitions.
 * Wins where updates are spread over a few days: cost follows the touched partitions, not the
 * history. Files with a changed line are written anew whole, so it loses to deletion vectors where
 * few lines of large files change.
 */
public final class MergeNewer implements Refresh {

  @Override
  public String why() {
    return "One MERGE of the newer lines, into literal partitions: cost does not grow with history.";
  }

  @Override
  public void refresh(Warehouse warehouse, Tables batch, Parameters parameters) {
    FactTables.create(warehouse);
    FactMerge.run(warehouse, batch);
  }
}
