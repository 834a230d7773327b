package com.barraiser.datasets.read;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import com.barraiser.datasets.DataException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;

/**
 * The lines that begin in one split of a file, as bytes of a block that is read at once: no line is
 * copied. A line ends with a line feed; the last one may lack it. A line that begins in a split and
 * goes on in the next belongs to the first, as with Hadoop's own readers.
 */
final class SplitLines implements Closeable {

  private static final int BLOCK = 1 << 20;
  private static final int LEAST_BLOCK = 1 << 12;
  private static final int LONGEST = Integer.MAX_VALUE - 8;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = ONES << 7;
  private static final long LINE_FEEDS = ONES * '\n';

  private final InputStream in;
  private final FileSplit split;
  private byte[] block;

  /** Where in the file the block begins. */
  private long offset;

  private int filled;
  private int start;
  private int end;
  private int next;

  /** How many bytes of the next line are a byte-order mark. */
  private int mark;

  private boolean ended;

  private SplitLines(InputStream in, FileSplit split) throws IOException {
    this.in = in;
    this.split = split;
    this.block = new byte[(int) Math.max(LEAST_BLOCK, Math.min(BLOCK - 1, split.bytes()) + 1)];
    this.offset = split.start();
    if (split.start() == 0) {
      findByteOrderMark();
    } else {
      skipLine();
    }
  }

  /** Opens the lines of a split. */
  static SplitLines of(FileSplit split, Configuration hadoop) throws IOException {
    InputStream bytes = FileBytes.open(split.path(), split.start(), hadoop);
    try {
      return new SplitLines(bytes, split);
    } catch (IOException | RuntimeException e) {
      bytes.close();
      throw e;
    }
  }

  /** Goes to the next line, if there is one. */
  boolean advance() throws IOException {
    return offset + next <= split.end() && readLine();
  }

  /** The bytes among which the line lies, until the next one is read. */
  byte[] bytes() {
    return block;
  }

  /** Where the line begins. */
  int start() {
    return start;
  }

  /** Where the line has ended, without its line feed. */
  int end() {
    return end;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** The reader of the split before has this line, or what is left of it; nothing is kept. */
  private void skipLine() throws IOException {
    next = lineFeed(0);
    while (next == filled && !ended) {
      start = filled;
      fill();
      next = lineFeed(0);
    }
    next = Math.min(next + 1, filled);
  }

  private boolean readLine() throws IOException {
    start = next;
    end = lineFeed(start);
    while (end == filled && !ended) {
      int from = filled - start;
      fill();
      end = lineFeed(from);
    }
    boolean isEnded = end < filled;
    next = isEnded ? end + 1 : end;
    start += mark;
    mark = 0;
    return isEnded || end > start;
  }

  /** Where the next line feed is, or else where the block has ended. */
  private int lineFeed(int from) {
    int at = from;
    for (; at + Long.BYTES <= filled; at += Long.BYTES) {
      long others = (long) LONGS.get(block, at) ^ LINE_FEEDS;
      long found = others - ONES & ~others & HIGH_BITS;
      if (found != 0) {
        return at + (Long.numberOfTrailingZeros(found) >>> 3);
      }
    }
    while (at < filled && block[at] != '\n') {
      at++;
    }
    return at;
  }

  /** Reads on behind the line that has begun, which goes to the front of the block. */
  private void fill() throws IOException {
    endIfKilled();
    filled -= start;
    offset += start;
    if (start > 0) {
      System.arraycopy(block, start, block, 0, filled);
      start = 0;
    } else if (filled == LONGEST) {
      throw new DataException(
          "%s has a line of more than %,d bytes".formatted(split.path(), LONGEST));
    } else if (filled == block.length) {
      block = Arrays.copyOf(block, (int) Math.min(LONGEST, 2L * filled));
    }
    int read = in.read(block, filled, block.length - filled);
    ended = read < 0;
    filled += Math.max(0, read);
  }

  /** A file of which no line is accepted gives Spark no row between which to look. */
  private static void endIfKilled() {
    TaskContext task = TaskContext.get();
    if (task != null && task.isInterrupted()) {
      throw new TaskKilledException();
    }
  }

  private void findByteOrderMark() throws IOException {
    while (!ended && filled < BYTE_ORDER_MARK.length) {
      fill();
    }
    int length = BYTE_ORDER_MARK.length;
    if (filled >= length && Arrays.equals(block, 0, length, BYTE_ORDER_MARK, 0, length)) {
      mark = length;
    }
  }
}
