package com.barraiser.check;

import static java.util.stream.Collectors.toMap;

import com.barraiser.datasets.Table;
import com.barraiser.datasets.Tuple;
import com.barraiser.datasets.read.LineTuples;
import com.barraiser.vocabulary.Case;
import com.barraiser.vocabulary.Question;
import com.barraiser.vocabulary.Tables;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Turns the lines of a case into the input of a model and of a solution. */
public final class CaseInputs {

  private CaseInputs() {}

  /** The accepted rows of each table, for the model. */
  public static Map<String, List<Tuple>> tuples(Question question, Case input) {
    return question.tables().stream()
        .collect(toMap(Table::name, table -> LineTuples.accepted(table, lines(input, table))));
  }

  /** The same rows as Datasets, for solutions; nothing is written or read. */
  public static Tables tables(SparkSession spark, Question question, Case input) {
    Map<String, List<Tuple>> tuples = tuples(question, input);
    return new Tables(
        byName(question, table -> dataset(spark, table.schema(), tuples.get(table.name()))),
        byName(
            question,
            table -> spark.createDataset(lines(input, table), Encoders.STRING()).toDF("value")));
  }

  /** Rows as a Dataset. */
  public static Dataset<Row> dataset(SparkSession spark, StructType schema, List<Tuple> tuples) {
    List<Row> rows =
        tuples.stream().map(tuple -> RowFactory.create(tuple.values().toArray())).toList();
    return spark.createDataFrame(rows, schema);
  }

  private static List<String> lines(Case input, Table table) {
    return input.tables().getOrDefault(table.name(), List.of());
  }

  private static Map<String, Dataset<Row>> byName(
      Question question, Function<Table, Dataset<Row>> dataset) {
    return question.tables().stream().collect(toMap(Table::name, dataset));
  }
}
