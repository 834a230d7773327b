package com.barraiser.questions.ordersfact;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Files of a landing zone as a table notes them.
 *
 * @param byName the state of each
 */
record FileStates(Map<String, State> byName) {

  /** What changes when a file is written again. */
  private record State(long bytes, Instant modifiedAt) {}

  /** The files that a table has with {@link LoadedFiles#FILE_SCHEMA}. */
  static FileStates in(Dataset<Row> table) {
    return new FileStates(
        table
            .select(LoadedFiles.PATH, LoadedFiles.BYTES, LoadedFiles.MODIFIED_AT)
            .collectAsList()
            .stream()
            .collect(
                toMap(
                    row -> row.getString(0), row -> new State(row.getLong(1), row.getInstant(2)))));
  }

  /** Whether a file is among them, in any state. */
  boolean contains(LandedFile file) {
    return byName.containsKey(file.name());
  }

  /** Whether a file is among them as it is now. */
  boolean containAsItIs(LandedFile file) {
    return new State(file.bytes(), file.modifiedAt()).equals(byName.get(file.name()));
  }
}
