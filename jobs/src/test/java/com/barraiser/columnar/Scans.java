package com.barraiser.columnar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.unsafe.types.UTF8String;

/** Compares what a scan sends with what Spark says that a Dataset holds. */
final class Scans {

  private Scans() {}

  /** Checks that a Dataset is read in batches, and that no cell is lost or changed. */
  static void assertReadExactly(Dataset<Row> rows) {
    assertReadExactly(ColumnarScan.of(rows).orElseThrow(), rows);
  }

  /** Checks that a scan gives the rows of a Dataset with its columns. */
  static void assertReadExactly(ColumnarScan scan, Dataset<Row> rows) {
    DataType[] types =
        Arrays.stream(rows.schema().fields()).map(StructField::dataType).toArray(DataType[]::new);
    List<String> read =
        scan.shuffled(3, out -> new Echo(types, out)).mapPartitions(Scans::lines).collect();
    List<String> expected = rows.collectAsList().stream().map(Scans::line).sorted().toList();
    assertThat(read.stream().sorted().toList()).isEqualTo(expected);
  }

  /** What those partitions that give batches send of their first rows. */
  static Map<Integer, List<String>> firstRows(ColumnarScan scan, int rows, DataType... types) {
    return scan.firstRows(
        rows,
        out -> new Echo(types, out),
        blocks -> {
          List<String> lines = new ArrayList<>();
          lines(blocks).forEachRemaining(lines::add);
          return lines;
        });
  }

  private static Iterator<String> lines(Iterator<Block> blocks) {
    List<String> lines = new ArrayList<>();
    blocks.forEachRemaining(
        block -> Arrays.stream(block.texts()).map(UTF8String::toString).forEach(lines::add));
    return lines.iterator();
  }

  private static String line(Row row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < row.length(); i++) {
      Object value = row.get(i);
      cells.add(String.valueOf(inside(value)));
    }
    return String.join("|", cells);
  }

  /** Times and days as Spark keeps them. */
  private static Object inside(Object value) {
    if (value instanceof Instant time) {
      return time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000;
    }
    return value instanceof LocalDate day ? (Object) day.toEpochDay() : value;
  }

  /** Sends each row as one text. */
  private static final class Echo implements Sender<Batch> {

    private final DataType[] types;
    private final Outgoing out;
    private final List<String> known = new ArrayList<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final TextKeys[] keys;
    private int next;

    Echo(DataType[] types, Outgoing out) {
      this.keys = new TextKeys[types.length];
      Arrays.setAll(keys, column -> new TextKeys(TaskMemory.ofThisTask(), column, this::key));
      this.out = out;
      this.types = types;
    }

    @Override
    public void accept(Batch batch) {
      long[][] all = new long[types.length][];
      for (int column = 0; column < types.length; column++) {
        if (types[column].equals(DataTypes.StringType)) {
          all[column] = keys[column].of(batch);
        }
      }
      for (int i = 0; i < batch.rows(); i++) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < types.length; column++) {
          int row = batch.position(i);
          cells.add(cell(batch.column(column), column, row));
          if (all[column] != null) {
            assertThat(all[column][i]).isEqualTo(key(column, batch.column(column), row));
          }
        }
        out.addOdd(
            out.partition(LongTable.hash(next++)),
            new long[0],
            UTF8String.fromString(String.join("|", cells)));
      }
    }

    private long key(UTF8String text) {
      String copy = text.toString();
      return numbers.computeIfAbsent(
          copy,
          added -> {
            known.add(added);
            return known.size() - 1L;
          });
    }

    private long key(int ordinal, ColumnVector column, int row) {
      return column.isNullAt(row) ? TextKeys.NULL : keys[ordinal].at(row);
    }

    private String cell(ColumnVector column, int ordinal, int row) {
      if (column.isNullAt(row)) {
        return "null";
      }
      DataType type = types[ordinal];
      if (type.equals(DataTypes.IntegerType) || type.equals(DataTypes.DateType)) {
        return String.valueOf(column.getInt(row));
      }
      if (type instanceof DecimalType decimal) {
        Money money = new Money(decimal);
        return money.cell(money.units(column, row)).toString();
      }
      if (!type.equals(DataTypes.StringType)) {
        return String.valueOf(column.getLong(row));
      }
      String text = column.getUTF8String(row).toString();
      assertThat(known.get((int) keys[ordinal].at(row))).isEqualTo(text);
      return text;
    }
  }
}
