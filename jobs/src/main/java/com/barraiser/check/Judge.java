package com.barraiser.check;

import com.barraiser.datasets.Tuple;
import com.barraiser.vocabulary.Case;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Question;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import java.util.Arrays;
import java.util.List;
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
    return verdict(solution.answer(tables, parameters), expected(input, parameters));
  }

  /** Judges an answer that lies before us. */
  public Verdict verdict(Dataset<Row> answer, List<Tuple> expected) {
    List<String> schema = schemaDifferences(answer.schema());
    return schema.isEmpty()
        ? verdict(rows(answer), expected.stream().map(Tuple::values).toList())
        : Verdict.ofColumns(schema);
  }

  /** Judges the rows of an answer whose columns are right. */
  public Verdict verdict(List<List<Object>> answer, List<List<Object>> expected) {
    return new Verdict(List.of(), comparison.differences(expected, answer));
  }

  /** What is wrong with an answer's columns, a line each. */
  public List<String> schemaDifferences(StructType schema) {
    return SchemaComparison.differences(question.answer().schema(), schema);
  }

  /** The model's answer to a case. */
  public List<Tuple> expected(Case input, Parameters parameters) {
    return question.model().answer(CaseInputs.tuples(question, input), parameters);
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
}
