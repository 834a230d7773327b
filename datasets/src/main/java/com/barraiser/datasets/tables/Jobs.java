package com.barraiser.datasets.tables;

import com.barraiser.datasets.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * The table {@code jobs}: one row per job that is to run whether or not it has dependencies. Rows
 * may repeat, and name jobs that dependencies name too. The table may be absent.
 */
public final class Jobs {

  /** The job, any text that is not empty. */
  public static final String JOB = "job";

  /** The table's definition. */
  public static final Table TABLE =
      Table.named("jobs").identifier(JOB, DataTypes.StringType).mayBeAbsent().build();

  private Jobs() {}
}
