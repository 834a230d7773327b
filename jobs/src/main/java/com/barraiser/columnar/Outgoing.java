package com.barraiser.columnar;

import com.barraiser.columnar.Block.Kind;
import com.barraiser.columnar.ColumnarScan.SenderSupplier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Tuple2;

/**
 * The blocks of a task, each with the partition that it goes to: full ones as the batches come, the
 * rest after the last batch. Memory is bounded by a block for every partition.
 */
public final class Outgoing implements Iterator<Tuple2<Integer, Block>> {

  private static final int CELLS = 4096;
  private static final int LEAST_CELLS = 128;

  /** All open blocks of a task together. */
  private static final long MOST_CELLS = 8L << 20;

  private static final int BYTES_PER_TEXT = 64;

  private final Iterator<Batch> batches;
  private final Sender sender;
  private final TaskMemory memory = TaskMemory.ofThisTask();
  private final Texts texts = new Texts();
  private final Queue<Tuple2<Integer, Block>> full = new ArrayDeque<>();
  private final int cellsPerBlock;
  private final long[][] cells;
  private final int[] used;
  private final OddRows[] odd;
  private boolean ended;

  Outgoing(Iterator<Batch> batches, SenderSupplier senders, int partitions) {
    this.batches = batches;
    long share = MOST_CELLS / partitions / 2 * 2;
    this.cellsPerBlock = (int) Math.max(LEAST_CELLS, Math.min(CELLS, share));
    this.cells = new long[partitions][];
    this.used = new int[partitions];
    this.odd = new OddRows[partitions];
    this.sender = senders.sender(this);
  }

  /** The partition, of all, that a hash belongs to. */
  public int partition(long hash) {
    return (int) ((hash >>> 33) * cells.length >>> 31);
  }

  /** The texts that codes in packed rows stand for; each packed block brings them along. */
  public Texts texts() {
    return texts;
  }

  /** Sends two longs. */
  public void add(int partition, long first, long second) {
    long[] block = cells[partition];
    if (block == null) {
      memory.reserve((long) cellsPerBlock * Long.BYTES);
      block = new long[cellsPerBlock];
      cells[partition] = block;
    }
    int end = used[partition];
    block[end] = first;
    block[end + 1] = second;
    used[partition] = end + 2;
    if (end + 2 == block.length) {
      full.add(new Tuple2<>(partition, new Block(Kind.PACKED, block, texts.all())));
      cells[partition] = new long[cellsPerBlock];
      used[partition] = 0;
    }
  }

  /** Sends a row that cannot be packed: two longs and texts, which are copied and may be null. */
  public void addOdd(int partition, long first, long second, UTF8String... columns) {
    if (odd[partition] == null) {
      memory.reserve((long) cellsPerBlock * Long.BYTES);
      odd[partition] = new OddRows();
    }
    OddRows rows = odd[partition];
    rows.add(first, second, columns);
    if (rows.bytes >= cellsPerBlock * Long.BYTES) {
      full.add(new Tuple2<>(partition, rows.block()));
      odd[partition] = new OddRows();
    }
  }

  @Override
  public boolean hasNext() {
    while (full.isEmpty() && !ended) {
      if (batches.hasNext()) {
        sender.accept(batches.next());
      } else {
        sender.end();
        sendOpenBlocks();
        ended = true;
      }
    }
    return !full.isEmpty();
  }

  @Override
  public Tuple2<Integer, Block> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return full.remove();
  }

  private void sendOpenBlocks() {
    for (int partition = 0; partition < cells.length; partition++) {
      if (used[partition] > 0) {
        long[] rest = Arrays.copyOf(cells[partition], used[partition]);
        full.add(new Tuple2<>(partition, new Block(Kind.PACKED, rest, texts.all())));
      }
      cells[partition] = null;
      if (odd[partition] != null && odd[partition].used > 0) {
        full.add(new Tuple2<>(partition, odd[partition].block()));
      }
      odd[partition] = null;
    }
  }

  /** An open block of rows that cannot be packed. */
  private static final class OddRows {

    private final List<UTF8String> texts = new ArrayList<>();
    private long[] numbers = new long[8];
    private int used;
    private int bytes;

    void add(long first, long second, UTF8String... columns) {
      if (used == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * used);
      }
      numbers[used++] = first;
      numbers[used++] = second;
      bytes += 2 * Long.BYTES;
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
