package com.barraiser.check.stages;

import com.barraiser.check.Verdict;
import com.barraiser.vocabulary.Case;
import java.util.List;
import java.util.Optional;

/**
 * How an answer did on a case.
 *
 * @param verdict what the comparison says; empty where the answer threw
 * @param error what it threw, with the answer's own line
 * @param rows the answer's rows, where there are any
 */
public record Trial(
    Case input, Optional<Verdict> verdict, Optional<String> error, List<List<Object>> rows) {

  static Trial judged(Case input, Verdict verdict, List<List<Object>> rows) {
    return new Trial(input, Optional.of(verdict), Optional.empty(), rows);
  }

  static Trial threw(Case input, String error) {
    return new Trial(input, Optional.empty(), Optional.of(error), List.of());
  }

  /** Whether the answer is right on the case. */
  public boolean right() {
    return verdict.map(Verdict::right).orElse(false);
  }
}
