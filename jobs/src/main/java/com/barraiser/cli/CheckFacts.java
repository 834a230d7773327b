package com.barraiser.cli;

import com.barraiser.check.Cells;
import com.barraiser.check.DifferencesText;
import com.barraiser.check.Verdict;
import com.barraiser.check.Verdict.Differences;
import com.barraiser.check.stages.Failure;
import com.barraiser.check.stages.Outcome;
import com.barraiser.vocabulary.Case;
import com.barraiser.vocabulary.Exercise;
import com.barraiser.vocabulary.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a check found, for programs. */
final class CheckFacts {

  private CheckFacts() {}

  /** The outcome; differences are cut to as many of a kind as a person is shown, and counted. */
  static Map<String, Object> of(Question question, String answer, Outcome outcome) {
    Map<String, Object> facts = start(question, answer);
    facts.put(
        "verdict",
        outcome.right() ? "right" : outcome.deviation().isPresent() ? "approximate" : "wrong");
    facts.put("passed", outcome.passed().stream().map(CheckFacts::passed).toList());
    outcome.failure().ifPresent(failure -> add(facts, failure));
    outcome.deviation().ifPresent(error -> facts.put("deviation", error));
    outcome.tooSlow().ifPresent(times -> facts.put("too_slow", times));
    facts.put("remarks", outcome.remarks());
    return facts;
  }

  /** An answer that could not be tried. */
  static Map<String, Object> refused(Exercise exercise, String answer, String error) {
    Map<String, Object> facts = start(exercise, answer);
    facts.put("verdict", "wrong");
    facts.put("stage", "answer");
    facts.put("errors", error.lines().toList());
    return facts;
  }

  /** A check that could not be carried out, which tells nothing of the answer. */
  static Map<String, Object> failed(Exercise exercise, String answer, String error) {
    Map<String, Object> facts = start(exercise, answer);
    facts.put("verdict", "failed");
    facts.put("errors", error.lines().toList());
    return facts;
  }

  /** What all facts begin with. */
  static Map<String, Object> start(Exercise exercise, String answer) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("question", exercise.name());
    facts.put("answer", answer);
    return facts;
  }

  private static Map<String, Object> passed(Outcome.Passed passed) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("stage", name(passed.stage()));
    facts.put("detail", passed.detail());
    facts.put("millis", passed.took().toMillis());
    return facts;
  }

  private static void add(Map<String, Object> facts, Failure failure) {
    facts.put("stage", name(failure.stage()));
    failure.input().ifPresent(input -> facts.put("case", input(input)));
    failure.error().ifPresent(error -> facts.put("errors", List.of(error)));
    failure.verdict().ifPresent(verdict -> add(facts, verdict));
    failure
        .unsteady()
        .ifPresent(
            unsteady -> {
              Map<String, Object> answers = new LinkedHashMap<>();
              answers.put("change", unsteady.change());
              answers.put("first_only", rows(unsteady.columns(), unsteady.one()));
              answers.put("second_only", rows(unsteady.columns(), unsteady.other()));
              facts.put("nondeterministic", answers);
            });
  }

  private static void add(Map<String, Object> facts, Verdict verdict) {
    if (!verdict.schema().isEmpty()) {
      facts.put("columns", verdict.schema());
      return;
    }
    if (verdict.failure().isPresent()) {
      facts.put("failure", verdict.failure().get());
      return;
    }
    Differences rows = verdict.rows();
    facts.put("missing_count", rows.missing().size());
    facts.put("missing", rows(rows.columns(), rows.missing()));
    facts.put("extra_count", rows.extra().size());
    facts.put("extra", rows(rows.columns(), rows.extra()));
    facts.put("changed_count", rows.changed().size());
    facts.put(
        "changed",
        rows.changed().stream()
            .limit(DifferencesText.SHOWN)
            .map(
                cell -> {
                  Map<String, Object> change = new LinkedHashMap<>();
                  change.put("key", row(rows.key(), cell.key()));
                  change.put("column", cell.column());
                  change.put("expected", Report.cell(cell.expected()));
                  change.put("actual", Report.cell(cell.actual()));
                  return change;
                })
            .toList());
    rows.misplaced()
        .ifPresent(
            found -> {
              Map<String, Object> misplaced = new LinkedHashMap<>();
              misplaced.put("position", found.position());
              misplaced.put("expected", row(rows.columns(), found.expected()));
              misplaced.put("actual", row(rows.columns(), found.actual()));
              facts.put("first_out_of_order", misplaced);
            });
    if (rows.tolerant()) {
      facts.put("double_tolerance", Cells.TOLERANCE);
    }
  }

  private static Map<String, Object> input(Case input) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("name", input.name());
    facts.put("catches", input.catches());
    facts.put("smallest_input", input.tables());
    facts.put("parameters", input.parameters());
    return facts;
  }

  private static List<Map<String, Object>> rows(List<String> columns, List<List<Object>> rows) {
    return rows.stream().limit(DifferencesText.SHOWN).map(row -> row(columns, row)).toList();
  }

  private static Map<String, Object> row(List<String> columns, List<Object> values) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      row.put(columns.get(i), Report.cell(values.get(i)));
    }
    return row;
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
