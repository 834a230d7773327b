package com.barraiser.check.answers;

import static java.util.stream.Collectors.joining;

import com.barraiser.datasets.Table;
import com.barraiser.vocabulary.Answer;
import com.barraiser.vocabulary.Exercise;
import com.barraiser.vocabulary.Question;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
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
    String comment = sqlComment(contract(question, name));
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
    String comment = javaComment(contract(question, name));
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
    Answer answer = question.answer();
    return contract(
        question,
        name,
        question.tables().stream().map(table -> described("Table", table)),
        Stream.of(
            "Answer: " + list(answer.schema()),
            "One row per %s, %s."
                .formatted(
                    String.join(", ", answer.key()),
                    answer.order() == Answer.Order.FIXED
                        ? "in the order that the statement asks for"
                        : "in any order")));
  }

  /**
   * What an answer in a file has to keep to, a line each.
   *
   * @param inputs what there is to read
   * @param judged what is to come out
   */
  static List<String> contract(
      Exercise exercise, String name, Stream<String> inputs, Stream<String> judged) {
    List<String> lines = new ArrayList<>();
    lines.add(exercise.name() + ": " + exercise.title());
    lines.add("");
    inputs.forEach(lines::add);
    exercise
        .parameters()
        .forEach(
            parameter ->
                lines.add(
                    "Parameter %s (:%s in SQL): %s"
                        .formatted(
                            parameter.name(),
                            parameter.name().replace('-', '_'),
                            parameter.meaning())));
    judged.forEach(lines::add);
    lines.add("");
    lines.add("All of it: barraiser show " + exercise.name());
    lines.add("Judge it:  barraiser check %s %s".formatted(exercise.name(), name));
    return lines;
  }

  /** Lines as a comment in SQL. */
  static String sqlComment(List<String> lines) {
    return lines.stream().map(line -> ("-- " + line).strip()).collect(joining("\n"));
  }

  /** Lines within a comment in Java. */
  static String javaComment(List<String> lines) {
    return lines.stream().map(line -> " * " + line).collect(joining("\n"));
  }

  /** A table's columns, after a word for what it is. */
  static String described(String kind, Table table) {
    return "%s %s: %s".formatted(kind, table.name(), list(table.schema()));
  }

  /** Columns with their types. */
  static String list(StructType schema) {
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
  static String className(Exercise exercise) {
    return Arrays.stream(exercise.name().split("[^a-z0-9]+"))
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(joining())
        + "Answer";
  }
}
