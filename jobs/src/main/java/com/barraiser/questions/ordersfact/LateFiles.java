package com.barraiser.questions.ordersfact;

import static com.barraiser.vocabulary.warehouse.Sides.NEW;
import static com.barraiser.vocabulary.warehouse.Sides.OLD;
import static com.barraiser.vocabulary.warehouse.Sides.assignments;
import static com.barraiser.vocabulary.warehouse.Sides.coming;
import static com.barraiser.vocabulary.warehouse.Sides.same;
import static org.apache.spark.sql.functions.lit;

import com.barraiser.vocabulary.warehouse.Warehouse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Lists the files that came too late for the run of their day and of the days after it: they are in
 * no table yet, and no run takes them unless it is told to.
 */
final class LateFiles {

  /** The table of late files. */
  static final String TABLE = "late_files";

  private final Warehouse warehouse;
  private final LoadedFiles loaded;

  LateFiles(Warehouse warehouse, LoadedFiles loaded) {
    this.warehouse = warehouse;
    this.loaded = loaded;
  }

  /**
   * Lists late files, as they are now, and takes those off the list that have been loaded, in one
   * commit each or in none. Repeats itself where another run loads files meanwhile.
   *
   * @param all the whole landing zone
   * @param late the files that lie before the days of this run and are not loaded
   */
  void note(List<LandedFile> all, List<LandedFile> late) {
    warehouse.create(TABLE, LoadedFiles.FILE_SCHEMA, List.of(), Map.of());
    long version;
    do {
      version = warehouse.version(LoadedFiles.TABLE);
      Set<LandedFile> unloaded = new HashSet<>(loaded.unloaded(all));
      List<LandedFile> waiting = late.stream().filter(unloaded::contains).toList();
      List<LandedFile> done = all.stream().filter(file -> !unloaded.contains(file)).toList();
      warehouse.change("note " + TABLE, () -> merge(waiting, done));
    } while (version != warehouse.version(LoadedFiles.TABLE));
  }

  private void merge(List<LandedFile> waiting, List<LandedFile> done) {
    FileStates listed = FileStates.in(warehouse.table(TABLE));
    List<LandedFile> added = waiting.stream().filter(file -> !listed.containAsItIs(file)).toList();
    List<LandedFile> removed = done.stream().filter(file -> listed.contains(file)).toList();
    if (added.isEmpty() && removed.isEmpty()) {
      return;
    }
    String isWaiting = "is_waiting";
    Map<String, Column> columns = assignments(List.of(LoadedFiles.FILE_SCHEMA.fieldNames()));
    Dataset<Row> changes =
        LoadedFiles.rows(warehouse, added)
            .withColumn(isWaiting, lit(true))
            .union(LoadedFiles.rows(warehouse, removed).withColumn(isWaiting, lit(false)));
    warehouse
        .delta(TABLE)
        .as(OLD)
        .merge(changes.as(NEW), same(List.of(LoadedFiles.PATH)))
        .whenMatched(coming(isWaiting).equalTo(false))
        .delete()
        .whenMatched()
        .update(columns)
        .whenNotMatched(coming(isWaiting))
        .insert(columns)
        .execute();
  }
}
