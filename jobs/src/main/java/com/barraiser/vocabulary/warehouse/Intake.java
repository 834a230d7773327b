package com.barraiser.vocabulary.warehouse;

import java.util.List;
import java.util.Map;

/** Turns what lies in a folder into batches for a refresh. */
public interface Intake {

  /**
   * Finds the batches that wait, in the order in which they are to be loaded. Nothing but names is
   * read before a batch is asked for its tables.
   *
   * @param input what the user named as the input
   * @param settings the values that the user set, as text
   * @throws com.barraiser.datasets.DataException if nothing is there, or it is not what is expected
   */
  List<Arrival> arrivals(Warehouse warehouse, String input, Map<String, String> settings);
}
