package com.barraiser.bench;

import com.barraiser.datasets.DataException;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Peer;
import com.barraiser.vocabulary.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * A query on DuckDB. The answer goes into a temporary table in memory: of the ways to compute it
 * whole this was the fastest, ahead of a Parquet file on {@code /dev/null} and of reading the
 * result.
 */
final class DuckDbContender implements Contender {

  private static final Pattern MARKER = Pattern.compile("(?<![:\\w]):([a-z][a-z0-9_]*)");
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final long NANOS_PER_MICRO = 1_000;

  private final SparkSession spark;
  private final DuckDb duckDb;
  private final Peer peer;
  private final StructType schema;
  private final String query;

  DuckDbContender(
      SparkSession spark, DuckDb duckDb, Question question, Peer peer, Parameters parameters) {
    this.spark = spark;
    this.duckDb = duckDb;
    this.peer = peer;
    this.schema = question.answer().schema();
    this.query = withLiterals(peer.sql(), parameters.values());
  }

  @Override
  public String name() {
    return peer.name();
  }

  @Override
  public String engine() {
    return peer.engine();
  }

  @Override
  public boolean isApproximate() {
    return false;
  }

  @Override
  public String jobGroup() {
    return "";
  }

  @Override
  public Map<String, String> versions() {
    return Map.of(DuckDb.ENGINE, duckDb.query("SELECT version()", 1));
  }

  /** Through a Parquet file, so that the same code hashes every engine's answer. */
  @Override
  public Checksum checksum() {
    try {
      Path folder = Files.createTempDirectory("barraiser-peer");
      Path file = folder.resolve("answer.parquet");
      try {
        duckDb.execute(
            "COPY (SELECT %s FROM (%s)) TO %s (FORMAT parquet)"
                .formatted(columns(), query, DuckDb.text(file.toString())));
        return Checksum.of(spark.read().schema(schema).parquet(file.toUri().toString()), schema);
      } finally {
        Files.deleteIfExists(file);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new DataException("cannot write a peer's answer: " + e.getMessage(), e);
    }
  }

  @Override
  public void consume() {
    duckDb.execute("CREATE OR REPLACE TEMP TABLE answer AS " + query);
  }

  @Override
  public String plan() {
    return duckDb.query("EXPLAIN " + query, 2);
  }

  @Override
  public void cancel() {
    duckDb.cancel();
  }

  /** Peers share one; the first ends it for all. */
  @Override
  public void close() {
    duckDb.close();
  }

  /** The answer's types in a file: a count may be narrower or wider in DuckDB. */
  private String columns() {
    return Arrays.stream(schema.fields())
        .map(
            field ->
                "CAST(\"%s\" AS %s) AS \"%s\""
                    .formatted(field.name(), DuckDb.type(field.dataType()), field.name()))
        .collect(Collectors.joining(", "));
  }

  /** The query with the parameters' values in place of their markers. */
  static String withLiterals(String sql, Map<String, Object> parameters) {
    Matcher markers = MARKER.matcher(sql.stripTrailing().replaceAll(";$", ""));
    return markers.replaceAll(
        marker -> {
          Object value = parameters.get(marker.group(1).replace('_', '-'));
          if (value == null) {
            throw new DataException("no parameter for " + marker.group() + " in a peer's SQL");
          }
          return Matcher.quoteReplacement(literal(value));
        });
  }

  private static String literal(Object value) {
    if (value instanceof Instant time) {
      // Whole microseconds, whatever the year.
      long micros = time.getEpochSecond() * MICROS_PER_SECOND + time.getNano() / NANOS_PER_MICRO;
      return "make_timestamptz(" + micros + ")";
    }
    if (value instanceof LocalDate date) {
      return "DATE '" + date + "'";
    }
    if (value instanceof Duration length) {
      long micros = length.getSeconds() * MICROS_PER_SECOND + length.getNano() / NANOS_PER_MICRO;
      return "INTERVAL '" + micros + " microseconds'";
    }
    return value instanceof Number ? value.toString() : DuckDb.text(value.toString());
  }
}
