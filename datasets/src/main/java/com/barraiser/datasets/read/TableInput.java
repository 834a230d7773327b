package com.barraiser.datasets.read;

import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** A table as it was found in files: the rows that obey its rules, and those that do not. */
public interface TableInput {

  /** The file that a row came from. */
  String FILE = "file";

  /** A row's text, or the row as JSON. */
  String RAW = "raw";

  /** The schema of {@link #rejects}: table, reason, file, raw (the text or the row as JSON). */
  StructType REJECTS =
      new StructType()
          .add("table", DataTypes.StringType)
          .add("reason", DataTypes.StringType)
          .add(FILE, DataTypes.StringType)
          .add(RAW, DataTypes.StringType);

  /** The accepted rows, in the table's schema. */
  Dataset<Row> rows();

  /**
   * The accepted rows with {@link #FILE} and {@link #RAW} beside the table's columns. Slower to
   * read.
   */
  Dataset<Row> tracedRows();

  /** The rejected rows, one row each, in the schema {@link #REJECTS}. */
  Dataset<Row> rejects();

  /**
   * How many rows were rejected, by reason, in the reasons' order. Costs a pass over the input
   * unless {@link #rows} has been read to its end before.
   */
  Map<String, Long> rejectCounts();

  /**
   * The lines as they stand in the files, in one column {@code value}, for a table in JSON Lines.
   */
  Optional<Dataset<Row>> lines();
}
