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
 * A long for every text of a column. Where texts are numbers into a dictionary, it is worked out
 * once for an entry and not once a row.
 *
 * <p>Spark makes a new object around a dictionary for every page that it reads. So the file's own
 * is asked for, which every row group has one of: as long as it is the same object, a number stands
 * for the same text. A Spark that keeps it elsewhere is read row by row.
 */
public final class TextKeys {

  private static final VarHandle OF_VECTOR = field(WritableColumnVector.class, Dictionary.class);

  private static final VarHandle OF_FILE =
      field(ParquetDictionary.class, org.apache.parquet.column.Dictionary.class);

  /** Instead of a key: there is no text. */
  public static final long NULL = Long.MIN_VALUE;

  private static final long UNKNOWN = Long.MIN_VALUE;

  private final TaskMemory memory;
  private final int ordinal;
  private final ToLongFunction<UTF8String> key;
  private long[] known = new long[0];
  private long[] ofBatch = new long[0];
  private Object dictionary;
  private ColumnVector column;
  private ColumnVector entries;

  /**
   * For one column of a task's batches.
   *
   * @param key what a text stands for, always the same and never {@link Long#MIN_VALUE}; it copies
   *     what it keeps of the text
   */
  public TextKeys(TaskMemory memory, int ordinal, ToLongFunction<UTF8String> key) {
    this.memory = memory;
    this.ordinal = ordinal;
    this.key = key;
  }

  /** Turns to the next batch. */
  public void turnTo(Batch batch) {
    column = batch.column(ordinal);
    entries = null;
    if (OF_VECTOR != null
        && OF_FILE != null
        && column instanceof WritableColumnVector vector
        && vector.hasDictionary()) {
      entries = vector.getDictionaryIds();
      Object now = OF_VECTOR.get(vector);
      now = now instanceof ParquetDictionary parquet ? OF_FILE.get(parquet) : now;
      if (now != dictionary) {
        Arrays.fill(known, UNKNOWN);
        dictionary = now;
      }
    }
  }

  /** The key of the text at a position, which must not be null. */
  public long at(int row) {
    if (entries == null) {
      return key.applyAsLong(column.getUTF8String(row));
    }
    int entry = entries.getInt(row);
    if (entry >= known.length) {
      grow(entry);
    }
    if (known[entry] == UNKNOWN) {
      known[entry] = key.applyAsLong(column.getUTF8String(row));
    }
    return known[entry];
  }

  /**
   * Turns to a batch and reads all of it, which is faster than one by one.
   *
   * @return the keys in the order of the batch's rows, {@link #NULL} where there is no text; they
   *     stand there until the next batch
   */
  public long[] of(Batch batch) {
    turnTo(batch);
    if (ofBatch.length < batch.rows()) {
      ofBatch = new long[batch.rows()];
    }
    if (entries == null) {
      readTexts(batch);
    } else {
      readEntries(batch);
    }
    return ofBatch;
  }

  private void readTexts(Batch batch) {
    for (int i = 0; i < batch.rows(); i++) {
      int row = batch.position(i);
      ofBatch[i] = column.isNullAt(row) ? NULL : at(row);
    }
  }

  private void readEntries(Batch batch) {
    boolean hasNull = column.hasNull();
    // In local variables, or a compiler has them read again for every row.
    ColumnVector numbers = entries;
    long[] keys = known;
    for (int i = 0; i < batch.rows(); i++) {
      int row = batch.position(i);
      if (hasNull && column.isNullAt(row)) {
        ofBatch[i] = NULL;
        continue;
      }
      int entry = numbers.getInt(row);
      if (entry >= keys.length || keys[entry] == UNKNOWN) {
        at(row);
        keys = known;
      }
      ofBatch[i] = keys[entry];
    }
  }

  private void grow(int entry) {
    int before = known.length;
    int length = Math.max(entry + 1, 2 * before);
    memory.reserve((long) length * Long.BYTES);
    known = Arrays.copyOf(known, length);
    Arrays.fill(known, before, length, UNKNOWN);
    memory.release((long) before * Long.BYTES);
  }

  private static VarHandle field(Class<?> owner, Class<?> type) {
    try {
      return MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
          .findVarHandle(owner, "dictionary", type);
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }
}
