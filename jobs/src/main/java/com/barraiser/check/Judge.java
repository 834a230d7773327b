package com.barraiser.check;

import com.barraiser.datasets.Tuple;
import com.barraiser.vocabulary.Answer;
import com.barraiser.vocabulary.Case;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Question;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Compares a solution's answer with the model's. */
public final class Judge {

  private final SparkSession spark;
  private final Question question;

  /** Creates a judge for a question. */
  public Judge(SparkSession spark, Question question) {
    this.spark = spark;
    this.question = question;
  }

  /** Judges a solution on a case. */
  public Verdict verdict(Solution solution, Case input) {
    Tables tables = CaseInputs.tables(spark, question, input);
    Parameters parameters = Parameters.of(question, input.parameters(), tables);
    return verdict(solution.answer(tables, parameters), expected(input, parameters));
  }

  /** Judges an answer that lies before us. */
  public Verdict verdict(Dataset<Row> answer, List<Tuple> expected) {
    List<String> schema = schemaDifferences(question.answer().schema(), answer.schema());
    if (!schema.isEmpty()) {
      return new Verdict(schema, List.of(), List.of(), false);
    }
    return rowDifferences(
        expected.stream().map(Tuple::values).toList(),
        answer.collectAsList().stream().map(Judge::values).toList());
  }

  /** The model's answer to a case. */
  public List<Tuple> expected(Case input, Parameters parameters) {
    return question.model().answer(CaseInputs.tuples(question, input), parameters);
  }

  private Verdict rowDifferences(List<List<Object>> expected, List<List<Object>> actual) {
    List<List<Object>> missing = new ArrayList<>(expected);
    actual.forEach(missing::remove);
    List<List<Object>> extra = new ArrayList<>(actual);
    expected.forEach(extra::remove);
    boolean sameRows = missing.isEmpty() && extra.isEmpty();
    boolean ordered = question.answer().order() == Answer.Order.FIXED;
    return new Verdict(
        List.of(),
        missing.stream().map(Object::toString).toList(),
        extra.stream().map(Object::toString).toList(),
        sameRows && ordered && !expected.equals(actual));
  }

  private static List<String> schemaDifferences(StructType expected, StructType actual) {
    if (expected.length() != actual.length()) {
      return List.of("%s are needed, %s were found".formatted(expected.toDDL(), actual.toDDL()));
    }
    return IntStream.range(0, expected.length())
        .filter(i -> !same(expected.fields()[i], actual.fields()[i]))
        .mapToObj(
            i ->
                "column %d is %s, but %s is needed"
                    .formatted(i + 1, actual.fields()[i].toDDL(), expected.fields()[i].toDDL()))
        .toList();
  }

  private static boolean same(StructField expected, StructField actual) {
    return expected.name().equals(actual.name()) && expected.dataType().equals(actual.dataType());
  }

  private static List<Object> values(Row row) {
    return Arrays.asList(IntStream.range(0, row.length()).mapToObj(row::get).toArray());
  }
}
