package com.barraiser.questions.ordersfact.solutions;

import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Tables;
import com.barraiser.vocabulary.warehouse.Refresh;
import com.barraiser.vocabulary.warehouse.Warehouse;

/**
 * Looks up in which partitions the fact has the lines of a batch, and merges those that are newer
 * into these partitions, and into no others.
 *
 * <p>Two shuffles of the batch by line, a lookup of its ids in the files whose orders may be among
 * them, and a join with the fact's rows in the partitions found. Wins where updates are spread over
 * a few days and ids grow with time: cost follows what the batch touches, not the history. Where
 * ids are scattered, the lookup reads two columns of all history. Files with a changed line are
 * written anew whole, so it loses to deletion vectors where few lines of large files change.
 */
public final class MergeNewer implements Refresh {

  @Override
  public String why() {
    return "One MERGE of the newer lines, into literal partitions: cost does not grow with"
               + " history.";
  }

  @Override
  public void refresh(Warehouse warehouse, Tables batch, Parameters parameters) {
    FactTables.create(warehouse);
    FactMerge.run(warehouse, batch);
  }
}
