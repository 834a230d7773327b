package com.barraiser.bench;

import static java.util.stream.Collectors.joining;

import com.barraiser.datasets.DataException;
import com.barraiser.datasets.Field;
import com.barraiser.datasets.Field.Presence;
import com.barraiser.datasets.Format;
import com.barraiser.datasets.Table;
import com.barraiser.datasets.read.Source;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StringType;

/** A DuckDB in this process, with a question's tables as views over the files that Spark reads. */
final class DuckDb implements AutoCloseable {

  /** The engine's name. */
  static final String ENGINE = "duckdb";

  private static final String DRIVER = "org.duckdb.DuckDBDriver";

  private final Connection connection;
  private volatile Statement running;

  private DuckDb(Connection connection) {
    this.connection = connection;
  }

  /**
   * Starts DuckDB.
   *
   * @param peers the folder with its jar, where that is not on the class path
   * @param threads as many as Spark has cores
   * @throws DataException if DuckDB is missing or cannot read a table's files
   * @throws IllegalArgumentException if a table's files have a format that it is not measured on
   */
  static DuckDb open(Path peers, int threads, List<Table> tables, BenchData data) {
    try {
      DuckDb duckDb =
          new DuckDb(Peers.driver(DRIVER, peers).connect("jdbc:duckdb:", new Properties()));
      duckDb.execute("SET TimeZone = 'UTC'");
      duckDb.execute("SET threads = " + threads);
      // Nobody asks for the order of the rows, and keeping it costs memory.
      duckDb.execute("SET preserve_insertion_order = false");
      duckDb.execute("SET temp_directory = " + text(System.getProperty("java.io.tmpdir")));
      for (Table table : tables) {
        duckDb.createView(table, data);
      }
      return duckDb;
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Executes a statement that gives no rows. */
  void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      running = statement;
      statement.execute(sql);
    } catch (SQLException e) {
      throw failure(e);
    } finally {
      running = null;
    }
  }

  /** The text in a column of a result's first row. */
  String query(String sql, int column) {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(column) : "";
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Stops what another thread executes. */
  void cancel() {
    Statement statement = running;
    if (statement == null) {
      return;
    }
    try {
      statement.cancel();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** A text literal. */
  static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  /** A type's name in DuckDB. */
  static String type(DataType type) {
    if (type instanceof StringType) {
      return "VARCHAR";
    }
    return type.equals(DataTypes.TimestampType)
        ? "TIMESTAMP WITH TIME ZONE"
        : type.sql().toUpperCase(Locale.ROOT);
  }

  private void createView(Table table, BenchData data) throws SQLException {
    Source source = data.sources().get(table.name());
    if (source == null) {
      execute(
          "CREATE VIEW %s AS SELECT %s WHERE false".formatted(name(table.name()), nulls(table)));
      return;
    }
    checkReads(source.format());
    if (source.format() == Format.JSON && data.rejected()) {
      throw new DataException(
          "%s has lines that are rejected: DuckDB would stop at the first".formatted(table.name()));
    }
    String scan = scan(source, table);
    Set<String> found = columns(scan);
    String columns =
        table.fields().stream().map(field -> column(field, found)).collect(joining(", "));
    String rows = "SELECT " + columns + " FROM " + scan;
    // As for Spark: where no row is rejected, nothing has to be filtered.
    String accepted =
        data.rejected() ? "SELECT * FROM (" + rows + ") WHERE " + accepted(table) : rows;
    execute("CREATE VIEW " + name(table.name()) + " AS " + accepted);
  }

  /**
   * Checks that files of a format can be read.
   *
   * @throws IllegalArgumentException if they cannot
   */
  static void checkReads(Format format) {
    if (format != Format.PARQUET && format != Format.JSON) {
      throw new IllegalArgumentException(
          "DuckDB is measured on Parquet files and JSON lines only, not on " + format.key());
    }
  }

  private static String scan(Source source, Table table) {
    String files =
        source.files().stream()
            .map(file -> text(localName(file.toUri(), table)))
            .collect(joining(", ", "[", "]"));
    if (source.format() == Format.PARQUET) {
      return "read_parquet(" + files + ")";
    }
    return table.rest().isPresent() ? objects(files, table) : lines(files, table);
  }

  /** The pattern that matches this file and no other. */
  private static String localName(URI place, Table table) {
    if (place.getScheme() != null && !place.getScheme().equals("file")) {
      throw new DataException(
          "%s lies in %s: DuckDB is measured on local files only".formatted(table.name(), place));
    }
    return place.getPath().replaceAll("[\\[*?]", "[$0]");
  }

  private static String lines(String files, Table table) {
    String types =
        named(table).map(f -> name(f.name()) + ": " + text(type(f.type()))).collect(joining(", "));
    return "read_json(%s, format = 'nd', columns = {%s})".formatted(files, types);
  }

  /**
   * The only way to what lines hold besides the columns is to take these out of the objects. The
   * rest is as a line has it: without spaces and with sorted keys, as generated, it is right.
   */
  private static String objects(String files, Table table) {
    String cells =
        named(table)
            .map(f -> "json->>%s AS %s".formatted(text("$." + name(f.name())), name(f.name())))
            .collect(joining(", "));
    String removed =
        named(table).map(f -> name(f.name()) + ": null").collect(joining(", ", "{", "}"));
    return """
        (
          SELECT %s, nullif(json_merge_patch(json, %s)::VARCHAR, '{}') AS %s
          FROM read_json_objects(%s, format = 'nd')
        )"""
        .formatted(cells, text(removed), name(table.rest().orElseThrow()), files);
  }

  private static Stream<Field> named(Table table) {
    return table.fields().stream().filter(field -> field.presence() != Presence.REST);
  }

  private static String nulls(Table table) {
    return table.fields().stream().map(field -> column(field, Set.of())).collect(joining(", "));
  }

  private static String column(Field field, Set<String> found) {
    String value = found.contains(field.name()) ? name(field.name()) : "NULL";
    return "CAST(" + value + " AS " + type(field.type()) + ") AS " + name(field.name());
  }

  private static String accepted(Table table) {
    return table.requiredFields().stream()
        .map(
            field ->
                field.presence() == Presence.IDENTIFIER && field.type() instanceof StringType
                    ? name(field.name()) + " <> ''"
                    : name(field.name()) + " IS NOT NULL")
        .collect(joining(" AND "));
  }

  private Set<String> columns(String scan) throws SQLException {
    Set<String> names = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("DESCRIBE SELECT * FROM " + scan)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  private static String name(String identifier) {
    return '"' + identifier + '"';
  }

  private static DataException failure(SQLException e) {
    return new DataException("DuckDB: " + e.getMessage(), e);
  }
}
