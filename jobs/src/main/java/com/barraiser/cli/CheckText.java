package com.barraiser.cli;

import com.barraiser.check.DifferencesText;
import com.barraiser.check.Verdict;
import com.barraiser.check.stages.Failure;
import com.barraiser.check.stages.Failure.Unsteady;
import com.barraiser.check.stages.Listener;
import com.barraiser.check.stages.Outcome;
import com.barraiser.check.stages.Outcome.Passed;
import com.barraiser.check.stages.Stage;
import com.barraiser.check.stages.Trial;
import com.barraiser.vocabulary.Case;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Tells a user what a check finds: stage by stage as it goes on, then why. */
final class CheckText implements Listener {

  /** More lines would push the differences off the screen. */
  private static final int LINES_SHOWN = 12;

  private final PrintWriter out;

  CheckText(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void passed(Passed stage) {
    line(
        "right",
        stage.stage(),
        stage.detail(),
        String.format(Locale.ROOT, " (%.1f s)", stage.took().toMillis() / 1000.0));
  }

  @Override
  public void failed(Stage stage, Trial trial) {
    line("WRONG", stage, trial.input().name(), "");
  }

  /** The outcome, after its stages. */
  void outcome(String answer, Outcome outcome) {
    outcome.failure().ifPresent(failure -> failure(answer, failure));
    outcome.tooSlow().ifPresent(times -> line("slow ", Stage.SIZE, times, ""));
    outcome.remarks().forEach(remark -> out.println("at scale: " + remark));
    outcome
        .deviation()
        .ifPresent(
            error ->
                out.println(
                    answer
                        + " is approximate by design and so does not count as right. It is "
                        + error
                        + "."));
    if (outcome.keepsUp()) {
      out.println(answer + " is right.");
    } else if (outcome.right()) {
      out.println(
          answer
              + " is right on small data, but too slow for larger: it does not count as passed.");
    }
    out.flush();
  }

  /** An answer that could not be tried, each line with its place. */
  void refused(String lines) {
    out.println("WRONG");
    out.println(lines);
    out.flush();
  }

  private void line(String verdict, Stage stage, String detail, String time) {
    out.printf("%s  %s%s%s%n", verdict, stage.title(), detail.isEmpty() ? "" : ": " + detail, time);
    out.flush();
  }

  private void failure(String answer, Failure failure) {
    if (failure.input().isEmpty() || failure.stage() == Stage.VARIATIONS) {
      line("WRONG", failure.stage(), "", "");
    }
    out.println();
    failure.input().ifPresent(input -> input(failure, input));
    failure.error().ifPresent(error -> out.println("The answer failed: " + error));
    failure.unsteady().ifPresent(this::unsteady);
    if (failure.unsteady().isEmpty() || failure.stage() != Stage.VARIATIONS) {
      failure.verdict().ifPresent(this::differences);
    }
    out.println();
    out.println(answer + " is wrong.");
    failure
        .input()
        .ifPresent(input -> out.println("Try this case alone with --case " + input.name() + "."));
  }

  private void input(Failure failure, Case input) {
    out.printf("Case %s catches %s.%n", input.name(), input.catches());
    out.println(
        failure.stage() == Stage.VARIATIONS
            ? "The rows of the second answer, in their order:"
            : "The smallest input found that the answer fails on:");
    new TreeMap<>(input.tables()).forEach(this::table);
    for (Map.Entry<String, String> set : new TreeMap<>(input.parameters()).entrySet()) {
      out.println("  with " + set.getKey() + "=" + set.getValue());
    }
    out.println();
  }

  private void table(String name, List<String> lines) {
    out.println("  " + name + (lines.isEmpty() ? ": no rows" : ":"));
    lines.stream().limit(LINES_SHOWN).forEach(line -> out.println("    " + line));
    if (lines.size() > LINES_SHOWN) {
      out.printf(Locale.ROOT, "    and %,d more%n", lines.size() - LINES_SHOWN);
    }
  }

  private void unsteady(Unsteady unsteady) {
    out.println("The answer is nondeterministic: " + unsteady.change() + " give another one.");
    out.print(
        DifferencesText.rows("rows of the first answer only", unsteady.columns(), unsteady.one()));
    out.print(
        DifferencesText.rows(
            "rows of the second answer only", unsteady.columns(), unsteady.other()));
    out.println();
  }

  private void differences(Verdict verdict) {
    out.println(verdict);
  }
}
