package com.barraiser.questions.joborder;

import com.barraiser.datasets.Utf8;
import com.barraiser.vocabulary.NoAnswerException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The failure for jobs that wait for each other. */
public final class Cycle {

  /** Stands between a job and one that waits for it. */
  static final String ARROW = " -> ";

  private Cycle() {}

  /**
   * The failure that names a cycle, from its smallest name round to it again.
   *
   * @param jobs the cycle's jobs, each waited for by the next one, and the last by the first
   */
  public static NoAnswerException of(List<String> jobs) {
    List<String> named = new ArrayList<>(jobs);
    String first = Collections.min(jobs, Utf8.ORDER);
    Collections.rotate(named, -jobs.indexOf(first));
    named.add(first);
    return new NoAnswerException(
        "no order: jobs wait for each other in a cycle: " + String.join(ARROW, named));
  }
}
