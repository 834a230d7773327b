package com.barraiser.datasets.generate;

import com.barraiser.datasets.Format;
import org.apache.spark.sql.SparkSession;

/** Makes batches that arrive one after another. */
public interface BatchGenerator extends Generator {

  /** The folder of all that arrived before the last day; by its name the first of the two. */
  String HISTORY = "history-before";

  /** The folder of what arrives on the last day. */
  String LAST_DAY = "last-day";

  /**
   * Checks that a history can be written so.
   *
   * @throws IllegalArgumentException if it cannot, or a knob has no part in it
   */
  default void checkHistory(Knobs knobs) {
    check(knobs);
  }

  /**
   * Writes what arrives on all days but the last as one batch, and what arrives on the last day as
   * another: folders with a folder for each feed under its name.
   *
   * @param partitions into how many files each feed of the history is cut
   * @param folder a folder that does not exist yet
   * @return what was asked for and what came out, the last day left out
   */
  Manifest writeHistory(
      SparkSession spark, Knobs knobs, Format format, int partitions, String folder);
}
