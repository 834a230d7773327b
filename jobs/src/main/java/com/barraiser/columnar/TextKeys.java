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

  private static final VarHandle OF_VECTOR = field(WritableColumnVector.class, Dictionary.class);

  private static final VarHandle OF_FILE =
      field(ParquetDictionary.class, org.apache.parquet.column.Dictionary.class);

  /** A key that is this one all the same is only worked out again. */
  private static final long UNKNOWN = Long.MIN_VALUE;

  private final TaskMemory memory;
  private final ToLongFunction<UTF8String> key;
  private long[] known = new long[0];
  private Object dictionary;
  private ColumnVector column;
  private ColumnVector entries;

  /**
   * For one column of a task's batches.
   *
   * @param key what a text stands for, the same whenever it is asked; it copies what it keeps
   */
  public TextKeys(TaskMemory memory, ToLongFunction<UTF8String> key) {
    this.memory = memory;
    this.key = key;
  }

  /** Turns to the column of the next batch. */
  public void turnTo(ColumnVector next) {
    column = next;
    entries = null;
    if (next instanceof WritableColumnVector vector && vector.hasDictionary()) {
      entries = vector.getDictionaryIds();
      Object now = OF_VECTOR.get(vector);
      now = now instanceof ParquetDictionary parquet ? OF_FILE.get(parquet) : now;
      if (now != dictionary) {
        Arrays.fill(known, UNKNOWN);
        dictionary = now;
      }
    }
  }

  /** The key of the text in a row, which must not be null. */
  public long at(int row) {
    if (entries == null) {
      return key.applyAsLong(column.getUTF8String(row));
    }
    int entry = entries.getInt(row);
    if (entry >= known.length) {
      grow(entry);
    }
    long found = known[entry];
    if (found == UNKNOWN) {
      found = key.applyAsLong(column.getUTF8String(row));
      known[entry] = found;
    }
    return found;
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
