package com.barraiser.check.warehouse;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MICROS;

import com.barraiser.datasets.Field;
import com.barraiser.datasets.Table;
import com.barraiser.datasets.read.IsoTimestamp;
import com.barraiser.datasets.read.LineTuples;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * Puts the keys of one sequence's JSON lines into a namespace: texts begin with its name, times lie
 * in years of its own, numbers have other upper halves. Keys that were equal or lay on one day
 * still are and do. A line that the table rejects stays as it is, and so do accepted ones with a
 * byte-order mark or a number of more than a thousand digits.
 *
 * @param columns the columns with the keys, where the table has them
 * @param name the name of the sequence
 * @param number its number among those that are combined, from 0
 */
record NamespacedLines(Table table, Set<String> columns, String name, int number) {

  private static final long DAYS_APART = 3_000;

  /** Prices keep every digit. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  /**
   * The line with other keys.
   *
   * @throws IllegalArgumentException if a column has a type whose values cannot be kept apart
   */
  String line(String line) {
    return LineTuples.accepted(table, List.of(line)).isEmpty() ? line : changed(line);
  }

  /** What the texts of a sequence begin with. */
  static String prefix(String name) {
    return name + ".";
  }

  private String changed(String line) {
    try {
      ObjectNode row = (ObjectNode) MAPPER.readTree(line);
      for (Field field : table.fields()) {
        if (columns.contains(field.name()) && row.hasNonNull(field.name())) {
          row.set(field.name(), changed(row.get(field.name()), field.type()));
        }
      }
      return row.toString();
    } catch (JsonProcessingException e) {
      // The reader of lines takes more than this one, such as a byte-order mark.
      return line;
    }
  }

  private JsonNode changed(JsonNode key, DataType type) {
    if (type.equals(DataTypes.StringType)) {
      return TextNode.valueOf(prefix(name) + key.asText());
    }
    if (type.equals(DataTypes.LongType)) {
      return LongNode.valueOf(key.asLong() ^ (long) number << Integer.SIZE);
    }
    if (type.equals(DataTypes.TimestampType)) {
      Instant time = Instant.EPOCH.plus(IsoTimestamp.micros(key.asText()), MICROS);
      return TextNode.valueOf(time.plus(number * DAYS_APART, DAYS).toString());
    }
    throw new IllegalArgumentException(
        "keys of type %s are not kept apart: %s".formatted(type.sql(), columns));
  }
}
