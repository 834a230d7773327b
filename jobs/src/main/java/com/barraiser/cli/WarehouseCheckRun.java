package com.barraiser.cli;

import com.barraiser.check.answers.AnswerException;
import com.barraiser.check.answers.AnswerFile;
import com.barraiser.check.warehouse.SequenceTrial;
import com.barraiser.check.warehouse.WarehouseCheck;
import com.barraiser.check.warehouse.WarehouseCheck.Passed;
import com.barraiser.datasets.DataException;
import com.barraiser.vocabulary.Shelf;
import com.barraiser.vocabulary.warehouse.Batch;
import com.barraiser.vocabulary.warehouse.Refresh;
import com.barraiser.vocabulary.warehouse.Sequence;
import com.barraiser.vocabulary.warehouse.StatefulQuestion;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;

/** Judges answers to a question about a warehouse and says what was found, as text or as JSON. */
final class WarehouseCheckRun {

  private final StatefulQuestion question;
  private final Supplier<WarehouseCheck> checks;
  private final Optional<Sequence> only;
  private final boolean json;
  private final PrintWriter out;

  /**
   * Prepares to judge.
   *
   * @param checks makes the check of an answer, whose session has nothing of answers before
   */
  WarehouseCheckRun(
      StatefulQuestion question,
      Supplier<WarehouseCheck> checks,
      Optional<Sequence> only,
      boolean json,
      PrintWriter out) {
    this.question = question;
    this.checks = checks;
    this.only = only;
    this.json = json;
    this.out = out;
  }

  /** Judges a refresh of the question's own. */
  boolean judge(Refresh refresh) {
    if (!json && !Shelf.isRight(question, refresh)) {
      out.println(refresh.name() + " is a mutant: wrong on purpose. " + refresh.why());
    }
    return judged(refresh.name(), refresh);
  }

  /** Judges a file; one that is right on all sequences counts as passed. */
  boolean judge(SparkSession spark, AnswerFile file) {
    return judge(spark, file, file::text);
  }

  /** Judges a file again and again, until the process ends. */
  void watch(SparkSession spark, AnswerFile file) throws InterruptedException {
    Watch.follow(
        spark,
        question,
        file,
        json,
        out,
        (content, gated) ->
            new WarehouseCheckRun(question, checks, only, json, gated).judge(spark, file, content));
  }

  private boolean judge(SparkSession spark, AnswerFile file, Supplier<String> content) {
    Refresh refresh;
    try {
      refresh = file.refresh(spark, content.get());
    } catch (AnswerException e) {
      refused(file, e);
      return false;
    }
    boolean right = judged(file.name(), refresh);
    if (right && only.isEmpty()) {
      Progress.open().pass(question, file.name());
    }
    return right;
  }

  private void refused(AnswerFile file, AnswerException refusal) {
    if (json) {
      out.println(Json.of(CheckFacts.refused(question, file.name(), refusal.getMessage())));
    } else {
      out.println("WRONG\n" + refusal.getMessage());
    }
    out.flush();
  }

  private boolean judged(String name, Refresh refresh) {
    List<Passed> passed = new ArrayList<>();
    Optional<SequenceTrial> failure;
    try (WarehouseCheck check = checks.get()) {
      failure =
          only.isPresent()
              ? check.replay(refresh, only.get())
              : check.failure(refresh, listener(passed));
    }
    if (json) {
      out.println(Json.of(facts(name, passed, failure)));
    } else {
      failure.ifPresent(this::say);
      out.printf("%s is %s.%n", name, failure.isEmpty() ? "right" : "wrong");
      failure.ifPresent(
          trial -> out.printf("Try this case alone with --case %s.%n", trial.sequence().name()));
    }
    only.ifPresent(this::write);
    out.flush();
    return failure.isEmpty();
  }

  private WarehouseCheck.Listener listener(List<Passed> passed) {
    return new WarehouseCheck.Listener() {
      @Override
      public void passed(Passed stage) {
        passed.add(stage);
        say(stage);
      }

      @Override
      public void failedAtOnce() {
        if (!json) {
          out.println("WRONG  all sequences at once; one that fails alone is looked for");
          out.flush();
        }
      }
    };
  }

  private void say(Passed stage) {
    if (!json) {
      out.printf(
          Locale.ROOT,
          "right  %s: %d (%.1f s)%n",
          stage.title(),
          stage.sequences(),
          stage.took().toMillis() / 1000.0);
      out.flush();
    }
  }

  private void say(SequenceTrial trial) {
    Sequence sequence = trial.sequence();
    out.printf("WRONG  %s%n%n", sequence.name());
    out.printf("Case %s catches %s.%n", sequence.name(), sequence.catches());
    out.println("The shortest sequence of batches found that the answer fails on:");
    int number = 0;
    for (Batch batch : sequence.batches()) {
      String runs = sequence.interrupted() ? ", ended after each of its steps and run again" : "";
      out.printf("  batch %d%s%n", ++number, runs);
      new TreeMap<>(batch.feeds())
          .forEach((feed, lines) -> lines.forEach(line -> out.printf("    %s %s%n", feed, line)));
      new TreeMap<>(batch.parameters())
          .forEach((name, value) -> out.printf("    with %s=%s%n", name, value));
    }
    out.println();
    trial.error().ifPresent(error -> out.println("The answer failed: " + error));
    trial.fault().ifPresent(fault -> fault.what().forEach(out::println));
    out.println();
  }

  private Map<String, Object> facts(
      String answer, List<Passed> passed, Optional<SequenceTrial> failure) {
    Map<String, Object> facts = CheckFacts.start(question, answer);
    facts.put("verdict", failure.isEmpty() ? "right" : "wrong");
    facts.put(
        "passed",
        passed.stream()
            .map(
                stage ->
                    Map.of(
                        "stage", stage.title(),
                        "sequences", stage.sequences(),
                        "millis", stage.took().toMillis()))
            .toList());
    failure.ifPresent(trial -> add(facts, trial));
    return facts;
  }

  private static void add(Map<String, Object> facts, SequenceTrial trial) {
    Map<String, Object> sequence = new LinkedHashMap<>();
    sequence.put("name", trial.sequence().name());
    sequence.put("catches", trial.sequence().catches());
    sequence.put(
        "shortest_sequence",
        trial.sequence().batches().stream()
            .map(batch -> Map.of("feeds", batch.feeds(), "parameters", batch.parameters()))
            .toList());
    facts.put("case", sequence);
    if (trial.sequence().interrupted()) {
      sequence.put("interrupted", true);
    }
    trial.error().ifPresent(error -> facts.put("errors", List.of(error)));
    trial.fault().ifPresent(fault -> facts.put("faults", fault.what()));
  }

  /** Puts a sequence where the user can look at it, a folder for each batch. */
  private void write(Sequence sequence) {
    Path folder = Home.place("cases").resolve(question.name()).resolve(sequence.name());
    try {
      int number = 0;
      for (Batch batch : sequence.batches()) {
        Path place = folder.resolve("batch-%02d".formatted(++number));
        Files.createDirectories(place);
        for (Map.Entry<String, List<String>> feed : batch.feeds().entrySet()) {
          Files.write(place.resolve(feed.getKey() + ".json"), feed.getValue());
        }
      }
    } catch (IOException e) {
      throw new DataException("cannot write " + folder + ": " + e, e);
    }
    if (!json) {
      out.println("The batches of " + sequence.name() + " stand in " + folder);
    }
  }
}
