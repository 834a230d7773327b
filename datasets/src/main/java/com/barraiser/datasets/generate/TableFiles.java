package com.barraiser.datasets.generate;

import static com.barraiser.datasets.generate.RowMarks.DAMAGE;
import static com.barraiser.datasets.generate.RowMarks.NOTATION;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import com.barraiser.datasets.DataException;
import com.barraiser.datasets.Field;
import com.barraiser.datasets.Field.Presence;
import com.barraiser.datasets.Format;
import com.barraiser.datasets.Table;
import com.barraiser.datasets.write.LineWriter;
import com.barraiser.datasets.write.TableWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;

/**
 * Writes generated rows, damaged ones among them, in each format. A damaged row lacks its first
 * column, has an impossible time, lacks its last required column, or, in JSON Lines, is cut off or
 * no object. Where no time is required, the last required column is what such a row lacks.
 */
final class TableFiles {

  /** How many ways there are to damage a row. */
  static final int DAMAGES = 5;

  /** Three of these are ways of their own to write a time; all others write it in UTC. */
  static final int NOTATIONS = 8;

  private static final String PATTERN = "yyyy-MM-dd'T'HH:mm:ss.SSSSSS";
  private static final String IMPOSSIBLE_TIME = "2024-02-30T25:00:00Z";

  private final Table table;

  private TableFiles(Table table) {
    this.table = table;
  }

  /**
   * Writes the rows into a folder under the table's name.
   *
   * @param rows the table's columns, {@link RowMarks#DAMAGE} and {@link RowMarks#NOTATION}; texts
   *     need no escaping in JSON, and a column for the rest holds JSON objects
   */
  static void write(Table table, Dataset<Row> rows, Format format, String folder) {
    TableFiles files = new TableFiles(table);
    String place = folder + "/" + table.name();
    switch (format) {
      case JSON -> LineWriter.write(rows.select(files.jsonLine()), place, "json");
      case CSV -> TableWriter.write(rows.select(files.cells(TimeCells.TEXT)), Format.CSV, place);
      case PARQUET, DELTA ->
          TableWriter.write(rows.select(files.cells(TimeCells.TIMESTAMP)), format, place);
    }
  }

  /**
   * Writes the rows below folders that name the values of some columns, which the files themselves
   * need not have. A file's name ends in that of its format.
   *
   * @param rows as for {@link #write}, with the columns of the folders
   * @param place a folder that does not exist yet
   */
  static void writeInFolders(
      Table table, Dataset<Row> rows, Format format, String place, List<String> columnsOfFolders) {
    TableFiles files = new TableFiles(table);
    List<Column> columns = new ArrayList<>();
    columnsOfFolders.forEach(column -> columns.add(col(column)));
    switch (format) {
      case JSON -> {
        columns.add(files.jsonLine());
        rows.select(columns.toArray(Column[]::new))
            .write()
            .partitionBy(columnsOfFolders.toArray(String[]::new))
            .text(place);
      }
      case CSV, PARQUET -> {
        TimeCells times = format == Format.CSV ? TimeCells.TEXT : TimeCells.TIMESTAMP;
        table.fields().stream()
            .filter(field -> !columnsOfFolders.contains(field.name()))
            .forEach(field -> columns.add(files.cell(field, times).as(field.name())));
        TableWriter.write(
            rows.select(columns.toArray(Column[]::new)), format, place, columnsOfFolders);
      }
      case DELTA ->
          throw new DataException("folders of files cannot be Delta: choose json, csv or parquet");
    }
  }

  private Column jsonLine() {
    Column rest = table.rest().map(TableFiles::innerMembers).orElse(lit(""));
    List<Column> members = members(lit(false));
    Column whole = object(members, rest);
    return when(col(DAMAGE).isNull(), whole)
        .when(damaged(0), object(members.subList(1, members.size()), rest))
        .when(damaged(1), object(hasTime() ? members(lit(true)) : lastIsNull(members), rest))
        .when(damaged(2), object(lastIsNull(members), rest))
        .when(damaged(3), substring(whole, lit(1), length(whole).minus(9)))
        .otherwise(concat(lit("["), whole, lit("]")))
        .as("value");
  }

