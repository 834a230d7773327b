package com.barraiser.check;

import java.util.List;

/**
 * What a check says of a solution on one case.
 *
 * @param schema what is wrong with the columns, a line each; rows are compared only where nothing
 *     is
 * @param missing rows that the answer lacks
 * @param extra rows that the answer has and should not
 * @param outOfOrder whether the rows are right but stand in another order than the contract says
 */
public record Verdict(
    List<String> schema, List<String> missing, List<String> extra, boolean outOfOrder) {

  private static final int SHOWN = 10;

  /** Copies the lists. */
  public Verdict {
    schema = List.copyOf(schema);
    missing = List.copyOf(missing);
    extra = List.copyOf(extra);
  }

  /** Whether the answer is right. */
  public boolean right() {
    return schema.isEmpty() && missing.isEmpty() && extra.isEmpty() && !outOfOrder;
  }

  /** The differences in words, at most ten rows of a kind. */
  @Override
  public String toString() {
    if (right()) {
      return "right";
    }
    if (!schema.isEmpty()) {
      return "wrong columns:\n" + String.join("\n", schema);
    }
    return (outOfOrder ? "right rows, wrong order\n" : "")
        + section("missing", missing)
        + section("extra", extra);
  }

  private static String section(String title, List<String> rows) {
    if (rows.isEmpty()) {
      return "";
    }
    String more = rows.size() > SHOWN ? "\n  …" : "";
    String shown = String.join("\n  ", rows.subList(0, Math.min(SHOWN, rows.size())));
    return "%s rows (%d):\n  %s%s\n".formatted(title, rows.size(), shown, more);
  }
}
