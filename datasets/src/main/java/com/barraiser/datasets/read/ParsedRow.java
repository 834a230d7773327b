package com.barraiser.datasets.read;

import java.io.Serializable;

/** What became of one row of a text file. */
sealed interface ParsedRow extends Serializable {

  /** Whether an accepted row keeps its text. */
  enum Trace {
    KEEP,
    DROP
  }

  /** A row of the table, one value per column as {@link CellParser} gives it. */
  record Accepted(Object[] cells) implements ParsedRow {}

  /** The same, with its text and the file that it came from, for whoever has to show it. */
  record Traced(Object[] cells, String raw, String file) implements ParsedRow {}

  /** A row that is kept apart, with its text, the reason and the file that it came from. */
  record Rejected(String raw, String reason, String file) implements ParsedRow {}
}