  private List<Column> members(Column impossibleTime) {
    return table.fields().stream()
        .filter(field -> field.presence() != Presence.REST)
        .map(field -> member(field, jsonValue(field, impossibleTime)))
        .toList();
  }

  private List<Column> lastIsNull(List<Column> members) {
    int last = table.fields().indexOf(lastRequired());
    List<Column> damaged = new ArrayList<>(members);
    damaged.set(last, member(lastRequired(), lit("null")));
    return damaged;
  }

  private static Column jsonValue(Field field, Column impossibleTime) {
    if (field.type() instanceof NumericType || field.type().equals(DataTypes.BooleanType)) {
      return orNull(col(field.name()).cast("string"));
    }
    if (!isTime(field)) {
      return orNull(quoted(col(field.name()).cast("string")));
    }
    Column text = timeText(field);
    return field.required()
        ? quoted(when(impossibleTime, IMPOSSIBLE_TIME).otherwise(text))
        : orNull(quoted(text));
  }

  private static Column orNull(Column json) {
    return coalesce(json, lit("null"));
  }

  private Column[] cells(TimeCells times) {
    return table.fields().stream()
        .map(field -> cell(field, times).as(field.name()))
        .toArray(Column[]::new);
  }

  private Column cell(Field field, TimeCells times) {
    Column value = isTime(field) ? timeCell(field, times) : col(field.name());
    boolean isFirst = field.equals(table.requiredFields().get(0));
    // A line of text that lacks its only cell is blank, and no row.
    Column nothing = times == TimeCells.TEXT && table.fields().size() == 1 ? lit("") : lit(null);
    Column cell = isFirst ? when(damaged(0), nothing).otherwise(value) : value;
    int firstDamage = hasTime() ? 2 : 1;
    return field.equals(lastRequired())
        ? when(col(DAMAGE).geq(firstDamage), nothing).otherwise(cell)
        : cell;
  }

  private static Column timeCell(Field field, TimeCells times) {
    Column time = times == TimeCells.TEXT ? timeText(field) : col(field.name());
    return field.required()
        ? when(damaged(1), times == TimeCells.TEXT ? IMPOSSIBLE_TIME : null).otherwise(time)
        : time;
  }

  private boolean hasTime() {
    return table.requiredFields().stream().anyMatch(TableFiles::isTime);
  }

  private Field lastRequired() {
    List<Field> required = table.requiredFields();
    return required.get(required.size() - 1);
  }

  private static boolean isTime(Field field) {
    return field.type().equals(DataTypes.TimestampType);
  }

  /** The same instant, written with an offset, without one, or in UTC. */
  private static Column timeText(Field field) {
    Column time = col(field.name());
    return when(col(NOTATION).equalTo(0), shifted(time, "5 hours 30 minutes", "+05:30"))
        .when(col(NOTATION).equalTo(1), shifted(time, "-8 hours", "-08:00"))
        .when(col(NOTATION).equalTo(2), date_format(time, PATTERN))
        .otherwise(concat(date_format(time, PATTERN), lit("Z")));
  }

  private static Column shifted(Column time, String interval, String suffix) {
    return concat(date_format(time.plus(expr("INTERVAL " + interval)), PATTERN), lit(suffix));
  }

  private static Column damaged(int kind) {
    return col(DAMAGE).equalTo(kind);
  }

  private static Column member(Field field, Column value) {
    return concat(lit("\"" + field.name() + "\":"), value);
  }

  private static Column quoted(Column text) {
    return concat(lit("\""), text, lit("\""));
  }

  private static Column object(List<Column> members, Column rest) {
    return concat(lit("{"), concat_ws(",", members.toArray(Column[]::new)), rest, lit("}"));
  }

  /** The members of a column's JSON objects, to be written after others. */
  private static Column innerMembers(String column) {
    Column object = col(column);
    return when(object.isNull(), "")
        .otherwise(concat(lit(","), substring(object, lit(2), length(object).minus(2))));
  }

  /** How a file holds times. */
  private enum TimeCells {
    TEXT,
    TIMESTAMP
  }
}
