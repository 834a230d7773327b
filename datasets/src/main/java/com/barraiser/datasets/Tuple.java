package com.barraiser.datasets;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * One row outside Spark, for models and cases.
 *
 * @param columns the columns' names
 * @param values the columns' values, in the same order: {@code String} for text, {@code Long} for a
 *     BIGINT, {@code Integer} for an INT, {@code Boolean} for a BOOLEAN, {@link BigDecimal} for a
 *     DECIMAL, {@link Instant} for timestamps, {@link LocalDate} for dates, null for nothing
 */
public record Tuple(List<String> columns, List<Object> values) {

  /** Checks that names and values pair up, and copies them. */
  public Tuple {
    columns = List.copyOf(columns);
    values = Collections.unmodifiableList(new ArrayList<>(values));
    if (columns.size() != values.size()) {
      throw new IllegalArgumentException(columns.size() + " columns, " + values.size() + " values");
    }
  }

  /** A row of the given columns. */
  public static Tuple of(List<String> columns, Object... values) {
    return new Tuple(columns, Arrays.asList(values));
  }

  /** The text in a column, or null. */
  public String text(String column) {
    return (String) value(column);
  }

  /** The instant in a column, or null. */
  public Instant instant(String column) {
    return (Instant) value(column);
  }

  /** The BIGINT in a column, or null. */
  public Long number(String column) {
    return (Long) value(column);
  }

  /** The INT in a column, or null. */
  public Integer integer(String column) {
    return (Integer) value(column);
  }

  /** The BOOLEAN in a column, or null. */
  public Boolean truth(String column) {
    return (Boolean) value(column);
  }

  /** The DECIMAL in a column, or null. */
  public BigDecimal decimal(String column) {
    return (BigDecimal) value(column);
  }

  /** The date in a column, or null. */
  public LocalDate date(String column) {
    return (LocalDate) value(column);
  }

  private Object value(String column) {
    int index = columns.indexOf(column);
    if (index < 0) {
      throw new IllegalArgumentException("no column " + column + " among " + columns);
    }
    return values.get(index);
  }
}
