package com.barraiser.vocabulary;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A solution that is one SQL query over the tables by name. The comment at its head says why it
 * exists.
 *
 * @param name the solution's name in kebab case
 * @param text the text of the query
 */
public record SqlSolution(String name, String text) implements Solution, Written {

  /**
   * {@inheritDoc}
   *
   * <p>Names are resolved when the plan is made, so the views under the tables' names are needed
   * for that moment only.
   */
  @Override
  public Dataset<Row> answer(Tables tables, Parameters parameters) {
    SparkSession spark = tables.rows().values().iterator().next().sparkSession();
    synchronized (SqlSolution.class) {
      tables.rows().forEach((table, rows) -> rows.createOrReplaceTempView(table));
      try {
        return spark.sql(text, parameters.markers());
      } finally {
        tables.rows().keySet().forEach(spark.catalog()::dropTempView);
      }
    }
  }

  @Override
  public String why() {
    return Approach.headComment(text);
  }
}
