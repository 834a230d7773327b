package com.barraiser.bench;

import java.time.Duration;
import java.util.Map;

/**
 * What is measured, with one size of input and one setting.
 *
 * @param question the name of the question
 * @param scale the size that the times are drawn over
 * @param rows how many rows the input has, those of its largest table where there are several
 * @param vary the varied settings and knobs with their values, to be stated
 * @param runs how many runs are timed
 * @param limit how long one may take
 */
public record Setup(
    String question, Scale scale, long rows, Map<String, String> vary, int runs, Duration limit) {

  /** Copies the map. */
  public Setup {
    vary = Map.copyOf(vary);
  }
}
