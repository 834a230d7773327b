package com.barraiser.vocabulary.warehouse;

import static java.util.stream.Collectors.toMap;

import com.barraiser.datasets.Table;
import com.barraiser.datasets.Tuple;
import com.barraiser.datasets.read.LineTuples;
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

  /** The lines of a feed; none where the batch lacks it. */
  public List<String> lines(Table feed) {
    return feeds.getOrDefault(feed.name(), List.of());
  }

  /** The rows of some feeds that are not rejected, by the feed's name. */
  public Map<String, List<Tuple>> accepted(List<Table> tables) {
    return tables.stream()
        .collect(toMap(Table::name, feed -> LineTuples.accepted(feed, lines(feed))));
  }
}
