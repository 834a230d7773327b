package com.barraiser.columnar;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.function.ToLongFunction;
import org.apache.spark.sql.execution.datasources.parquet.ParquetDictionary;
import org.apache.spark.sql.execution.vectorized.Dictionary;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * A long for every text of a column. Where the file has a dictionary of them, it is worked out once
 * for an entry of it and not once a row.
 *
 * <p>Spark makes a new object around the dictionary for every batch. So the file's own is asked
 * for: as long as it is the same object, an entry's number stands for the same text.
 */
public final class TextKeys {

  /** Instead of a key: there is no text. */
  public static final long NULL = Long.MIN_VALUE;

  private static final VarHandle OF_VECTOR = field(WritableColumnVector.class, Dictionary.class);

  private static final VarHandle OF_FILE =
      field(ParquetDictionary.class, org.apache.parquet.column.Dictionary.class);

  /** Among the known keys; one that is the same is only worked out again. */
  private static final long UNKNOWN = Long.MIN_VALUE;

  private final TaskMemory memory;
  private final ToLongFunction<UTF8String> key;
  private long[] keys = new long[0];
  private long[] known = new long[0];
  private Object dictionary;

  /**
   * For one column of a task's batches.
   *
   * @param key what a text stands for, the same whenever it is asked; it copies what it keeps
   */
  public TextKeys(TaskMemory memory, ToLongFunction<UTF8String> key) {
    this.memory = memory;
    this.key = key;
  }

  /** The keys of a batch's rows, or {@link #NULL}, in an array that the next batch overwrites. */
  public long[] of(Batch batch, int ordinal) {
    ColumnVector column = batch.column(ordinal);
    if (keys.length < batch.rows()) {
      keys = new long[batch.rows()];
    }
    if (column instanceof WritableColumnVector vector && vector.hasDictionary()) {
      turnTo(OF_VECTOR.get(vector));
      entries(batch, column, vector.getDictionaryIds());
    } else {
      texts(batch, column);
    }
    return keys;
  }

  private void turnTo(Object vectors) {
    Object now = vectors instanceof ParquetDictionary parquet ? OF_FILE.get(parquet) : vectors;
    if (now != dictionary) {
      Arrays.fill(known, UNKNOWN);
      dictionary = now;
    }
  }

  private void texts(Batch batch, ColumnVector column) {
    boolean hasNull = column.hasNull();
    for (int i = 0; i < batch.rows(); i++) {
      int row = batch.position(i);
      boolean isNull = hasNull && column.isNullAt(row);
      keys[i] = isNull ? NULL : key.applyAsLong(column.getUTF8String(row));
    }
  }

  private void entries(Batch batch, ColumnVector column, ColumnVector entries) {
    boolean hasNull = column.hasNull();
    for (int i = 0; i < batch.rows(); i++) {
      int row = batch.position(i);
      boolean isNull = hasNull && column.isNullAt(row);
      keys[i] = isNull ? NULL : key(column, row, entries.getInt(row));
    }
  }

  private long key(ColumnVector column, int row, int entry) {
    if (entry >= known.length) {
      grow(entry);
    }
    if (known[entry] == UNKNOWN) {
      known[entry] = key.applyAsLong(column.getUTF8String(row));
    }
    return known[entry];
  }

  private void grow(int entry) {
    int before = known.length;
    int length = Math.max(entry + 1, 2 * before);
    memory.reserve((long) (length - before) * Long.BYTES);
    known = Arrays.copyOf(known, length);
    Arrays.fill(known, before, length, UNKNOWN);
  }

  private static VarHandle field(Class<?> owner, Class<?> type) {
    try {
      return MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
          .findVarHandle(owner, "dictionary", type);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this Spark keeps dictionaries elsewhere", e);
    }
  }
}
