package com.barraiser.check.stages;

import static java.util.stream.Collectors.toMap;

import com.barraiser.check.CaseInputs;
import com.barraiser.check.Judge;
import com.barraiser.check.SmallSessions;
import com.barraiser.check.stages.Failure.Unsteady;
import com.barraiser.datasets.Table;
import com.barraiser.datasets.read.Source;
import com.barraiser.datasets.read.TableReader;
import com.barraiser.vocabulary.Answer;
import com.barraiser.vocabulary.Case;
import com.barraiser.vocabulary.Question;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Tries an answer on the same rows in other orders, numbers of partitions and files. */
final class Variations {

  private static final int[] PARTITIONS = {1, 3, 13};
  private static final int[] FILES = {1, 4};

  /** What is varied, in words. */
  static final String DETAIL = "other row orders, 1, 3 and 13 partitions, 1 and 4 files";

  private final Question question;
  private final TrialSession session;
  private final Path folder;

  /**
   * Prepares a session with Spark's own settings, so that answers are also tried with compiled and
   * adaptive plans.
   */
  Variations(SparkSession spark, Question question, Path folder) {
    this.question = question;
    this.session = new TrialSession(SmallSessions.forAnswers(spark), question);
    this.folder = folder;
  }

  /** Two answers that differ, if rows in reverse order give another answer. */
  Optional<Unsteady> reversed(Solution solution, Trial first) {
    Case reversed = reordered(first.input(), Collections::reverse);
    Trial other = session.trial(solution, reversed);
    return first.error().isPresent() || other.error().isPresent()
        ? Optional.empty()
        : unsteady("the same rows in reverse order", first, other);
  }

  /** The first variation that gives another answer than the right one, which was given before. */
  Optional<Failure> firstDifference(Solution solution, Trial right) {
    for (int partitions : PARTITIONS) {
      Case shuffled = shuffled(right.input(), partitions);
      Tables tables = repartitioned(shuffled, partitions);
      String change = "the same rows in another order and %d partitions".formatted(partitions);
      Optional<Failure> failure = failure(change, right, session.trial(solution, shuffled, tables));
      if (failure.isPresent()) {
        return failure;
      }
    }
    for (int files : FILES) {
      Case shuffled = shuffled(right.input(), -files);
      String change = "the same rows in another order and %d files".formatted(files);
      Optional<Failure> failure =
          failure(change, right, session.trial(solution, shuffled, written(shuffled, files)));
      if (failure.isPresent()) {
        return failure;
      }
    }
    return Optional.empty();
  }

  private Optional<Failure> failure(String change, Trial right, Trial varied) {
    if (varied.right()) {
      return Optional.empty();
    }
    Optional<Unsteady> unsteady =
        varied.error().isPresent() ? Optional.empty() : unsteady(change, right, varied);
    return Optional.of(Failure.on(Stage.VARIATIONS, varied, unsteady));
  }

  private Optional<Unsteady> unsteady(String change, Trial first, Trial second) {
    boolean ordered = question.answer().order() == Answer.Order.FIXED;
    List<List<Object>> one = Judge.without(first.rows(), second.rows());
    List<List<Object>> other = Judge.without(second.rows(), first.rows());
    if (ordered && one.isEmpty() && !first.rows().equals(second.rows())) {
      return Optional.of(unsteady(change, first.rows(), second.rows()));
    }
    return one.isEmpty() && other.isEmpty()
        ? Optional.empty()
        : Optional.of(unsteady(change, one, other));
  }

  private Unsteady unsteady(String change, List<List<Object>> one, List<List<Object>> other) {
    return new Unsteady(change, List.of(question.answer().schema().fieldNames()), one, other);
  }

  private static Case shuffled(Case input, long seed) {
    return reordered(input, lines -> Collections.shuffle(lines, new Random(seed)));
  }

  private static Case reordered(Case input, java.util.function.Consumer<List<String>> change) {
    Map<String, List<String>> tables = new HashMap<>();
    input
        .tables()
        .forEach(
            (name, lines) -> {
              List<String> changed = new ArrayList<>(lines);
              change.accept(changed);
              tables.put(name, changed);
            });
    return new Case(input.name(), input.catches(), tables, input.parameters());
  }

  private Tables repartitioned(Case input, int partitions) {
    Tables tables = CaseInputs.tables(session.session(), question, input);
    UnaryOperator<Map<String, Dataset<Row>>> repartition =
        all ->
            all.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, e -> e.getValue().repartition(partitions)));
    return new Tables(repartition.apply(tables.rows()), repartition.apply(tables.lines()));
  }

  private Tables written(Case input, int files) {
    Map<String, Dataset<Row>> rows = new HashMap<>();
    Map<String, Dataset<Row>> texts = new HashMap<>();
    try {
      Path place = Files.createTempDirectory(folder, "files");
      for (Table table : question.tables()) {
        Path tableFolder = Files.createDirectory(place.resolve(table.name()));
        List<String> lines = input.tables().getOrDefault(table.name(), List.of());
        for (int file = 0; file < files; file++) {
          int from = lines.size() * file / files;
          int to = lines.size() * (file + 1) / files;
          Files.write(tableFolder.resolve(file + ".json"), lines.subList(from, to));
        }
        Source source = Source.at(hadoop(), tableFolder.toUri().toString());
        var opened = TableReader.open(session.session(), table, source);
        rows.put(table.name(), opened.rows());
        opened.lines().ifPresent(text -> texts.put(table.name(), text));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Tables(rows, texts);
  }

  private org.apache.hadoop.conf.Configuration hadoop() {
    return session.session().sessionState().newHadoopConf();
  }
}
