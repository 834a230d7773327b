package com.barraiser.datasets.tables;

import com.barraiser.datasets.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * The table {@code dependencies}: one row per pair of jobs of which one waits for the other. Rows
 * come in any order and may repeat.
 */
public final class Dependencies {

  /** The job that goes first. */
  public static final String UPSTREAM_JOB = "upstream_job";

  /** The job that waits for it. */
  public static final String DOWNSTREAM_JOB = "downstream_job";

  /** The table's definition. */
  public static final Table TABLE =
      Table.named("dependencies")
          .identifier(UPSTREAM_JOB, DataTypes.StringType)
          .identifier(DOWNSTREAM_JOB, DataTypes.StringType)
          .build();

  private Dependencies() {}
}
