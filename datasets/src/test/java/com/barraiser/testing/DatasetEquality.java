package com.barraiser.testing;

import com.holdenkarau.spark.testing.JavaDatasetSuiteBase;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Compares Datasets as Spark Testing Base does. */
public final class DatasetEquality {

  private static final JavaDatasetSuiteBase SUITE = new JavaDatasetSuiteBase();

  private DatasetEquality() {}

  /**
   * Checks that two Datasets have the same schema and the same rows, each as often, in any order.
   */
  public static void assertSameRows(Dataset<Row> expected, Dataset<Row> result) {
    SUITE.assertDataFrameNoOrderEquals(expected, result);
  }
}
