package com.barraiser.check.stages;

import com.barraiser.datasets.Table;
import com.barraiser.vocabulary.Case;
import com.barraiser.vocabulary.Question;
import com.barraiser.vocabulary.Solution;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for a smaller input that an answer still fails on: fewer rows, then simpler values. What is
 * found is small, not always the smallest.
 */
final class Shrinker {

  private final Trials trials;
  private final Question question;
  private final Solution solution;
  private final long deadlineNanos;
  private Trial smallest;

  private Shrinker(
      Trials trials, Question question, Solution solution, Trial failed, Duration limit) {
    this.trials = trials;
    this.question = question;
    this.solution = solution;
    this.smallest = failed;
    this.deadlineNanos = System.nanoTime() + limit.toNanos();
  }

  /** The trial on the smallest input that was found within the time. */
  static Trial shrink(
      Trials trials, Question question, Solution solution, Trial failed, Duration limit) {
    Shrinker shrinker = new Shrinker(trials, question, solution, failed, limit);
    shrinker.removeLines();
    shrinker.simplifyValues();
    return shrinker.smallest;
  }

  /** Halves, then quarters, and so on down to single lines, again from each success. */
  private void removeLines() {
    for (Table table : question.tables()) {
      int chunk = Math.max(1, lines(table).size() / 2);
      while (chunk >= 1 && !lines(table).isEmpty() && hasTime()) {
        boolean removed = removeChunks(table, chunk);
        if (chunk == 1 && !removed) {
          break;
        }
        chunk = removed ? Math.max(1, Math.min(chunk, lines(table).size() / 2)) : chunk / 2;
      }
    }
  }

  private boolean removeChunks(Table table, int chunk) {
    boolean removed = false;
    for (int from = 0; from < lines(table).size() && hasTime(); ) {
      List<String> fewer = new ArrayList<>(lines(table));
      fewer.subList(from, Math.min(from + chunk, fewer.size())).clear();
      if (keepIfItFails(table, fewer)) {
        removed = true;
      } else {
        from += chunk;
      }
    }
    return removed;
  }

  private void simplifyValues() {
    for (Table table : question.tables()) {
      SimplerLines simpler = new SimplerLines(table, lines(table));
      Optional<List<String>> simplified = simpler.next();
      while (simplified.isPresent() && hasTime()) {
        simpler.judged(keepIfItFails(table, simplified.get()));
        simplified = simpler.next();
      }
    }
  }

  private List<String> lines(Table table) {
    return smallest.input().tables().getOrDefault(table.name(), List.of());
  }

  private boolean hasTime() {
    return System.nanoTime() < deadlineNanos && !Thread.currentThread().isInterrupted();
  }

  private boolean keepIfItFails(Table table, List<String> lines) {
    Map<String, List<String>> tables = new HashMap<>(smallest.input().tables());
    tables.put(table.name(), lines);
    Case input = smallest.input();
    Trial trial =
        trials.trial(solution, new Case(input.name(), input.catches(), tables, input.parameters()));
    // Another mistake than the one that was found would explain nothing.
    if (trial.right() || trial.error().isPresent() != smallest.error().isPresent()) {
      return false;
    }
    smallest = trial;
    return true;
  }
}
