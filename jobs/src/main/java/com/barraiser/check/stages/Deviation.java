package com.barraiser.check.stages;

import com.barraiser.check.Verdict.ChangedCell;
import com.barraiser.check.Verdict.Differences;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How far an answer that is approximate by design is off. */
final class Deviation {

  private Deviation() {}

  /** The small cases in one line: how many are exact, and the largest error in the others. */
  static String ofCases(List<Trial> trials) {
    List<Trial> off = trials.stream().filter(trial -> !trial.right()).toList();
    long failed = off.stream().filter(trial -> trial.verdict().isEmpty()).count();
    String exact =
        "exact on %d of %d small cases".formatted(trials.size() - off.size(), trials.size());
    String threw = failed == 0 ? "" : ", failed on " + failed;
    return exact
        + threw
        + off.stream()
            .flatMap(trial -> trial.verdict().stream())
            .map(verdict -> verdict.rows())
            .max((a, b) -> Double.compare(largestError(a), largestError(b)))
            .map(worst -> "; at worst " + ofRows(worst))
            .orElse("");
  }

  /** Missing and extra rows, and the largest relative error of a number. */
  static String ofRows(Differences rows) {
    return String.format(
        Locale.ROOT,
        "%d rows missing, %d extra, %d cells changed, numbers off by up to %.2f %%",
        rows.missing().size(),
        rows.extra().size(),
        rows.changed().size(),
        100 * largestError(rows));
  }

  private static double largestError(Differences rows) {
    return rows.changed().stream()
        .map(Deviation::error)
        .flatMap(Optional::stream)
        .mapToDouble(Double::doubleValue)
        .max()
        .orElse(0);
  }

  private static Optional<Double> error(ChangedCell cell) {
    if (cell.expected() instanceof Number expected && cell.actual() instanceof Number actual) {
      double difference = Math.abs(expected.doubleValue() - actual.doubleValue());
      double largest = Math.max(Math.abs(expected.doubleValue()), Double.MIN_NORMAL);
      return Optional.of(difference / largest);
    }
    return Optional.empty();
  }
}
