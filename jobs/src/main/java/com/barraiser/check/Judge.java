package com.barraiser.check;

import com.barraiser.datasets.Tuple;
import com.barraiser.vocabulary.Case;
import com.barraiser.vocabulary.NoAnswerException;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Question;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Compares a solution's answer with the model's. */
public final class Judge {

  private final SparkSession spark;
  private final Question question;
  private final RowComparison comparison;

  /** Creates a judge for a question. */
  public Judge(SparkSession spark, Question question) {
    this.spark = spark;
    this.question = question;
    this.comparison = new RowComparison(question.answer());
  }

  /** Judges a solution on a case. */
  public Verdict verdict(Solution solution, Case input) {
    Tables tables = CaseInputs.tables(spark, question, input);
    Parameters parameters = Parameters.of(question, input.parameters(), tables);
    return verdict(() -> solution.answer(tables, parameters), expected(input, parameters));
  }

  /**
   * Judges an answer that is still to be computed.
   *
   * @throws RuntimeException what the answer throws, unless the input allows no answer
   */
  public Verdict verdict(Supplier<Dataset<Row>> answer, Expected expected) {
    try {
      Dataset<Row> computed = answer.get();
      List<String> schema = schemaDifferences(computed.schema());
      return schema.isEmpty() ? verdict(rows(computed), expected) : Verdict.ofColumns(schema);
    } catch (RuntimeException | Error e) {
      Optional<Verdict> verdict = failure(e, expected);
      if (verdict.isPresent()) {
        return verdict.get();
      }
      throw e;
    }
  }

  /** Judges the rows of an answer whose columns are right. */
  public Verdict verdict(List<List<Object>> answer, Expected expected) {
    return expected
        .refusal()
        .map(why -> Verdict.ofFailure(Optional.of(answered(why, answer.size()))))
        .orElseGet(() -> verdict(answer, expected.rows()));
  }

  /** Judges the rows of an answer by other rows. */
  public Verdict verdict(List<List<Object>> answer, List<List<Object>> expected) {
    return Verdict.ofRows(comparison.differences(expected, answer));
  }

  /** Judges what an answer threw; nothing where the input does allow an answer. */
  public Optional<Verdict> failure(Throwable error, Expected expected) {
    return expected
        .refusal()
        .map(
            why -> {
              List<String> messages = FailureMessages.of(error);
              boolean right =
                  messages.stream().anyMatch(m -> question.failsRightly(expected.tables(), m));
              return Verdict.ofFailure(
                  right ? Optional.empty() : Optional.of(failed(why, messages)));
            });
  }

  private static String answered(String why, int rows) {
    return "the answer must fail, for instance with '%s', but it has %d rows".formatted(why, rows);
  }

  private static String failed(String why, List<String> messages) {
    return "the answer must fail for the right reason, for instance with '%s', but it failed with '%s'"
        .formatted(why, messages.get(0));
  }

  /** What is wrong with an answer's columns, a line each. */
  public List<String> schemaDifferences(StructType schema) {
    return SchemaComparison.differences(question.answer().schema(), schema);
  }

  /** The model's answer to a case. */
  public Expected expected(Case input, Parameters parameters) {
    Map<String, List<Tuple>> tables = CaseInputs.tuples(question, input);
    try {
      List<Tuple> rows = question.model().answer(tables, parameters);
      return new Expected(tables, rows.stream().map(Tuple::values).toList(), Optional.empty());
    } catch (NoAnswerException e) {
      return new Expected(tables, List.of(), Optional.of(e.getMessage()));
    }
  }

  /** Computes an answer's rows, in their order. */
  public static List<List<Object>> rows(Dataset<Row> answer) {
    return answer.collectAsList().stream().map(Judge::values).toList();
  }

  /** The rows of the first answer that the second one lacks. */
  public static List<List<Object>> without(List<List<Object>> answer, List<List<Object>> other) {
    return RowComparison.without(answer, other);
  }

  private static List<Object> values(Row row) {
    return Arrays.asList(IntStream.range(0, row.length()).mapToObj(row::get).toArray());
  }

  /**
   * What the model makes of a case.
   *
   * @param tables the accepted rows of each table
   * @param rows the right answer's rows
   * @param refusal why there is no answer, where there is none
   */
  public record Expected(
      Map<String, List<Tuple>> tables, List<List<Object>> rows, Optional<String> refusal) {}
}
