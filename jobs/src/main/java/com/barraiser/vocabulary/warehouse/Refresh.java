package com.barraiser.vocabulary.warehouse;

import com.barraiser.vocabulary.Approach;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Tables;

/** One way to bring the tables of a warehouse up to date with a batch that has arrived. */
public interface Refresh extends Approach {

  /**
   * Takes a batch into the tables, which it creates where they do not exist yet. Whatever has been
   * done before, by this batch or another, in full or until a crash, the tables come out the same.
   *
   * <p>Several threads may ask it at once, each for a warehouse of its own, so nothing is kept in
   * fields.
   *
   * <p>Everything that is written is written inside {@link Warehouse#change}.
   */
  void refresh(Warehouse warehouse, Tables batch, Parameters parameters);
}
