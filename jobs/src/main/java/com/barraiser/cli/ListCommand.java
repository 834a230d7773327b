package com.barraiser.cli;

import com.barraiser.questions.Catalogue;
import com.barraiser.vocabulary.Approach;
import com.barraiser.vocabulary.Exercise;
import com.barraiser.vocabulary.Shelf;
import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the questions. */
@Command(
    name = "list",
    description = "Lists the questions and their solutions.",
    mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {

  private static final int DATE_LENGTH = "2024-03-01".length();

  private final Progress progress = Progress.open();

  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? Json.of(Catalogue.all().stream().map(this::facts).toList()) : table());
    if (!json) {
      List<Exercise> all = Catalogue.all();
      long passed = all.stream().filter(q -> progress.passed(q).isPresent()).count();
      out.printf("passed: %d of %d%n", passed, all.size());
    }
    out.flush();
    return 0;
  }

  private String table() {
    List<Column> columns =
        List.of(
            column("question"),
            column("passed"),
            column("what is asked"),
            column("solutions (* recommended, ~ approximate)"));
    String[][] rows =
        Catalogue.all().stream()
            .map(q -> new String[] {q.name(), passed(q), q.title(), solutions(q)})
            .toArray(String[][]::new);
    return AsciiTable.getTable(AsciiTable.NO_BORDERS, columns.toArray(Column[]::new), rows);
  }

  private static Column column(String header) {
    return new Column()
        .header(header)
        .dataAlign(HorizontalAlign.LEFT)
        .headerAlign(HorizontalAlign.LEFT)
        .maxWidth(60);
  }

  private static String solutions(Exercise exercise) {
    return Shelf.approaches(exercise).stream()
        .map(approach -> approach.name() + mark(exercise, approach))
        .collect(Collectors.joining(", "));
  }

  private static String mark(Exercise exercise, Approach approach) {
    if (approach.isApproximate()) {
      return "~";
    }
    return approach.name().equals(exercise.recommended()) ? "*" : "";
  }

  private String passed(Exercise exercise) {
    return progress.passed(exercise).map(time -> time.substring(0, DATE_LENGTH)).orElse("");
  }

  private Map<String, Object> facts(Exercise exercise) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("question", exercise.name());
    facts.put("title", exercise.title());
    facts.put("recommended", exercise.recommended());
    facts.put("passed", progress.passed(exercise).orElse(null));
    facts.put("solutions", Shelf.approaches(exercise).stream().map(this::facts).toList());
    facts.put("mutants", Shelf.mutants(exercise).stream().map(this::facts).toList());
    return facts;
  }

  private Map<String, Object> facts(Approach approach) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("name", approach.name());
    facts.put("approximate", approach.isApproximate());
    facts.put("why", approach.why());
    return facts;
  }
}
