package com.barraiser.questions.ordersfact.solutions;

import com.barraiser.vocabulary.warehouse.VersionGuard;
import com.barraiser.vocabulary.warehouse.Warehouse;
import java.util.function.BiConsumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Finds out what a batch changes in the fact, before anything is written. */
final class FactChanges {

  private FactChanges() {}

  /**
   * Looks up where the fact has the lines of a batch, notes those that move, and hands over the
   * rows that are new or newer. A batch that changes nothing writes nothing.
   *
   * @param fact the fact as it is now; what is written must be guarded by it, since the lines may
   *     lie elsewhere in the next version, where no literal would name them
   * @param lines the batch's lines, wherever they land
   * @param staged the latest version of each of them
   * @param write takes the rows that change the fact, and the partitions in which their older
   *     versions lie
   */
  static void find(
      Warehouse warehouse,
      VersionGuard fact,
      Dataset<Row> lines,
      Dataset<Row> staged,
      BiConsumer<Dataset<Row>, Partitions> write) {
    Dataset<Row> places = MovedLines.places(fact.rows(), staged).persist();
    Dataset<Row> known = fact.rows().filter(Partitions.of(places).contain());
    Dataset<Row> changes = Versions.changes(staged, known).persist();
    try {
      MovedLines.note(warehouse, lines, places);
      if (!changes.isEmpty()) {
        String[] key = Versions.KEY.toArray(String[]::new);
        write.accept(changes, Partitions.of(places.join(changes, key, "left_semi")));
      }
    } finally {
      changes.unpersist();
      places.unpersist();
    }
  }
}
