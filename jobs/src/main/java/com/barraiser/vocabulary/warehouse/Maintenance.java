package com.barraiser.vocabulary.warehouse;

import static java.util.stream.Collectors.joining;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import io.delta.tables.DeltaTable;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaConfig;
import org.apache.spark.sql.delta.DeltaConfigs;
import org.apache.spark.unsafe.types.CalendarInterval;
import scala.Option;

/**
 * When the files of a table are put in order: compacted when more small files than a limit lie in
 * partitions with several of them, and freed of what old versions needed once in a period of
 * retention, which a table is told of where it keeps less. None of it changes a row.
 *
 * @param smallFiles the limit
 * @param retention for how long old versions can be read
 */
public record Maintenance(int smallFiles, Duration retention) {

  /** No retention is shorter: for so long readers may need the files of old versions. */
  public static final int LEAST_DAYS = 7;

  private static final long SMALL_BYTES = 16L << 20;
  private static final String VACUUM_LOGGING = "spark.databricks.delta.vacuum.logging.enabled";

  /** Delta lists the folders of a table in as many tasks; by default 10,000, few of them used. */
  private static final String LISTING_TASKS =
      "spark.sql.sources.parallelPartitionDiscovery.parallelism";

  private static final int LISTING_TASKS_PER_CORE = 4;

  /**
   * Checks the retention.
   *
   * @throws IllegalArgumentException if readers could still need what would be removed
   */
  public Maintenance {
    if (retention.compareTo(Duration.ofDays(LEAST_DAYS)) < 0) {
      throw new IllegalArgumentException(
          "a retention of %s is too short: readers may need files for %d days"
              .formatted(retention, LEAST_DAYS));
    }
  }

  /** Does what is due, and says what that was, a line each; nothing where nothing is due. */
  public List<String> apply(Warehouse warehouse, List<String> tables, Instant now) {
    List<String> done = new ArrayList<>();
    for (String table : tables) {
      if (kept(warehouse, table, DeltaConfigs.TOMBSTONE_RETENTION()).compareTo(retention) < 0) {
        warehouse.change("keep versions of " + table, () -> done.add(keepLonger(warehouse, table)));
      }
      long small = mayHaveSmallFiles(warehouse, table) ? smallFiles(warehouse, table) : 0;
      if (small > smallFiles) {
        warehouse.change("compact " + table, () -> done.add(compact(warehouse, table, small)));
      }
      if (mayBeOld(warehouse, table, now) && isVacuumDue(warehouse.delta(table), now)) {
        warehouse.change("vacuum " + table, () -> done.add(vacuum(warehouse, table)));
      }
    }
    return done;
  }

  /** How long a table keeps what one of its properties is about. */
  private static Duration kept(
      Warehouse warehouse, String table, DeltaConfig<CalendarInterval> property) {
    CalendarInterval time = property.fromMetaData(warehouse.snapshot(table).metadata());
    return Duration.ofMillis(DeltaConfigs.getMilliSeconds(time));
  }

  /**
   * Delta goes by a property of the table: a vacuum takes no other time. An old version also needs
   * the log up to it.
   */
  private String keepLonger(Warehouse warehouse, String table) {
    String properties =
        Stream.of(DeltaConfigs.TOMBSTONE_RETENTION(), DeltaConfigs.LOG_RETENTION())
            .filter(property -> kept(warehouse, table, property).compareTo(retention) < 0)
            .map(
                property ->
                    "'%s' = 'interval %d seconds'".formatted(property.key(), retention.toSeconds()))
            .collect(joining(", "));
    String path = warehouse.path(table).replace("`", "``");
    // Another run may have done it meanwhile.
    if (!properties.isEmpty()) {
      warehouse
          .spark()
          .sql("ALTER TABLE delta.`%s` SET TBLPROPERTIES (%s)".formatted(path, properties));
    }
    return "old versions of %s can be read for %d days".formatted(table, retention.toDays());
  }

  /** Whether there are as many files at all; the log often knows without being read whole. */
  private boolean mayHaveSmallFiles(Warehouse warehouse, String table) {
    Option<Object> files = warehouse.snapshot(table).numOfFilesIfKnown();
    return files.isEmpty() || (Long) files.get() > smallFiles;
  }

  /** A table that is younger than the retention has nothing to be freed of. */
  private boolean mayBeOld(Warehouse warehouse, String table, Instant now) {
    Option<Object> created = warehouse.snapshot(table).metadata().createdTime();
    return created.isEmpty()
        || !Instant.ofEpochMilli((Long) created.get()).isAfter(now.minus(retention));
  }

  /** A small file that is alone in its partition has nothing to be compacted with. */
  static long smallFiles(Warehouse warehouse, String table) {
    Dataset<Row> files = warehouse.snapshot(table).allFiles().toDF();
    Row row =
        files
            .filter(col("size").lt(SMALL_BYTES))
            .groupBy(col("partitionValues").cast("string"))
            .agg(count(lit(1)).as("files"))
            .filter(col("files").gt(1))
            .agg(sum("files"))
            .head();
    return row.isNullAt(0) ? 0 : row.getLong(0);
  }

  private String compact(Warehouse warehouse, String table, long small) {
    Row metrics = warehouse.delta(table).optimize().executeCompaction().select("metrics.*").head();
    return String.format(
        Locale.ROOT,
        "compacted %s: %,d small files are more than %,d; %,d files became %,d",
        table,
        small,
        smallFiles,
        metrics.<Long>getAs("numFilesRemoved"),
        metrics.<Long>getAs("numFilesAdded"));
  }

  /** Due when neither a vacuum nor the table's first commit lies within the retention. */
  private boolean isVacuumDue(DeltaTable table, Instant now) {
    Timestamp since = Timestamp.from(now.minus(retention));
    return table
        .history()
        .filter(col("timestamp").geq(lit(since)))
        .filter(col("operation").startsWith("VACUUM").or(col("version").equalTo(0)))
        .isEmpty();
  }

  private String vacuum(Warehouse warehouse, String table) {
    SparkSession spark = warehouse.spark();
    String usual = spark.conf().get(LISTING_TASKS);
    int enough = LISTING_TASKS_PER_CORE * spark.sparkContext().defaultParallelism();
    try {
      spark.conf().set(VACUUM_LOGGING, true);
      spark.conf().set(LISTING_TASKS, Math.min(Integer.parseInt(usual), enough));
      warehouse.delta(table).vacuum();
    } finally {
      spark.conf().unset(VACUUM_LOGGING);
      spark.conf().set(LISTING_TASKS, usual);
    }
    Object deleted =
        warehouse
            .delta(table)
            .history()
            .filter(col("operation").equalTo("VACUUM END"))
            .select(col("operationMetrics").getItem("numDeletedFiles"))
            .head()
            .get(0);
    return "vacuumed %s: %s files were older than %d days and are gone"
        .formatted(
            table, deleted, kept(warehouse, table, DeltaConfigs.TOMBSTONE_RETENTION()).toDays());
  }
}
