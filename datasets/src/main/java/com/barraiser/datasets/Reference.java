package com.barraiser.datasets;

import java.io.Serializable;
import java.util.Objects;

/**
 * A foreign key: the values of a column must occur in a column of the same name in another table. A
 * row for which they do not is an orphan. Readers do not look for orphans, since that takes a join:
 * answers leave them out by themselves, and a run counts them among the rejected rows.
 *
 * <p>What a reader accepts exists: a row that is an orphan itself may be referred to.
 *
 * @param column the column in both tables
 * @param table the name of the table that is referred to
 */
public record Reference(String column, String table) implements Serializable {

  /** Checks that no component is null. */
  public Reference {
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(table, "table");
  }

  /** Why an orphan is rejected. */
  public String reason() {
    return "orphan: its %s is not in %s".formatted(column, table);
  }
}
