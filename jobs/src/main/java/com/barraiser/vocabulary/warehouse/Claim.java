package com.barraiser.vocabulary.warehouse;

import java.util.OptionalLong;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.SparkSession;
import scala.Option;

/**
 * A number that a write notes in the table in the same commit as its rows. Delta lets the numbers
 * of an application only grow: a write whose number has been claimed already is left out, and of
 * two at once one fails.
 *
 * @param application whose numbers they are
 * @param number the number, which grows from write to write
 */
public record Claim(String application, long number) {

  private static final String APPLICATION_SETTING = "spark.databricks.delta.write.txnAppId";
  private static final String NUMBER_SETTING = "spark.databricks.delta.write.txnVersion";

  /** The number that was claimed last in a table, if any was. */
  public static OptionalLong last(Warehouse warehouse, String table, String application) {
    Option<Object> found = warehouse.snapshot(table).transactions().get(application);
    return found.isEmpty() ? OptionalLong.empty() : OptionalLong.of((Long) found.get());
  }

  /**
   * Merges under the claim. A {@code MERGE} takes it only from settings of the session, which are
   * there for it alone.
   *
   * @param merge executes the {@code MERGE} and gives its result
   * @return whether the write took place; if not, the number had been claimed already
   */
  public boolean merges(SparkSession spark, Supplier<Dataset<Row>> merge) {
    RuntimeConfig settings = spark.conf();
    synchronized (SessionLocks.of(spark)) {
      settings.set(APPLICATION_SETTING, application);
      settings.set(NUMBER_SETTING, number);
      try {
        // What is left out has no metrics.
        return !merge.get().isEmpty();
      } finally {
        settings.unset(APPLICATION_SETTING);
        settings.unset(NUMBER_SETTING);
      }
    }
  }
}
