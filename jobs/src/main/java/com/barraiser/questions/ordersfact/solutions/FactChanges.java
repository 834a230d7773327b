package com.barraiser.questions.ordersfact.solutions;

import static com.barraiser.questions.ordersfact.OrdersFact.FACT;

import com.barraiser.datasets.tables.OrderLines;
import com.barraiser.vocabulary.Tables;
import com.barraiser.vocabulary.warehouse.VersionGuard;
import com.barraiser.vocabulary.warehouse.Warehouse;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A refresh that writes of the fact only what a batch changes. */
final class FactChanges {

  private FactChanges() {}

  /** The way in which the fact is changed. */
  @FunctionalInterface
  interface Write {

    /**
     * Writes the fact.
     *
     * @param fact the fact as it was looked at; what is written must be guarded by it, since the
     *     lines may lie elsewhere in the next version, where no literal would name them
     * @param changes the lines that are new or newer
     * @param lying the partitions in which their older versions lie
     */
    void write(VersionGuard fact, Dataset<Row> changes, Partitions lying);
  }

  /**
   * Brings the fact up to date, then the control, and last the table that is made of both. A batch
   * that changes nothing writes nothing.
   *
   * @param how what the step is called, before the name of the fact
   */
  static void load(Warehouse warehouse, Tables batch, String how, Write write) {
    Dataset<Row> lines = batch.table(OrderLines.TABLE.name());
    Dataset<Row> staged = Versions.latest(lines).persist();
    try {
      warehouse.change(how + " " + FACT, () -> change(warehouse, lines, staged, write));
    } finally {
      staged.unpersist();
    }
    Partitions partitions = Partitions.concernedBy(warehouse, batch);
    LoadControl.merge(warehouse, batch, partitions);
    DailyGms.merge(warehouse, partitions);
  }

  /** Looks up where the fact has the lines, notes those that move, and writes. */
  private static void change(
      Warehouse warehouse, Dataset<Row> lines, Dataset<Row> staged, Write write) {
    VersionGuard fact = VersionGuard.of(warehouse, FACT);
    Dataset<Row> places = MovedLines.places(fact.rows(), staged).persist();
    try {
      MovedLines.note(warehouse, lines, places);
      write(fact, places, staged, write);
    } finally {
      places.unpersist();
    }
  }

  private static void write(
      VersionGuard fact, Dataset<Row> places, Dataset<Row> staged, Write write) {
    Dataset<Row> known = fact.rows().filter(Partitions.of(places).contain());
    Dataset<Row> changes = Versions.changes(staged, known).persist();
    try {
      if (!changes.isEmpty()) {
        String[] key = Versions.KEY.toArray(String[]::new);
        write.write(fact, changes, Partitions.of(places.join(changes, key, "left_semi")));
      }
    } finally {
      changes.unpersist();
    }
  }
}
