package com.barraiser.questions.ordersfact.mutants;

import static com.barraiser.questions.ordersfact.OrdersFact.FACT;
import static com.barraiser.vocabulary.warehouse.Sides.NEW;
import static com.barraiser.vocabulary.warehouse.Sides.OLD;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import com.barraiser.datasets.tables.OrderLines;
import com.barraiser.questions.ordersfact.solutions.DailyGms;
import com.barraiser.questions.ordersfact.solutions.FactTables;
import com.barraiser.questions.ordersfact.solutions.LoadControl;
import com.barraiser.questions.ordersfact.solutions.MovedLines;
import com.barraiser.questions.ordersfact.solutions.Partitions;
import com.barraiser.questions.ordersfact.solutions.Versions;
import com.barraiser.vocabulary.Tables;
import com.barraiser.vocabulary.warehouse.Warehouse;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What a mutant does right: everything but the fact. */
final class RestOfTheRun {

  private static final int RECENT_DAYS = 3;

  private RestOfTheRun() {}

  /** Creates the tables, lets a mutant change the fact, and makes the others of it. */
  static void around(Warehouse warehouse, Tables batch, Consumer<Dataset<Row>> changeOfFact) {
    FactTables.create(warehouse);
    Dataset<Row> lines = batch.table(OrderLines.TABLE.name());
    change(warehouse, lines, changeOfFact);
    Partitions partitions = Partitions.concernedBy(warehouse, batch);
    LoadControl.merge(warehouse, batch, partitions);
    DailyGms.merge(warehouse, partitions);
  }

  /** Notes the lines that move, and lets a mutant change the fact. */
  static void change(Warehouse warehouse, Dataset<Row> lines, Consumer<Dataset<Row>> changeOfFact) {
    if (!lines.isEmpty()) {
      MovedLines.note(warehouse, lines, MovedLines.places(warehouse.table(FACT), lines));
      warehouse.change("change " + FACT, () -> changeOfFact.accept(lines));
    }
  }

  /** The merge that a right answer could make, if it did not care for cost. */
  static void mergeRightly(Warehouse warehouse, Dataset<Row> lines) {
    merge(warehouse, Versions.latest(lines), Versions.sameLine(), Versions.isNewer());
  }

  /**
   * Merges into the fact.
   *
   * @param isSame whether an old and a new row are the same line
   * @param wins whether the new row takes the place of the old one
   */
  static void merge(Warehouse warehouse, Dataset<Row> rows, Column isSame, Column wins) {
    warehouse
        .delta(FACT)
        .as(OLD)
        .merge(rows.as(NEW), isSame)
        .whenMatched(wins)
        .updateAll()
        .whenNotMatched()
        .insertAll()
        .execute();
  }

  /** The lines of the newest days that the fact has, and of later ones. */
  static Dataset<Row> recent(Warehouse warehouse, Dataset<Row> lines) {
    Row newest = warehouse.table(FACT).agg(max(OrderLines.EVENT_DATE)).head();
    LocalDate day = newest.isNullAt(0) ? LocalDate.EPOCH : newest.getLocalDate(0);
    return lines.filter(col(OrderLines.EVENT_DATE).geq(date_sub(lit(day), RECENT_DAYS)));
  }
}
