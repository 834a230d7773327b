package com.barraiser.datasets.read;

import com.barraiser.datasets.Table;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.execution.vectorized.OnHeapColumnVector;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/**
 * The accepted rows of one task's splits, column by column; reports the rejects of each split after
 * its last line. The same vectors are filled again and again.
 */
final class JsonBatches implements PartitionReader<ColumnarBatch> {

  private static final int MOST_ROWS = 4096;

  /** Long lines make shorter batches. */
  private static final long MOST_BYTES = 4L << 20;

  private final Configuration hadoop;
  private final RejectCounts counts;
  private final JsonLineParser parser;
  private final PlainCells plain;
  private final int[] fields;
  private final WritableColumnVector[] columns;
  private final ColumnarBatch batch;
  private final Iterator<FileSplit> splits;
  private final Map<String, Long> rejects = new HashMap<>();
  private FileSplit split;
  private SplitLines lines;

  JsonBatches(
      Configuration hadoop,
      Table table,
      StructType required,
      List<FileSplit> splits,
      RejectCounts counts) {
    this.hadoop = hadoop;
    this.counts = counts;
    this.parser = new JsonLineParser(table);
    this.plain = new PlainCells(table.fields().size());
    this.fields = Arrays.stream(required.fieldNames()).mapToInt(table.columns()::indexOf).toArray();
    this.columns = OnHeapColumnVector.allocateColumns(MOST_ROWS, required);
    this.batch = new ColumnarBatch(columns);
    this.splits = splits.iterator();
  }

  @Override
  public boolean next() throws IOException {
    for (WritableColumnVector column : columns) {
      column.reset();
    }
    int rows = 0;
    long bytes = 0;
    while (rows < MOST_ROWS && bytes < MOST_BYTES && advance()) {
      if (put(rows)) {
        rows++;
        bytes += lines.end() - lines.start();
      }
    }
    batch.setNumRows(rows);
    return rows > 0;
  }

  @Override
  public ColumnarBatch get() {
    return batch;
  }

  @Override
  public void close() throws IOException {
    batch.close();
    if (lines != null) {
      lines.close();
    }
  }

  /** Goes to the next line, be it in the next split. */
  private boolean advance() throws IOException {
    while (lines == null || !lines.advance()) {
      if (lines != null) {
        lines.close();
        lines = null;
        counts.add(new RejectCounts.SplitCounts(split.toString(), Map.copyOf(rejects)));
        rejects.clear();
      }
      if (!splits.hasNext()) {
        return false;
      }
      split = splits.next();
      lines = SplitLines.of(split, hadoop);
    }
    return true;
  }

  /** Puts the line into a row, unless it is blank or rejected. */
  private boolean put(int row) {
    if (parser.parsePlain(lines.bytes(), lines.start(), lines.end(), plain)) {
      for (int i = 0; i < columns.length; i++) {
        putPlain(columns[i], row, fields[i]);
      }
      return true;
    }
    try {
      Object[] cells = parser.parseOther(lines.bytes(), lines.start(), lines.end());
      for (int i = 0; cells != null && i < columns.length; i++) {
        putCell(columns[i], row, cells[fields[i]]);
      }
      return cells != null;
    } catch (RejectedRowException e) {
      rejects.merge(e.reason(), 1L, Long::sum);
      return false;
    }
  }

  private void putPlain(WritableColumnVector column, int row, int field) {
    if (!plain.has(field)) {
      column.putNull(row);
      return;
    }
    switch (parser.form(field)) {
      case TEXT -> {
        int start = plain.start(field);
        column.putByteArray(row, lines.bytes(), start, plain.end(field) - start);
      }
      case NUMBER -> putNumber(column, row, plain.number(field));
      case OBJECT -> putCell(column, row, plain.object(field));
    }
  }

  private static void putCell(WritableColumnVector column, int row, Object cell) {
    if (cell == null) {
      column.putNull(row);
    } else if (cell instanceof byte[] text) {
      column.putByteArray(row, text);
    } else if (cell instanceof Boolean truth) {
      column.putBoolean(row, truth);
    } else if (cell instanceof BigDecimal number) {
      DecimalType type = (DecimalType) column.dataType();
      Decimal decimal = Decimal.apply(number, type.precision(), type.scale());
      column.putDecimal(row, decimal, type.precision());
    } else {
      putNumber(column, row, (Long) cell);
    }
  }

  private static void putNumber(WritableColumnVector column, int row, long number) {
    DataType type = column.dataType();
    if (type.equals(DataTypes.IntegerType) || type.equals(DataTypes.DateType)) {
      column.putInt(row, (int) number);
    } else {
      column.putLong(row, number);
    }
  }
}
