package com.barraiser.vocabulary.warehouse;

import java.util.List;
import java.util.Map;

/**
 * What arrives at once.
 *
 * @param feeds the lines of each feed in JSON Lines, by the feed's name; lines that break the
 *     feed's rules are rejected, as in a file
 * @param parameters the values that are set, as text
 */
public record Batch(Map<String, List<String>> feeds, Map<String, String> parameters) {

  /** Copies the maps. */
  public Batch {
    feeds = Map.copyOf(feeds);
    parameters = Map.copyOf(parameters);
  }
}
