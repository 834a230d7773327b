package com.barraiser.datasets.generate;

/** Columns that generated rows carry beside the table's own: how a row came about. */
final class RowMarks {

  /** Whether the row's time lies before its arrival. */
  static final String LATE = "is_late";

  /** Whether the row repeats another. */
  static final String DUPLICATE = "is_duplicate";

  /** Whether the row belongs to the key that the skew favours most. */
  static final String HOTTEST = "is_hottest";

  /** How the row is damaged: a number from 0, or null for a row that is whole. */
  static final String DAMAGE = "damage";

  /** Chooses how a row writes its time in text. */
  static final String NOTATION = "notation";

  private RowMarks() {}
}
