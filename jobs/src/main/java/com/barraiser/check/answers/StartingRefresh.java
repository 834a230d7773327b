package com.barraiser.check.answers;

import static java.util.stream.Collectors.joining;

import com.barraiser.vocabulary.warehouse.JudgedTable;
import com.barraiser.vocabulary.warehouse.StatefulQuestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.types.StructType;

/** Files to start an answer with that keeps a warehouse up to date: the contract in a comment. */
public final class StartingRefresh {

  private StartingRefresh() {}

  /** A script that is run for every batch. */
  public static StartingFile sql(StatefulQuestion question) {
    String name = question.name() + ".sql";
    String comment =
        contract(question, name).stream()
            .map(line -> ("-- " + line).strip())
            .collect(joining("\n"));
    String feed = question.feeds().get(0).name();
    return new StartingFile(
        name,
        """
        %s
        CREATE TABLE IF NOT EXISTS %s_log USING delta AS SELECT * FROM %s LIMIT 0;

        INSERT INTO %s_log SELECT * FROM %s;
        """
            .formatted(comment, feed, feed, feed, feed));
  }

  /** A class. */
  public static StartingFile java(StatefulQuestion question) {
    String type =
        Arrays.stream(question.name().split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(joining())
            + "Answer";
    String name = type + ".java";
    String comment =
        contract(question, name).stream().map(line -> " * " + line).collect(joining("\n"));
    return new StartingFile(
        name,
        """
        import com.barraiser.vocabulary.Parameters;
        import com.barraiser.vocabulary.Tables;
        import com.barraiser.vocabulary.warehouse.Refresh;
        import com.barraiser.vocabulary.warehouse.Warehouse;
        import java.util.List;
        import java.util.Map;
        import org.apache.spark.sql.Dataset;
        import org.apache.spark.sql.Row;

        /*
        %s
         */
        public final class %s implements Refresh {

          @Override
          public void refresh(Warehouse warehouse, Tables batch, Parameters parameters) {
            Dataset<Row> rows = batch.table("%s");
            warehouse.create("%s_log", rows.schema(), List.of(), Map.of());
            warehouse.change(
                "append",
                () -> rows.write().format("delta").mode("append").save(warehouse.path("%s_log")));
          }
        }
        """
            .formatted(
                comment,
                type,
                question.feeds().get(0).name(),
                question.feeds().get(0).name(),
                question.feeds().get(0).name()));
  }

  private static List<String> contract(StatefulQuestion question, String name) {
    List<String> lines = new ArrayList<>();
    lines.add(question.name() + ": " + question.title());
    lines.add("");
    question
        .feeds()
        .forEach(feed -> lines.add("Feed %s: %s".formatted(feed.name(), list(feed.schema()))));
    question
        .parameters()
        .forEach(
            parameter ->
                lines.add(
                    "Parameter %s (:%s in SQL): %s"
                        .formatted(
                            parameter.name(),
                            parameter.name().replace('-', '_'),
                            parameter.meaning())));
    question.tables().forEach(table -> lines.add(judged(table)));
    lines.add("");
    lines.add("All of it: barraiser show " + question.name());
    lines.add("Judge it:  barraiser check %s %s".formatted(question.name(), name));
    return lines;
  }

  private static String judged(JudgedTable table) {
    return "Judged %s: %s; one row per %s"
        .formatted(
            table.name(),
            list(table.contract().schema()),
            String.join(", ", table.contract().key()));
  }

  private static String list(StructType schema) {
    return Arrays.stream(schema.fields())
        .map(field -> field.name() + " " + field.dataType().sql())
        .collect(joining(", "));
  }
}
