package com.barraiser.questions.joborder;

import com.barraiser.datasets.Tuple;
import com.barraiser.datasets.tables.Dependencies;
import com.barraiser.datasets.tables.Jobs;
import com.barraiser.vocabulary.Case;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The inputs that tell a right answer from a wrong one. */
final class JobOrderCases {

  static final Case EXAMPLE =
      of(
          "worked-example",
          "not having read the statement",
          """
          {"upstream_job":"load-orders","downstream_job":"join"}
          {"upstream_job":"load-items","downstream_job":"join"}
          {"upstream_job":"load-items","downstream_job":"count-items"}
          {"upstream_job":"join","downstream_job":"report"}
          {"upstream_job":"load-orders","downstream_job":"report"}
          {"upstream_job":"load-orders","downstream_job":"join"}
          """,
          """
          {"job":"backup"}
          {"job":"join"}
          """);

  static final List<Tuple> EXAMPLE_ANSWER =
      List.of(
          row(1, "backup", 0),
          row(2, "load-items", 0),
          row(3, "load-orders", 0),
          row(4, "count-items", 1),
          row(5, "join", 1),
          row(6, "report", 2));

  private JobOrderCases() {}

  static List<Case> all() {
    return Stream.of(
            List.of(EXAMPLE),
            listed(),
            levels(),
            names(),
            CycleCases.all(),
            GeneratedGraphs.named())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Case> listed() {
    return List.of(
        of("empty-tables", "failing when there is nothing", "", ""),
        of(
            "jobs-without-dependencies",
            "leaving out jobs that only the optional table knows",
            """
            {"upstream_job":"b","downstream_job":"c"}
            """,
            """
            {"job":"d"}
            {"job":"a"}
            """),
        of(
            "no-dependencies-at-all",
            "taking the jobs from the dependencies only",
            "",
            """
            {"job":"b"}
            {"job":"a"}
            """),
        of(
            "listed-jobs-repeat",
            "listing a job twice",
            """
            {"upstream_job":"a","downstream_job":"b"}
            """,
            """
            {"job":"b"}
            {"job":"c"}
            {"job":"c"}
            {"job":"a"}
            """),
        of(
            "rejected-rows",
            "letting an empty name be a job",
            """
            {"upstream_job":"a","downstream_job":"b"}
            {"upstream_job":"","downstream_job":"a"}
            {"upstream_job":"b","downstream_job":null}
            {"downstream_job":"a"}
            """,
            """
            {"job":""}
            {"name":"c"}
            """));
  }

  private static List<Case> levels() {
    return List.of(
        edges(
            "longest-way-counts",
            "taking the shortest way to a job",
            """
            {"upstream_job":"a","downstream_job":"d"}
            {"upstream_job":"a","downstream_job":"b"}
            {"upstream_job":"b","downstream_job":"c"}
            {"upstream_job":"c","downstream_job":"d"}
            """),
        edges(
            "repeated-edges",
            "waiting for every copy of an edge",
            """
            {"upstream_job":"a","downstream_job":"b"}
            {"upstream_job":"a","downstream_job":"b"}
            {"upstream_job":"a","downstream_job":"b"}
            {"upstream_job":"b","downstream_job":"c"}
            """),
        edges(
            "several-levels-over-one-another",
            "following one branch to its end before the next",
            """
            {"upstream_job":"a","downstream_job":"z"}
            {"upstream_job":"z","downstream_job":"b"}
            {"upstream_job":"c","downstream_job":"y"}
            """),
        edges(
            "later-name-runs-first",
            "ordering by name alone, or by edges turned round",
            """
            {"upstream_job":"c","downstream_job":"b"}
            {"upstream_job":"b","downstream_job":"a"}
            """),
        edges(
            "diamonds",
            "reaching a job as often as there are ways to it",
            """
            {"upstream_job":"a","downstream_job":"b"}
            {"upstream_job":"a","downstream_job":"c"}
            {"upstream_job":"b","downstream_job":"d"}
            {"upstream_job":"c","downstream_job":"d"}
            {"upstream_job":"d","downstream_job":"e"}
            {"upstream_job":"d","downstream_job":"f"}
            {"upstream_job":"e","downstream_job":"g"}
            {"upstream_job":"f","downstream_job":"g"}
            """),
        edges(
            "graph-in-two-parts",
            "stopping when one part is done",
            """
            {"upstream_job":"a","downstream_job":"b"}
            {"upstream_job":"b","downstream_job":"c"}
            {"upstream_job":"x","downstream_job":"y"}
            """));
  }

  private static List<Case> names() {
    return List.of(
        of(
            "order-of-names",
            "another order of text than that of its bytes",
            """
            {"upstream_job":"start","downstream_job":"b"}
            {"upstream_job":"start","downstream_job":"B"}
            {"upstream_job":"start","downstream_job":"a"}
            {"upstream_job":"start","downstream_job":"job10"}
            {"upstream_job":"start","downstream_job":"job9"}
            {"upstream_job":"start","downstream_job":"_"}
            """,
            ""),
        of(
            "order-beyond-utf16",
            "comparing text by UTF-16 units",
            "",
            """
            {"job":"\\ud83d\\ude80"}
            {"job":"\\uff5e"}
            {"job":"\\u00fc"}
            {"job":"z"}
            """),
        edges(
            "names-alike",
            "trimming names, or ignoring case",
            """
            {"upstream_job":"a","downstream_job":"A"}
            {"upstream_job":"A","downstream_job":"a "}
            {"upstream_job":"a ","downstream_job":" a"}
            """),
        edges(
            "names-with-arrows-and-quotes",
            "putting two names into one text and cutting it again",
            """
            {"upstream_job":"a -> b","downstream_job":"c"}
            {"upstream_job":"a","downstream_job":"b -> c"}
            {"upstream_job":"\\"a\\"","downstream_job":"line\\nbreak"}
            {"upstream_job":"a,b","downstream_job":"a|b"}
            """));
  }

  static Case edges(String name, String catches, String dependencies) {
    return of(name, catches, dependencies, "");
  }

  static Case of(String name, String catches, String dependencies, String jobs) {
    return new Case(
        name,
        catches,
        Map.of(
            Dependencies.TABLE.name(), dependencies.lines().toList(),
            Jobs.TABLE.name(), jobs.lines().toList()),
        Map.of());
  }

  private static Tuple row(int position, String job, int level) {
    return Tuple.of(JobOrderModel.COLUMNS, position, job, level);
  }
}
