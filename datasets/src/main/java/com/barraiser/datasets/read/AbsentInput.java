package com.barraiser.datasets.read;

import static org.apache.spark.sql.functions.lit;

import com.barraiser.datasets.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A table that the input does not have, and need not have: it has no rows. */
final class AbsentInput implements TableInput {

  private final SparkSession spark;
  private final Table table;

  AbsentInput(SparkSession spark, Table table) {
    this.spark = spark;
    this.table = table;
  }

  @Override
  public Dataset<Row> rows() {
    return spark.createDataFrame(List.of(), table.schema());
  }

  @Override
  public Dataset<Row> tracedRows() {
    return rows().withColumn(FILE, lit("")).withColumn(RAW, lit(""));
  }

  @Override
  public Dataset<Row> rejects() {
    return spark.createDataFrame(List.of(), REJECTS);
  }

  @Override
  public Map<String, Long> rejectCounts() {
    return Map.of();
  }

  @Override
  public Optional<Dataset<Row>> lines() {
    return Optional.empty();
  }
}
