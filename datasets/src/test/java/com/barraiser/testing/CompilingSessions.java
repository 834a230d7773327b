package com.barraiser.testing;

import org.apache.spark.sql.SparkSession;

/**
 * Sessions whose plans are compiled, as Spark does unless told otherwise. Where they are not, as in
 * other tests, Spark's readers of Parquet give rows in place of batches.
 */
public final class CompilingSessions {

  private CompilingSessions() {}

  /** One beside the shared session. */
  public static SparkSession of(SparkSession spark) {
    SparkSession session = spark.newSession();
    session.conf().set("spark.sql.codegen.wholeStage", true);
    session.conf().set("spark.sql.codegen.factoryMode", "FALLBACK");
    return session;
  }
}
