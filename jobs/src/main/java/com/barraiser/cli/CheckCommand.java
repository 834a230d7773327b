package com.barraiser.cli;

import com.barraiser.check.answers.AnswerException;
import com.barraiser.check.answers.AnswerFile;
import com.barraiser.check.answers.StartingFile;
import com.barraiser.check.answers.StartingRefresh;
import com.barraiser.check.stages.Check;
import com.barraiser.check.warehouse.WarehouseCheck;
import com.barraiser.vocabulary.Case;
import com.barraiser.vocabulary.Exercise;
import com.barraiser.vocabulary.Question;
import com.barraiser.vocabulary.Shelf;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.warehouse.Refresh;
import com.barraiser.vocabulary.warehouse.Sequence;
import com.barraiser.vocabulary.warehouse.StatefulQuestion;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells a right answer from a wrong one. */
@Command(
    name = "check",
    description = {
      "Judges an answer to a question: columns, worked example, named cases, generated cases, other "
          + "row orders, larger data. Says why it is wrong, on the smallest input found.",
      "An answer runs as a program of yours, with all your rights on this machine: check only what "
          + "you would run. Tables are temporary views; what the check itself writes is removed."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:right, also if it had to be stopped on larger data",
      "1:wrong, or not judged",
      "2:usage"
    },
    footer = {
      "",
      "Examples:",
      "  barraiser check first-event --new sql",
      "  barraiser check first-event first-event.sql --watch",
      "  barraiser check first-event Answer.java --case seed-17",
      "  barraiser check first-event --solution window-rank",
      "  barraiser check prime-delivery refresh.sql"
    })
final class CheckCommand implements Callable<Integer> {

  private static final int WRONG = 1;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "QUESTION",
      description = "A name from 'list'.",
      converter = ExerciseArgument.class)
  private Exercise exercise;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILE",
      description = {
        "One query in a .sql file, or one class that implements Solution in .java.",
        "For a question about a warehouse: a .sql script, run for every batch, or a class that implements Refresh.",
        "Its runs are also made to die, after statements of the script or calls of Warehouse.change, and run again."
      })
  private Path file;

  @Option(
      names = "--solution",
      paramLabel = "NAME",
      description = "Judge a solution from 'list' instead, or a mutant, wrong on purpose.")
  private String solutionName;

  @Option(
      names = "--case",
      paramLabel = "CASE",
      description = "Try one case only, such as seed-17, and write its input to look at.")
  private String caseName;

  @Option(names = "--watch", description = "Judge the file again whenever it changes.")
  private boolean watch;

  @Option(
      names = "--new",
      paramLabel = "sql|java",
      description = "Write a file to start with, and end.")
  private Language language;

  @Option(names = "--json", description = "Print the facts as JSON, a line for every answer.")
  private boolean json;

  @Option(names = "--verbose", description = "Show the stack trace of a failure.")
  private boolean verbose;

  /** What an answer can be written in. */
  enum Language {
    SQL,
    JAVA
  }

  @Override
  public Integer call() throws InterruptedException {
    checkArguments();
    if (language != null) {
      return writeStartingFile();
    }
    Optional<AnswerFile> answer = Optional.ofNullable(file).map(this::answerFile);
    SilentEnd end = SilentEnd.of(spec.commandLine());
    try {
      return exercise instanceof StatefulQuestion stateful
          ? check(stateful, answer)
          : check((Question) exercise, answer);
    } finally {
      end.remove();
    }
  }

  private int check(StatefulQuestion question, Optional<AnswerFile> answer)
      throws InterruptedException {
    Optional<Refresh> named = named(name -> (Refresh) Shelf.approach(question, name));
    Optional<Sequence> only = only(name -> WarehouseCheck.sequence(question, name));
    try (WorkingFolder folder = new WorkingFolder()) {
      SparkSession spark = session(folder);
      WarehouseCheckRun run =
          new WarehouseCheckRun(
              question,
              () -> new WarehouseCheck(spark, question, folder.newFolder()),
              only,
              json,
              spec.commandLine().getOut());
      if (named.isPresent()) {
        return run.judge(named.get()) ? 0 : WRONG;
      }
      if (watch) {
        run.watch(spark, answer.orElseThrow());
        return 0;
      }
      return run.judge(spark, answer.orElseThrow()) ? 0 : WRONG;
    }
  }

  private int check(Question question, Optional<AnswerFile> answer) throws InterruptedException {
    Optional<Solution> named = named(name -> Shelf.solution(question, name));
    Optional<Case> only = only(name -> Check.caseNamed(question, name));
    try (WorkingFolder folder = new WorkingFolder()) {
      SparkSession spark = session(folder);
      try (Check check =
          new Check(
              spark, question, folder.path(), rows -> DataSets.ofRows(spark, question, rows))) {
        CheckRun run = new CheckRun(question, check, only, json, spec.commandLine().getOut());
        if (named.isPresent()) {
          return run.judge(named.get()) ? 0 : WRONG;
        }
        CheckRun.Loader loader = text -> answer.orElseThrow().solution(spark, text);
        if (watch) {
          run.watch(spark, answer.orElseThrow(), loader);
          return 0;
        }
        return run.judge(answer.orElseThrow(), loader) ? 0 : WRONG;
      }
    }
  }

  private SparkSession session(WorkingFolder folder) {
    return Sessions.start(
        "check " + exercise.name(),
        Map.of("spark.sql.warehouse.dir", folder.path().resolve("warehouse").toString()));
  }

  private void checkArguments() {
    long given = Stream.of(file, solutionName, language).filter(what -> what != null).count();
    if (given != 1) {
      throw usage("name one of FILE, --solution NAME and --new sql|java");
    }
    if (watch && file == null) {
      throw usage("--watch follows a FILE");
    }
    if (file != null && !Files.isRegularFile(file)) {
      throw usage(file + " is no file; --new sql|java writes one to start with");
    }
  }

  private AnswerFile answerFile(Path path) {
    try {
      return new AnswerFile(path);
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage());
    }
  }

  private <T> Optional<T> named(Function<String, T> find) {
    try {
      return Optional.ofNullable(solutionName).map(find);
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage());
    }
  }

  private <T> Optional<T> only(Function<String, T> find) {
    try {
      return Optional.ofNullable(caseName).map(find);
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage());
    }
  }

  private int writeStartingFile() {
    StartingFile start =
        exercise instanceof StatefulQuestion stateful
            ? startingFile(stateful)
            : startingFile((Question) exercise);
    Path place = Path.of(start.name());
    try {
      Files.writeString(place, start.text(), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new AnswerException(place + " exists already and is left as it is");
    } catch (IOException e) {
      throw new AnswerException("cannot write " + place + ": " + e);
    }
    String written =
        json
            ? Json.of(Map.of("file", place.toString()))
            : "wrote %s; judge it with: barraiser check %s %s"
                .formatted(place, exercise.name(), place);
    spec.commandLine().getOut().println(written);
    return 0;
  }

  private StartingFile startingFile(Question question) {
    return language == Language.SQL ? StartingFile.sql(question) : StartingFile.java(question);
  }

  private StartingFile startingFile(StatefulQuestion question) {
    return language == Language.SQL
        ? StartingRefresh.sql(question)
        : StartingRefresh.java(question);
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
