package com.barraiser.questions.ordersfact;

import static com.barraiser.vocabulary.warehouse.Sides.NEW;
import static com.barraiser.vocabulary.warehouse.Sides.OLD;
import static com.barraiser.vocabulary.warehouse.Sides.same;
import static org.apache.spark.sql.functions.lit;

import com.barraiser.datasets.tables.OrderLines;
import com.barraiser.vocabulary.warehouse.Warehouse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Keeps books of the files of a landing zone that are in the tables. They are noted last: a run
 * that ends before loads its files again, which changes nothing that is there already.
 */
final class LoadedFiles {

  /** The table of files that are in the other tables. */
  static final String TABLE = "loaded_files";

  static final String PATH = "path";
  static final String BYTES = "bytes";
  static final String MODIFIED_AT = "modified_at";
  static final String LOADED_AT = "loaded_at";

  /** What identifies a state of a file. */
  static final StructType FILE_SCHEMA =
      new StructType()
          .add(PATH, DataTypes.StringType)
          .add(OrderLines.EVENT_DATE, DataTypes.DateType)
          .add(OrderLines.MARKETPLACE_ID, DataTypes.StringType)
          .add(BYTES, DataTypes.LongType)
          .add(MODIFIED_AT, DataTypes.TimestampType);

  private static final StructType SCHEMA = FILE_SCHEMA.add(LOADED_AT, DataTypes.TimestampType);

  /** A run adds a small file; so many runs later they are put into one. */
  private static final int RUNS_PER_COMPACTION = 16;

  private final Warehouse warehouse;

  LoadedFiles(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /** The files among some that are not in the tables, or not as they are now. */
  List<LandedFile> unloaded(List<LandedFile> files) {
    if (!warehouse.exists(TABLE)) {
      return files;
    }
    FileStates known = FileStates.in(warehouse.table(TABLE));
    return files.stream().filter(file -> !known.containAsItIs(file)).toList();
  }

  /** Notes files as loaded, in one commit or in none. */
  void note(List<LandedFile> files, Instant loadedAt) {
    warehouse.create(TABLE, SCHEMA, List.of(), Map.of());
    warehouse.change("note " + TABLE, () -> merge(unloaded(files), loadedAt));
    if (warehouse.version(TABLE) % RUNS_PER_COMPACTION == 0) {
      warehouse.change(
          "compact " + TABLE, () -> warehouse.delta(TABLE).optimize().executeCompaction());
    }
  }

  private void merge(List<LandedFile> files, Instant loadedAt) {
    if (files.isEmpty()) {
      return;
    }
    warehouse
        .delta(TABLE)
        .as(OLD)
        .merge(
            rows(warehouse, files).withColumn(LOADED_AT, lit(loadedAt)).as(NEW),
            same(List.of(PATH)))
        .whenMatched()
        .updateAll()
        .whenNotMatched()
        .insertAll()
        .execute();
  }

  /** Files as rows. */
  static Dataset<Row> rows(Warehouse warehouse, List<LandedFile> files) {
    List<Row> rows =
        files.stream()
            .map(
                file ->
                    RowFactory.create(
                        file.name(),
                        file.partition().day(),
                        file.partition().marketplace(),
                        file.bytes(),
                        file.modifiedAt()))
            .toList();
    return warehouse.spark().createDataFrame(rows, FILE_SCHEMA);
  }
}
