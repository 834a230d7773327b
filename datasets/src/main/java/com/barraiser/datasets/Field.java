package com.barraiser.datasets;

import java.io.Serializable;
import java.util.Objects;
import org.apache.spark.sql.types.DataType;

/**
 * One column of a {@link Table}.
 *
 * @param name the column's name, in files and in queries
 * @param type the column's type
 * @param presence what a row must bring for this column to be accepted
 */
public record Field(String name, DataType type, Presence presence) implements Serializable {

  /** What a row must bring for a column; a row that does not is rejected. */
  public enum Presence {
    /** Must have a value; empty text is a value. */
    REQUIRED,
    /** Must have a value, and text must not be empty: an identifier. */
    IDENTIFIER,
    /**
     * May be null, and may be absent from the files; what cannot be read is rejected all the same.
     */
    OPTIONAL,
    /**
     * Keeps the fields of a JSON object that the table does not name; null where there are none.
     */
    REST
  }

  /** Checks that no component is null. */
  public Field {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(presence, "presence");
  }

  /** Whether a row without a value for this column is rejected. */
  public boolean required() {
    return presence == Presence.REQUIRED || presence == Presence.IDENTIFIER;
  }
}
