package com.barraiser.datasets.read;

import java.io.Serializable;

/** What became of one row of a text file. */
sealed interface ParsedRow extends Serializable {

  /** A row of the table, one value per column as {@link CellParser} gives it. */
  record Accepted(Object[] cells) implements ParsedRow {}

  /** A row that is kept apart, with its text, the reason and the file that it came from. */
  record Rejected(String raw, String reason, String file) implements ParsedRow {}
}
