package com.barraiser.columnar;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/** The way back to Datasets. */
public final class Rows {

  private Rows() {}

  /** A few rows in Spark's own form as a Dataset. */
  public static Dataset<Row> dataset(
      SparkSession spark, List<InternalRow> rows, StructType schema) {
    return dataset(
        spark,
        JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(rows, 1),
        schema);
  }

  /** Rows in Spark's own form as a Dataset. A task may give the same row object again and again. */
  public static Dataset<Row> dataset(
      SparkSession spark, JavaRDD<InternalRow> rows, StructType schema) {
    return ((org.apache.spark.sql.classic.SparkSession) spark)
        .internalCreateDataFrame(rows.rdd(), schema, false);
  }
}
