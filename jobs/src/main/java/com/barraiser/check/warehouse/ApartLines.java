package com.barraiser.check.warehouse;

import com.barraiser.datasets.Table;
import com.barraiser.vocabulary.warehouse.Sequence;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * Gives the JSON lines of one sequence keys that no other sequence has: texts begin with the name
 * of the sequence, numbers differ in their upper half, times lie in years of their own. What was
 * equal, in order or on one day stays so, and an empty text, which is no key, stays empty.
 *
 * @param columns the columns that are changed, where the table has them
 * @param number the number of the sequence, from 0
 */
record ApartLines(Table table, Collection<String> columns, Sequence sequence, int number) {

  private static final long DAYS_APART = 3_000;

  /** Prices keep every digit. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  /** The line with other keys; one that is no JSON object as it was. */
  String line(String line) {
    try {
      return MAPPER.readTree(line) instanceof ObjectNode row ? changed(row).toString() : line;
    } catch (JsonProcessingException e) {
      return line;
    }
  }

  /** What the texts of a sequence begin with. */
  static String prefix(Sequence sequence) {
    return sequence.name() + ".";
  }

  private ObjectNode changed(ObjectNode row) {
    table.fields().stream()
        .filter(field -> columns.contains(field.name()) && row.hasNonNull(field.name()))
        .forEach(field -> row.set(field.name(), changed(row.get(field.name()), field.type())));
    return row;
  }

  private JsonNode changed(JsonNode value, DataType type) {
    if (type.equals(DataTypes.StringType) && value.isTextual() && !value.textValue().isEmpty()) {
      return TextNode.valueOf(prefix(sequence) + value.textValue());
    }
    if (type.equals(DataTypes.LongType) && value.canConvertToLong() && value.isIntegralNumber()) {
      return LongNode.valueOf(value.longValue() ^ (long) number << Integer.SIZE);
    }
    return type.equals(DataTypes.TimestampType) && value.isTextual()
        ? TextNode.valueOf(later(value.textValue()))
        : value;
  }

  private String later(String time) {
    try {
      return OffsetDateTime.parse(time)
          .plusDays(number * DAYS_APART)
          .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    } catch (DateTimeException e) {
      return time;
    }
  }
}
