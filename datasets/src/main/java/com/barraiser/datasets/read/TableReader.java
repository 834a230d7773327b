package com.barraiser.datasets.read;

import com.barraiser.datasets.Table;
import org.apache.spark.sql.SparkSession;

/** Reads tables from files. */
public final class TableReader {

  private TableReader() {}

  /**
   * Opens a table. Rows that break its rules are set apart and never lost: rows in the files = rows
   * accepted + rows rejected, blank lines aside.
   *
   * @throws com.barraiser.datasets.DataException if the files cannot be read as that table
   */
  public static TableInput open(SparkSession spark, Table table, Source source) {
    return switch (source.format()) {
      case JSON -> TextInput.jsonLines(spark, table, source);
      case CSV -> TextInput.csv(spark, table, source);
      case PARQUET, DELTA -> new ColumnarInput(spark, table, source);
    };
  }

  /** A table that may be absent, and is: it has no rows. */
  public static TableInput absent(SparkSession spark, Table table) {
    return new AbsentInput(spark, table);
  }
}
