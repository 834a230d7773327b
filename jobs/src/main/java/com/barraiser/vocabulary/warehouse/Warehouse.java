package com.barraiser.vocabulary.warehouse;

import com.barraiser.datasets.DataException;
import io.delta.exceptions.DeltaConcurrentModificationException;
import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaHistoryManager;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.types.StructType;
import scala.Option;

/**
 * A folder with a Delta table under each name, on any file system that Hadoop knows. Every change
 * of a table is one commit: a reader sees the table before it or after it.
 */
public final class Warehouse {

  /**
   * What Delta throws for a version that is older than what it keeps files for, unless it is the
   * newest.
   */
  public static final String VERSION_TOO_OLD =
      "DELTA_UNSUPPORTED_TIME_TRAVEL_BEYOND_DELETED_FILE_RETENTION_DURATION";

  /** More runs than this at once are a mistake of whoever starts them. */
  private static final int MAX_ATTEMPTS = 10;

  /** An empty file beside the tables of a warehouse that holds generated batches. */
  private static final String GENERATED = "_generated";

  private final SparkSession spark;
  private final String folder;
  private final Steps steps;

  private Warehouse(SparkSession spark, String folder, Steps steps) {
    this.spark = spark;
    this.folder = folder;
    this.steps = steps;
  }

  /**
   * The warehouse in a folder, which need not exist yet.
   *
   * @throws DataException if the name is no path, or one of a file system that is not there
   */
  public static Warehouse at(SparkSession spark, String folder) {
    try {
      Path path = new Path(folder);
      FileSystem files = path.getFileSystem(spark.sessionState().newHadoopConf());
      // Delta takes a path for the name of a table unless it is a full one.
      return new Warehouse(spark, files.makeQualified(path).toString(), Steps.UNWATCHED);
    } catch (IOException | IllegalArgumentException e) {
      throw unusable(folder, e);
    }
  }

  /** The same warehouse, with somebody who is told of every step. */
  public Warehouse watchedBy(Steps watcher) {
    return new Warehouse(spark, folder, watcher);
  }

  /** The session that reads and writes the tables. */
  public SparkSession spark() {
    return spark;
  }

  /** Where the warehouse lies. */
  public String folder() {
    return folder;
  }

  /** Where a table lies. */
  public String path(String table) {
    return new Path(folder, table).toString();
  }

  /** Whether a table has been created. */
  public boolean exists(String table) {
    return DeltaTable.isDeltaTable(spark, path(table));
  }

  /**
   * The rows of a table as they are now; what is committed later does not show. A table without a
   * file is planned as no rows, and so is an inner join with it.
   */
  public Dataset<Row> table(String table) {
    Snapshot now = snapshot(table);
    return rows(table, now.version(), now);
  }

  /** The rows of a table as they were at one of its versions; no rows as {@link #table(String)}. */
  public Dataset<Row> table(String table, long version) {
    return rows(table, version, snapshot(table));
  }

  private Dataset<Row> rows(String table, long version, Snapshot now) {
    if (version >= 0 && version == now.version() && now.numOfFiles() == 0) {
      return spark.createDataFrame(List.of(), now.schema());
    }
    return spark.read().format("delta").option("versionAsOf", version).load(path(table));
  }

  /**
   * Keeps generated batches out of a warehouse with a user's own rows: only a new one, or one that
   * was loaded so before, takes them.
   *
   * @throws DataException if there is something else in the folder, or it cannot be written
   */
  public void reserveForGeneratedBatches() {
    try {
      Path place = new Path(folder);
      Path mark = new Path(place, GENERATED);
      FileSystem files = place.getFileSystem(spark.sessionState().newHadoopConf());
      if (files.exists(mark)) {
        return;
      }
      if (files.exists(place) && files.listStatus(place).length > 0) {
        throw new DataException(
            "%s is not empty, nor a warehouse of generated batches: name with --input what to load"
                .formatted(folder));
      }
      files.create(mark, false).close();
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  /** A table to be merged into. */
  public DeltaTable delta(String table) {
    return DeltaTable.forPath(spark, path(table));
  }

  /** The number of a table's newest commit, from 0. */
  public long version(String table) {
    return snapshot(table).version();
  }

  /**
   * Tells the table as it is now from itself at any other time, and from one that has taken its
   * place under the same name.
   */
  public String state(String table) {
    Snapshot now = snapshot(table);
    return now.metadata().id() + "@" + now.version();
  }

  /** The number of the oldest commit that a table's log still has. */
  public long oldestVersion(String table) {
    return DeltaHistoryManager.getEarliestDeltaFile(log(table));
  }

  /** What Delta's log says of a table now. */
  Snapshot snapshot(String table) {
    return log(table).update(false, Option.empty(), Option.empty());
  }

  private DeltaLog log(String table) {
    return DeltaLog.forTable(spark, new Path(path(table)));
  }

  /**
   * Creates a table in a commit of its own, unless it exists. An empty write is used for that: the
   * statement that creates tables refuses a folder in which a run has died, or is creating the
   * same.
   */
  public void create(
      String table, StructType schema, List<String> partitionedBy, Map<String, String> properties) {
    if (exists(table)) {
      return;
    }
    change(
        "create " + table,
        () ->
            spark
                .createDataFrame(List.of(), schema)
                .write()
                .format("delta")
                .mode(SaveMode.Ignore)
                .partitionBy(partitionedBy.toArray(String[]::new))
                .options(properties)
                .save(path(table)));
  }

  /**
   * Makes one change. Where another run commits in between, it is made again from what is there
   * then, so it has to read the tables inside.
   *
   * @param step what is done, in a few words
   * @throws DataException if other runs commit in between again and again
   */
  public void change(String step, Runnable change) {
    steps.before(step);
    for (int attempt = 1; !succeeds(change, step, attempt); attempt++) {
      pause(attempt);
    }
    steps.after(step);
  }

  private boolean succeeds(Runnable change, String step, int attempt) {
    try {
      change.run();
      return true;
    } catch (Exception e) { // What Spark throws it declares nowhere.
      if (!isMetByAnother(e, attempt)) {
        throw e;
      }
      if (attempt == MAX_ATTEMPTS) {
        throw new DataException(
            "other runs changed %s during '%s' %d times in a row; nothing is lost: run again"
                .formatted(folder, step, MAX_ATTEMPTS),
            e);
      }
      return false;
    }
  }

  /**
   * A version that was the newest when it was looked up, and is no more, can be too old; if it is
   * so the next time, it was not that.
   */
  private static boolean isMetByAnother(Exception error, int attempt) {
    return error instanceof DeltaConcurrentModificationException
        || attempt == 1
            && error instanceof SparkThrowable thrown
            && VERSION_TOO_OLD.equals(thrown.getCondition());
  }

  /** Runs that met once shall not meet again: they wait for unlike times. */
  private static void pause(int attempt) {
    try {
      Thread.sleep((long) (Math.random() * 100 * attempt));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static DataException unusable(String folder, Exception e) {
    return new DataException(
        "cannot use the warehouse %s: %s".formatted(folder, e.getMessage()), e);
  }
}
