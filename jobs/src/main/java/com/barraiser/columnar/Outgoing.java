package com.barraiser.columnar;

import com.barraiser.columnar.Block.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Tuple2;

/**
 * Where a task's rows go: into a block for each partition, which is sent when it is full. All rows
 * of a shuffle that are packed have the same number of longs. Open blocks and those that wait to be
 * taken are memory of the task: a block of each kind for every partition while its input comes part
 * by part, and more where all is sent at the end.
 */
public final class Outgoing {

  private static final int CELLS = 4096;
  private static final int LEAST_CELLS = 128;

  /** All open blocks of a task together. */
  private static final long MOST_CELLS = 8L << 20;

  private static final int BYTES_PER_TEXT = 64;

  private final TaskMemory memory = TaskMemory.ofThisTask();
  private final Texts texts = new Texts();
  private final Queue<Tuple2<Integer, Block>> full = new ArrayDeque<>();
  private final int cellsPerBlock;
  private final long[][] cells;
  private final int[] used;
  private final OddRows[] odd;

  Outgoing(int partitions) {
    long share = MOST_CELLS / partitions;
    this.cellsPerBlock = (int) Math.max(LEAST_CELLS, Math.min(CELLS, share));
    this.cells = new long[partitions][];
    this.used = new int[partitions];
    this.odd = new OddRows[partitions];
  }

  /** The partition, of all, that a hash belongs to. */
  public int partition(long hash) {
    return (int) ((hash >>> 33) * cells.length >>> 31);
  }

  /** The partition, of all, of what is known by a text. */
  public int partition(UTF8String text) {
    return partition(LongTable.hash(text.hashCode()));
  }

  /** The texts that codes in packed rows stand for; each packed block brings them along. */
  public Texts texts() {
    return texts;
  }

  /** Sends a row of one long. */
  public void add(int partition, long cell) {
    int end = room(partition, 1);
    cells[partition][end] = cell;
  }

  /** Sends a row of two longs. */
  public void add(int partition, long first, long second) {
    int end = room(partition, 2);
    long[] block = cells[partition];
    block[end] = first;
    block[end + 1] = second;
  }

  /** Sends a row of three longs. */
  public void add(int partition, long first, long second, long third) {
    int end = room(partition, 3);
    long[] block = cells[partition];
    block[end] = first;
    block[end + 1] = second;
    block[end + 2] = third;
  }

  /** Sends a row of four longs. */
  public void add(int partition, long first, long second, long third, long fourth) {
    int end = room(partition, 4);
    long[] block = cells[partition];
    block[end] = first;
    block[end + 1] = second;
    block[end + 2] = third;
    block[end + 3] = fourth;
  }

  /** Where the next cells of a partition go, in its open block. */
  private int room(int partition, int more) {
    if (cells[partition] != null && used[partition] + more > cellsPerBlock) {
      send(partition);
    }
    if (cells[partition] == null) {
      reserveBlock();
      cells[partition] = new long[cellsPerBlock];
    }
    int end = used[partition];
    used[partition] = end + more;
    return end;
  }

  private void send(int partition) {
    long[] block = cells[partition];
    int end = used[partition];
    long[] rows = end == block.length ? block : Arrays.copyOf(block, end);
    full.add(new Tuple2<>(partition, new Block(Kind.PACKED, rows, texts.all())));
    cells[partition] = null;
    used[partition] = 0;
  }

  private void sendOdd(int partition) {
    full.add(new Tuple2<>(partition, odd[partition].block()));
    odd[partition] = null;
  }

  private void reserveBlock() {
    memory.reserve((long) cellsPerBlock * Long.BYTES);
  }

  /** Sends a row that cannot be packed: longs and texts, which are copied and may be null. */
  public void addOdd(int partition, long[] numbers, UTF8String... columns) {
    if (odd[partition] == null) {
      reserveBlock();
      odd[partition] = new OddRows();
    }
    OddRows rows = odd[partition];
    rows.add(numbers, columns);
    if (rows.bytes >= cellsPerBlock * Long.BYTES) {
      sendOdd(partition);
    }
  }

  boolean hasFullBlock() {
    return !full.isEmpty();
  }

  Tuple2<Integer, Block> takeFullBlock() {
    Tuple2<Integer, Block> block = full.remove();
    memory.release((long) cellsPerBlock * Long.BYTES);
    return block;
  }

  /** Takes the open blocks for full. */
  void closeBlocks() {
    for (int partition = 0; partition < cells.length; partition++) {
      if (cells[partition] != null) {
        send(partition);
      }
      if (odd[partition] != null) {
        sendOdd(partition);
      }
    }
  }

  /** An open block of rows that cannot be packed. */
  private static final class OddRows {

    private final List<UTF8String> texts = new ArrayList<>();
    private long[] numbers = new long[8];
    private int used;
    private long bytes;

    void add(long[] more, UTF8String... columns) {
      if (used + more.length > numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * (used + more.length));
      }
      System.arraycopy(more, 0, numbers, used, more.length);
      used += more.length;
      bytes += more.length * Long.BYTES;
      for (UTF8String text : columns) {
        texts.add(text == null ? null : text.copy());
        bytes += BYTES_PER_TEXT + (text == null ? 0 : text.numBytes());
      }
    }

    Block block() {
      return new Block(Kind.ODD, Arrays.copyOf(numbers, used), texts.toArray(UTF8String[]::new));
    }
  }
}
