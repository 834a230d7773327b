package com.barraiser.check;

import java.util.List;
import java.util.Optional;

/**
 * What a check says of a solution on one case.
 *
 * @param schema what is wrong with the columns, a line each; rows are compared only where nothing
 *     is
 * @param failure what is wrong with how the solution failed, or did not fail, where the input
 *     allows no answer
 * @param rows how the rows differ
 */
public record Verdict(List<String> schema, Optional<String> failure, Differences rows) {

  /** Copies the list. */
  public Verdict {
    schema = List.copyOf(schema);
  }

  /** The columns are wrong, and so no rows were compared. */
  public static Verdict ofColumns(List<String> differences) {
    return new Verdict(differences, Optional.empty(), Differences.NONE);
  }

  /** The columns are right, and the rows differ like this. */
  static Verdict ofRows(Differences differences) {
    return new Verdict(List.of(), Optional.empty(), differences);
  }

  /** The input allows no answer; what is wrong with the failure, or nothing. */
  static Verdict ofFailure(Optional<String> wrong) {
    return new Verdict(List.of(), wrong, Differences.NONE);
  }

  /** Whether the answer is right. */
  public boolean right() {
    return schema.isEmpty() && failure.isEmpty() && rows.none();
  }

  /** The differences in words, at most ten of a kind. */
  @Override
  public String toString() {
    if (right()) {
      return "right";
    }
    if (failure.isPresent()) {
      return failure.get();
    }
    return schema.isEmpty()
        ? DifferencesText.of(rows)
        : "wrong columns:\n  " + String.join("\n  ", schema);
  }

  /**
   * How the rows of an answer differ from those that are expected.
   *
   * @param columns the answer's columns
   * @param key the columns that identify a row
   * @param missing rows that the answer lacks
   * @param extra rows that the answer has and should not
   * @param changed cells of rows that are there under their key, but with another value
   * @param misplaced the first row out of order, where only the order is wrong
   * @param tolerant whether some column is compared with a tolerance
   */
  public record Differences(
      List<String> columns,
      List<String> key,
      List<List<Object>> missing,
      List<List<Object>> extra,
      List<ChangedCell> changed,
      Optional<Misplaced> misplaced,
      boolean tolerant) {

    private static final Differences NONE =
        new Differences(
            List.of(), List.of(), List.of(), List.of(), List.of(), Optional.empty(), false);

    /** Copies the lists; rows and keys may hold nulls and are not copied. */
    public Differences {
      columns = List.copyOf(columns);
      key = List.copyOf(key);
      missing = List.copyOf(missing);
      extra = List.copyOf(extra);
      changed = List.copyOf(changed);
    }

    /** Whether the rows are the same. */
    public boolean none() {
      return missing.isEmpty() && extra.isEmpty() && changed.isEmpty() && misplaced.isEmpty();
    }
  }

  /**
   * A cell with another value than expected.
   *
   * @param key the values of the key columns of its row
   */
  public record ChangedCell(List<Object> key, String column, Object expected, Object actual) {}

  /**
   * The first row that is not the one expected at its place.
   *
   * @param position from 1
   */
  public record Misplaced(int position, List<Object> expected, List<Object> actual) {}
}
