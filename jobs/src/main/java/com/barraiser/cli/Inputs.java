package com.barraiser.cli;

import com.barraiser.bench.BenchData;
import com.barraiser.datasets.DataException;
import com.barraiser.datasets.Table;
import com.barraiser.datasets.read.Orphans;
import com.barraiser.datasets.read.Source;
import com.barraiser.datasets.read.TableInput;
import com.barraiser.datasets.read.TableReader;
import com.barraiser.vocabulary.Question;
import com.barraiser.vocabulary.Tables;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The tables that a run reads, found by what {@code --input} says. */
final class Inputs {

  private final Map<String, TableInput> byTable = new LinkedHashMap<>();
  private final Map<String, Source> sources = new LinkedHashMap<>();
  private List<Orphans> orphans = List.of();

  private Inputs() {}

  /**
   * Checks the arguments by themselves.
   *
   * @throws IllegalArgumentException if they name a table twice, or several folders for all tables
   */
  static void check(Question question, List<String> arguments) {
    Map<String, String> named = new HashMap<>();
    String folder = null;
    for (String argument : arguments) {
      Optional<Table> table = tableNamed(question, argument);
      if (table.isEmpty() && folder != null) {
        throw new IllegalArgumentException(
            "--input %s and --input %s: name tables, as in --input %s=PATH"
                .formatted(folder, argument, question.tables().get(0).name()));
      }
      if (table.isEmpty()) {
        folder = argument;
      } else if (named.put(table.get().name(), argument) != null) {
        throw new IllegalArgumentException("--input names " + table.get().name() + " twice");
      }
    }
    if (folder != null && named.size() == question.tables().size()) {
      throw new IllegalArgumentException("--input " + folder + " is for no table; all are named");
    }
  }

  /**
   * Opens all tables of a question.
   *
   * @throws DataException if one is not found or cannot be read as that table
   */
  static Inputs open(SparkSession spark, Question question, List<String> arguments) {
    List<String> paths = arguments.isEmpty() ? List.of(DataSets.small(spark, question)) : arguments;
    Configuration hadoop = spark.sessionState().newHadoopConf();
    Inputs inputs = new Inputs();
    for (Table table : question.tables()) {
      location(hadoop, question, table, paths)
          .map(location -> Source.at(hadoop, location))
          .ifPresentOrElse(
              source -> {
                inputs.sources.put(table.name(), source);
                inputs.byTable.put(table.name(), TableReader.open(spark, table, source));
              },
              () -> inputs.byTable.put(table.name(), TableReader.absent(spark, table)));
    }
    inputs.orphans =
        question.tables().stream()
            .filter(table -> !table.references().isEmpty())
            .map(table -> new Orphans(table, inputs.byTable::get))
            .toList();
    return inputs;
  }

  /** The tables for a solution. */
  Tables tables() {
    Map<String, Dataset<Row>> rows = new LinkedHashMap<>();
    Map<String, Dataset<Row>> lines = new LinkedHashMap<>();
    byTable.forEach(
        (name, input) -> {
          rows.put(name, input.rows());
          input.lines().ifPresent(text -> lines.put(name, text));
        });
    return new Tables(rows, lines);
  }

  /** The rejected rows of each table by reason, orphans among them; absent where none are. */
  Map<String, Map<String, Long>> rejectCounts() {
    Map<String, Map<String, Long>> counts = unreadable();
    orphans.forEach(of -> counts.get(of.table().name()).putAll(of.counts()));
    counts.values().removeIf(Map::isEmpty);
    return counts;
  }

  /** The rejected rows of all tables, orphans among them. */
  Dataset<Row> rejects() {
    return Stream.concat(
            byTable.values().stream().map(TableInput::rejects),
            orphans.stream().map(Orphans::rejects))
        .reduce(Dataset::union)
        .orElseThrow();
  }

  private Map<String, Map<String, Long>> unreadable() {
    Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
    byTable.forEach((name, input) -> counts.put(name, new TreeMap<>(input.rejectCounts())));
    return counts;
  }

  /** The files and folders that are read. */
  List<Path> locations() {
    return sources.values().stream().flatMap(source -> source.paths().stream()).toList();
  }

  /**
   * The tables for an experiment.
   *
   * @param rows how many rows the largest table has; 0 where nobody knows, then they are counted
   */
  BenchData benchData(long rows) {
    long counted =
        rows > 0
            ? rows
            : byTable.values().stream().mapToLong(table -> table.rows().count()).max().orElse(0);
    boolean rejected = !unreadable().values().stream().allMatch(Map::isEmpty);
    return new BenchData(counted, tables(), sources, rejected);
  }

  /** Where a table lies; nothing where it may be absent, and is. */
  private static Optional<String> location(
      Configuration hadoop, Question question, Table table, List<String> arguments) {
    Optional<String> named =
        arguments.stream()
            .filter(argument -> argument.startsWith(table.name() + "="))
            .map(argument -> argument.substring(table.name().length() + 1))
            .findFirst();
    if (named.isPresent()) {
      return named;
    }
    Optional<String> folder =
        arguments.stream().filter(argument -> tableNamed(question, argument).isEmpty()).findFirst();
    Optional<String> found = folder.flatMap(path -> Source.locate(hadoop, path, table));
    if (found.isPresent() || table.mayBeAbsent()) {
      return found;
    }
    // The path of the only table may be named by itself, unless another lies in there.
    boolean isOnly =
        folder.isPresent()
            && question.tables().stream()
                .filter(one -> one != table)
                .allMatch(
                    one -> one.mayBeAbsent() && Source.locate(hadoop, folder.get(), one).isEmpty());
    if (!isOnly) {
      throw missing(table, folder.orElse("no --input"));
    }
    return folder;
  }

  private static DataException missing(Table table, String where) {
    return new DataException(
        "%s holds no table %s; name it with --input %s=PATH"
            .formatted(where, table.name(), table.name()));
  }

  private static Optional<Table> tableNamed(Question question, String argument) {
    return question.tables().stream()
        .filter(table -> argument.startsWith(table.name() + "="))
        .findFirst();
  }
}
