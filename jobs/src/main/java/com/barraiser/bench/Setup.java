package com.barraiser.bench;

import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Peer;
import com.barraiser.vocabulary.Question;
import com.barraiser.vocabulary.Solution;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What is measured on one size of data with one setting.
 *
 * @param question the question
 * @param solutions the solutions, the baseline first
 * @param peers the other engines' queries
 * @param peerFolder where the other engines' jars lie
 * @param data the input
 * @param parameters the values that the question is asked with
 * @param vary the varied settings and knobs with their values, to be stated
 * @param runs how many runs are timed
 * @param limit how long one may take
 */
public record Setup(
    Question question,
    List<Solution> solutions,
    List<Peer> peers,
    Path peerFolder,
    BenchData data,
    Parameters parameters,
    Map<String, String> vary,
    int runs,
    Duration limit) {

  /** Copies the collections. */
  public Setup {
    solutions = List.copyOf(solutions);
    peers = List.copyOf(peers);
    vary = Map.copyOf(vary);
  }
}
