package com.barraiser.questions.joborder;

import static com.barraiser.datasets.tables.Dependencies.DOWNSTREAM_JOB;
import static com.barraiser.datasets.tables.Dependencies.UPSTREAM_JOB;

import com.barraiser.datasets.Tuple;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks for one whole cycle in a text: {@code a -> b -> a}, each arrow a given edge, each job once.
 * Other words may stand around it. A job's name may hold arrows itself, so the text is read along
 * the edges, not cut at its arrows. The way to a cycle, or from it, is not to be named with it.
 */
final class CycleInText {

  private final Map<String, Set<String>> downstream = new HashMap<>();
  private final String text;

  CycleInText(List<Tuple> dependencies, String text) {
    for (Tuple edge : dependencies) {
      downstream
          .computeIfAbsent(edge.text(UPSTREAM_JOB), job -> new HashSet<>())
          .add(edge.text(DOWNSTREAM_JOB));
    }
    this.text = text;
  }

  boolean isThere() {
    return downstream.keySet().stream().anyMatch(this::beginsSomewhere);
  }

  private boolean beginsSomewhere(String job) {
    for (int at = text.indexOf(job); at >= 0; at = text.indexOf(job, at + 1)) {
      if (isBegin(job, at) && continues(job, job, at, new HashSet<>(Set.of(job)))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the text goes on from a job at a place, along edges, back to the first job. */
  private boolean continues(String first, String job, int at, Set<String> passed) {
    int next = at + job.length() + Cycle.ARROW.length();
    if (!text.startsWith(Cycle.ARROW, at + job.length())) {
      return false;
    }
    Set<String> candidates = downstream.getOrDefault(job, Set.of());
    if (candidates.contains(first) && text.startsWith(first, next) && isEnd(first, next)) {
      return true;
    }
    for (String candidate : candidates) {
      if (text.startsWith(candidate, next) && passed.add(candidate)) {
        if (continues(first, candidate, next, passed)) {
          return true;
        }
        passed.remove(candidate);
      }
    }
    return false;
  }

  /**
   * Whether no given edge leads from the text before to the first job: that would be a way there.
   */
  private boolean isBegin(String first, int at) {
    String before = text.substring(0, at);
    return isBorder(at)
        && downstream.entrySet().stream()
            .filter(edges -> edges.getValue().contains(first))
            .noneMatch(edges -> before.endsWith(edges.getKey() + Cycle.ARROW));
  }

  /** Whether no given edge leads on from the last job. */
  private boolean isEnd(String last, int at) {
    int end = at + last.length();
    return isBorder(end)
        && downstream.get(last).stream().noneMatch(job -> text.startsWith(Cycle.ARROW + job, end));
  }

  /** Whether a word does not go on across a place. */
  private boolean isBorder(int at) {
    return at == 0
        || at == text.length()
        || !isOfWord(text.charAt(at - 1))
        || !isOfWord(text.charAt(at));
  }

  private static boolean isOfWord(char letter) {
    return Character.isLetterOrDigit(letter) || letter == '_';
  }
}
