package com.barraiser.vocabulary.warehouse;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.barraiser.datasets.DataException;
import com.barraiser.vocabulary.Approach;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.SqlText;
import com.barraiser.vocabulary.Tables;
import com.barraiser.vocabulary.Written;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * A refresh that is a script of SQL statements with semicolons in between. The feeds of the batch
 * are views under their names, the tables of the warehouse are tables under theirs, and {@code
 * CREATE TABLE IF NOT EXISTS … USING delta} makes one. Views and variables of the script's own are
 * gone when it ends. The comment at its head says why it exists.
 *
 * @param name the refresh's name in kebab case
 * @param text the text of the script
 */
public record SqlRefresh(String name, String text) implements Refresh, Written {

  @Override
  public String why() {
    return Approach.headComment(text);
  }

  @Override
  public void refresh(Warehouse warehouse, Tables batch, Parameters parameters) {
    SparkSession own = sessionWithViews(warehouse.spark(), batch);
    enter(warehouse, own);
    List<String> statements = statements();
    for (int i = 0; i < statements.size(); i++) {
      String statement = statements.get(i);
      warehouse.change(
          "statement " + (i + 1), () -> own.sql(statement, parameters.markers()).collect());
    }
  }

  /** A session like that of the rows, which has the feeds as views, and ends with the script. */
  private static SparkSession sessionWithViews(SparkSession spark, Tables batch) {
    synchronized (SessionLocks.of(spark)) {
      batch.rows().forEach((feed, rows) -> rows.createOrReplaceTempView(feed));
      try {
        var own = ((org.apache.spark.sql.classic.SparkSession) spark).cloneSession();
        // A new session takes views over when its catalog is first asked for.
        own.sessionState().catalog();
        return own;
      } finally {
        batch.rows().keySet().forEach(spark.catalog()::dropTempView);
      }
    }
  }

  private List<String> statements() {
    String code = SqlText.codeOf(text);
    List<String> statements = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int semicolon = code.indexOf(';', start);
      int end = semicolon < 0 ? text.length() : semicolon;
      if (!code.substring(start, end).isBlank()) {
        statements.add(statement(start, end));
      }
      start = end + 1;
    }
    return statements;
  }

  /** Blanks stand for what is before, so that errors are found at their place in the script. */
  private String statement(int start, int end) {
    return text.substring(0, start).replaceAll("[^\n]", " ") + text.substring(start, end);
  }

  /** The warehouse's folder is a database whose name nobody else has; its tables are made known. */
  private static void enter(Warehouse warehouse, SparkSession spark) {
    Path folder = new Path(warehouse.folder());
    try {
      FileSystem files = folder.getFileSystem(spark.sessionState().newHadoopConf());
      String place = files.makeQualified(folder).toString();
      UUID id = UUID.nameUUIDFromBytes(place.getBytes(UTF_8));
      String database = "warehouse_" + id.toString().replace("-", "");
      // Spark warns of a database that is there already as one made by somebody else meanwhile.
      if (!spark.catalog().databaseExists(database)) {
        spark.sql(
            "CREATE DATABASE IF NOT EXISTS %s LOCATION %s".formatted(database, literal(place)));
      }
      spark.catalog().setCurrentDatabase(database);
      if (files.exists(folder)) {
        Arrays.stream(files.listStatus(folder))
            .map(table -> table.getPath().getName())
            .filter(warehouse::exists)
            .forEach(table -> makeKnown(warehouse, spark, table));
      }
    } catch (IOException e) {
      throw new DataException("cannot read " + folder + ": " + e.getMessage(), e);
    }
  }

  private static void makeKnown(Warehouse warehouse, SparkSession spark, String table) {
    spark.sql(
        "CREATE TABLE IF NOT EXISTS `%s` USING delta LOCATION %s"
            .formatted(table, literal(warehouse.path(table))));
  }

  /** A folder's name may have quotes in it. */
  private static String literal(String path) {
    return "'" + path.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
