package com.barraiser.datasets.write;

import com.barraiser.datasets.Format;
import java.util.List;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;

/** Writes rows such that every column keeps all of its values, microseconds and nulls included. */
public final class TableWriter {

  /** ISO-8601 with microseconds; Spark's own default for text stops at milliseconds. */
  public static final String TIMESTAMP_PATTERN = "yyyy-MM-dd'T'HH:mm:ss.SSSSSSXXX";

  private TableWriter() {}

  /** Writes the rows to a folder that does not exist yet. */
  public static void write(Dataset<Row> rows, Format format, String folder) {
    write(rows, format, folder, List.of());
  }

  /** Writes the rows to a folder that does not exist yet, below folders that name some columns. */
  public static void write(
      Dataset<Row> rows, Format format, String folder, List<String> columnsOfFolders) {
    DataFrameWriter<Row> writer =
        rows.write()
            .partitionBy(columnsOfFolders.toArray(String[]::new))
            .mode(SaveMode.ErrorIfExists)
            .format(format.key());
    switch (format) {
      case JSON ->
          writer.option("timestampFormat", TIMESTAMP_PATTERN).option("ignoreNullFields", false);
      case CSV ->
          writer
              .option("header", true)
              .option("timestampFormat", TIMESTAMP_PATTERN)
              .option("escape", "\"")
              .option("ignoreLeadingWhiteSpace", false)
              .option("ignoreTrailingWhiteSpace", false);
      case PARQUET, DELTA -> {}
    }
    writer.save(folder);
  }
}
