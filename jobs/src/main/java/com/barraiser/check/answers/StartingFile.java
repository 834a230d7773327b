package com.barraiser.check.answers;

import static java.util.stream.Collectors.joining;

import com.barraiser.vocabulary.Answer;
import com.barraiser.vocabulary.Question;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A file to start an answer with: the contract in a comment, and an answer that has the right
 * columns but no rows.
 *
 * @param name the file's name
 * @param text what it holds
 */
public record StartingFile(String name, String text) {

  /** A query. */
  public static StartingFile sql(Question question) {
    String name = question.name() + ".sql";
    List<String> contract = contract(question, name);
    String comment = contract.stream().map(line -> ("-- " + line).strip()).collect(joining("\n"));
    String columns =
        columns(question, field -> "  CAST(NULL AS %s) AS %s".formatted(type(field), field.name()));
    return new StartingFile(
        name,
        "%s\nSELECT\n%s\nFROM %s\nLIMIT 0\n"
            .formatted(comment, columns, question.tables().get(0).name()));
  }

  /** A class. */
  public static StartingFile java(Question question) {
    String type = className(question);
    String name = type + ".java";
    String comment =
        contract(question, name).stream().map(line -> (" * " + line)).collect(joining("\n"));
    String columns =
        columns(
            question,
            field ->
                "            lit(null).cast(\"%s\").as(\"%s\")"
                    .formatted(type(field).toLowerCase(Locale.ROOT), field.name()));
    String text =
        """
        import static org.apache.spark.sql.functions.lit;

        import com.barraiser.vocabulary.Parameters;
        import com.barraiser.vocabulary.Solution;
        import com.barraiser.vocabulary.Tables;
        import org.apache.spark.sql.Dataset;
        import org.apache.spark.sql.Row;

        /*
        %s
         */
        public final class %s implements Solution {

          @Override
          public Dataset<Row> answer(Tables tables, Parameters parameters) {
            return tables
                .table("%s")
                .select(
        %s)
                .limit(0);
          }
        }
        """;
    return new StartingFile(
        name, text.formatted(comment, type, question.tables().get(0).name(), columns));
  }

  private static List<String> contract(Question question, String name) {
    List<String> lines = new ArrayList<>();
    lines.add(question.name() + ": " + question.title());
    lines.add("");
    question
        .tables()
        .forEach(table -> lines.add("Table %s: %s".formatted(table.name(), list(table.schema()))));
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
    Answer answer = question.answer();
    lines.add("Answer: " + list(answer.schema()));
    lines.add(
        "One row per %s, %s."
            .formatted(
                String.join(", ", answer.key()),
                answer.order() == Answer.Order.FIXED
                    ? "in the order that the statement asks for"
                    : "in any order"));
    lines.add("");
    lines.add("All of it: barraiser show " + question.name());
    lines.add("Judge it:  barraiser check %s %s".formatted(question.name(), name));
    return lines;
  }

  private static String list(StructType schema) {
    return Arrays.stream(schema.fields())
        .map(field -> field.name() + " " + type(field))
        .collect(joining(", "));
  }

  private static String columns(Question question, Function<StructField, String> column) {
    return Arrays.stream(question.answer().schema().fields()).map(column).collect(joining(",\n"));
  }

  private static String type(StructField field) {
    return field.dataType().sql();
  }

  /** {@code FirstEventAnswer} for {@code first-event}. */
  private static String className(Question question) {
    return Arrays.stream(question.name().split("[^a-z0-9]+"))
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(joining())
        + "Answer";
  }
}
