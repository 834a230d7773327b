package com.barraiser.vocabulary.warehouse;

import com.barraiser.datasets.Tuple;
import com.barraiser.vocabulary.Parameters;
import java.util.List;
import java.util.Map;

/**
 * What the tables must hold, in plain Java, from all that ever arrived: single-threaded, without
 * Spark, obviously right. It judges every refresh.
 */
@FunctionalInterface
public interface WarehouseModel {

  /**
   * The rows of every judged table, by the table's name.
   *
   * @param arrived all batches until now
   */
  Map<String, List<Tuple>> tables(List<Arrived> arrived);

  /**
   * A batch that has arrived.
   *
   * @param feeds the accepted rows of each feed, by the feed's name
   * @param parameters what it was loaded with
   */
  record Arrived(Map<String, List<Tuple>> feeds, Parameters parameters) {

    /** Copies the map. */
    public Arrived {
      feeds = Map.copyOf(feeds);
    }
  }
}
