package com.barraiser.bench;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;
import org.apache.spark.sql.execution.FormattedMode$;
import org.apache.spark.sql.execution.QueryExecution;

/** Physical plans as text, fit to be compared. */
final class Plans {

  private static final int CONTEXT_LINES = 3;

  private Plans() {}

  /** The formatted plan without the numbers that change from run to run. */
  static String formatted(QueryExecution query) {
    return withoutNumbers(query.explainString(FormattedMode$.MODULE$));
  }

  static String withoutNumbers(String plan) {
    return plan.replaceAll("#\\d+L?", "")
        .replaceAll("plan_id=\\d+", "plan_id=")
        .replaceAll("\\[id=\\]", "")
        .replaceAll("(?m)^\\s+$", "")
        .strip();
  }

  /** What differs, as a unified diff; nothing where the plans are the same. */
  static String difference(String baselineName, String baseline, String name, String plan) {
    List<String> before = baseline.lines().toList();
    List<String> after = plan.lines().toList();
    List<String> lines =
        UnifiedDiffUtils.generateUnifiedDiff(
            baselineName, name, before, DiffUtils.diff(before, after), CONTEXT_LINES);
    return String.join("\n", lines);
  }
}
