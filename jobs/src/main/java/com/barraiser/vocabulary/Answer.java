package com.barraiser.vocabulary;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/**
 * The contract of a question's answer.
 *
 * @param schema exactly the columns, their types and their order; whether a column is nullable does
 *     not count
 * @param key the columns that identify a row
 * @param order whether the order of the rows counts
 */
public record Answer(StructType schema, List<String> key, Order order) {

  /** Whether the order of the rows counts. */
  public enum Order {
    /** Rows may stand in any order. */
    ANY,
    /** The order of the rows is part of the answer. */
    FIXED
  }

  /** Copies the key and checks that the schema has its columns. */
  public Answer {
    key = List.copyOf(key);
    List<String> columns = List.of(schema.fieldNames());
    if (key.isEmpty() || !columns.containsAll(key)) {
      throw new IllegalArgumentException("key " + key + " is not among the columns " + columns);
    }
  }
}
