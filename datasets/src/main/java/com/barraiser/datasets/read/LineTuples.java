package com.barraiser.datasets.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.barraiser.datasets.Field;
import com.barraiser.datasets.Table;
import com.barraiser.datasets.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** Reads a few JSON lines without Spark, by the same rules as files of them. */
public final class LineTuples {

  private LineTuples() {}

  /** The rows that the table accepts, in the lines' order. */
  public static List<Tuple> accepted(Table table, List<String> lines) {
    JsonLineParser parser = new JsonLineParser(table);
    List<Tuple> tuples = new ArrayList<>();
    for (String line : lines) {
      byte[] bytes = line.getBytes(UTF_8);
      try {
        Object[] cells = parser.parse(bytes, 0, bytes.length);
        if (cells != null) {
          tuples.add(tuple(table, cells));
        }
      } catch (RejectedRowException e) {
        continue;
      }
    }
    return tuples;
  }

  private static Tuple tuple(Table table, Object[] cells) {
    Object[] values = new Object[cells.length];
    for (int i = 0; i < cells.length; i++) {
      values[i] = value(table.fields().get(i), cells[i]);
    }
    return Tuple.of(table.columns(), values);
  }

  private static Object value(Field field, Object cell) {
    if (cell instanceof byte[] text) {
      return new String(text, UTF_8);
    }
    if (!(cell instanceof Long number)) {
      return cell;
    }
    if (field.type().equals(DataTypes.TimestampType)) {
      return Instant.EPOCH.plus(number, ChronoUnit.MICROS);
    }
    if (field.type().equals(DataTypes.DateType)) {
      return LocalDate.ofEpochDay(number);
    }
    return field.type().equals(DataTypes.IntegerType) ? (Object) number.intValue() : number;
  }
}
