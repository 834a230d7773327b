package com.barraiser.questions.primedelivery.solutions;

import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Tables;
import com.barraiser.vocabulary.warehouse.Refresh;
import com.barraiser.vocabulary.warehouse.Warehouse;
import java.util.Map;

/**
 * The same two {@code MERGE}s as {@link TouchedTimelines} on tables without deletion vectors: every
 * file that holds a replaced row is written anew.
 *
 * <p>Wins where tables are read far more often than written, since readers have no vectors to
 * apply. Loses as the dimension grows: customers that change live in all of its files.
 */
public final class CopyOnWrite implements Refresh {

  private static final TouchedTimelines SAME =
      new TouchedTimelines(Map.of("delta.enableDeletionVectors", "false"));

  @Override
  public String why() {
    return "the same MERGEs without deletion vectors: files with replaced rows are written anew";
  }

  @Override
  public void refresh(Warehouse warehouse, Tables batch, Parameters parameters) {
    SAME.refresh(warehouse, batch, parameters);
  }
}
