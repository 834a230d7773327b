package com.barraiser.cli;

import com.barraiser.check.answers.AnswerException;
import com.barraiser.check.answers.AnswerFile;
import com.barraiser.check.stages.Check;
import com.barraiser.check.stages.Listener;
import com.barraiser.check.stages.Outcome;
import com.barraiser.check.stages.Outcome.Passed;
import com.barraiser.check.stages.Stage;
import com.barraiser.check.stages.Trial;
import com.barraiser.datasets.DataException;
import com.barraiser.vocabulary.Case;
import com.barraiser.vocabulary.Question;
import com.barraiser.vocabulary.Shelf;
import com.barraiser.vocabulary.Solution;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;

/** Judges answers and says what was found, as text or as JSON. */
final class CheckRun {

  private static final Listener SILENT =
      new Listener() {
        @Override
        public void passed(Passed stage) {}

        @Override
        public void failed(Stage stage, Trial trial) {}
      };

  private final Question question;
  private final Check check;
  private final Optional<Case> only;
  private final boolean json;
  private final PrintWriter out;
  private final CheckText text;

  CheckRun(Question question, Check check, Optional<Case> only, boolean json, PrintWriter out) {
    this.question = question;
    this.check = check;
    this.only = only;
    this.json = json;
    this.out = out;
    this.text = new CheckText(out);
  }

  /** Makes a solution of an answer's text. */
  @FunctionalInterface
  interface Loader {
    Solution solution(String text);
  }

  /** Judges a solution of the question's own. */
  boolean judge(Solution solution) {
    if (!json && !Shelf.isRight(question, solution)) {
      out.println(solution.name() + " is a mutant: wrong on purpose. " + solution.why());
    }
    return judged(solution.name(), solution).right();
  }

  /** Judges a file; one that is right in all stages counts as passed. */
  boolean judge(AnswerFile file, Loader loader) {
    return judge(file, loader, file::text);
  }

  /** Judges a file again and again, until the process ends. */
  void watch(SparkSession spark, AnswerFile file, Loader loader) throws InterruptedException {
    Watch.follow(
        spark,
        question,
        file,
        json,
        out,
        (content, gated) ->
            new CheckRun(question, check, only, json, gated).judge(file, loader, content));
  }

  private boolean judge(AnswerFile file, Loader loader, Supplier<String> content) {
    Solution solution;
    try {
      solution = loader.solution(content.get());
    } catch (AnswerException e) {
      refused(file, e);
      return false;
    }
    Outcome outcome = judged(file.name(), solution);
    if (outcome.keepsUp() && only.isEmpty()) {
      Progress.open().pass(question, file.name());
    }
    return outcome.right();
  }

  private void refused(AnswerFile file, AnswerException refusal) {
    if (json) {
      out.println(Json.of(CheckFacts.refused(question, file.name(), refusal.getMessage())));
      out.flush();
    } else {
      text.refused(refusal.getMessage());
    }
  }

  private Outcome judged(String name, Solution solution) {
    Listener listener = json ? SILENT : text;
    Outcome outcome =
        only.map(input -> check.replay(solution, input, listener))
            .orElseGet(() -> check.outcome(solution, listener));
    if (json) {
      out.println(Json.of(CheckFacts.of(question, name, outcome)));
      out.flush();
    } else {
      text.outcome(name, outcome);
    }
    only.ifPresent(this::write);
    return outcome;
  }

  /** Puts a case's input where the user can look at it, and run other answers on it. */
  private void write(Case input) {
    Path folder = Home.place("cases").resolve(question.name()).resolve(input.name());
    try {
      Files.createDirectories(folder);
      for (Map.Entry<String, List<String>> table : input.tables().entrySet()) {
        Files.write(folder.resolve(table.getKey() + ".json"), table.getValue());
      }
    } catch (IOException e) {
      throw new DataException("cannot write " + folder + ": " + e, e);
    }
    if (!json) {
      out.println("The whole input of " + input.name() + " stands in " + folder);
      out.flush();
    }
  }
}
