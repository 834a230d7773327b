package com.barraiser.columnar;

import com.barraiser.columnar.Block.Kind;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Which packed keys may have arrived in the partitions of a shuffle: what is sent to meet them
 * there may leave out the others.
 *
 * <p>A Bloom filter of one hash for each partition, as long as keys are few enough for every
 * executor to hold all of them. The hash is the one that chose the partition. Spark's own filter,
 * of more hashes and fewer bits, takes longer to ask than a row takes to send.
 *
 * @see <a href="https://doi.org/10.1145/362686.362692">B. H. Bloom, Space/time trade-offs in hash
 *     coding with allowable errors</a>
 */
public final class KeyFilter implements Serializable {

  private static final long serialVersionUID = 1L;

  /** In all partitions together: 16 megabytes of bits. */
  private static final long MOST_KEYS = 8_000_000;

  /** Of keys that are not there, one in 8 to 16 passes; more where there are only a few keys. */
  private static final int LEAST_BITS_PER_KEY = 8;

  private static final long[] PASSES_ALL = {-1L};

  private final Broadcast<long[][]> bits;

  /** The same, without asking for it with every key. */
  private transient long[][] here;

  private KeyFilter(Broadcast<long[][]> bits) {
    this.bits = bits;
  }

  /**
   * Runs a job that reads blocks. They are to come out of a shuffle, which keeps them for whoever
   * reads them next.
   *
   * @param width the longs of a packed row, of which the first is its key
   */
  public static KeyFilter of(JavaRDD<Block> blocks, int width) {
    return of(blocks, width, MOST_KEYS);
  }

  static KeyFilter of(JavaRDD<Block> blocks, int width, long mostKeys) {
    long most = mostKeys / blocks.getNumPartitions();
    long[][] bits =
        blocks
            .mapPartitions(arrived -> List.of(bits(arrived, width, most)).iterator())
            .collect()
            .toArray(long[][]::new);
    return new KeyFilter(JavaSparkContext.fromSparkContext(blocks.context()).broadcast(bits));
  }

  private static long[] bits(Iterator<Block> blocks, int width, long most) {
    TaskMemory memory = TaskMemory.ofThisTask();
    List<long[]> rows = new ArrayList<>();
    long keys = 0;
    while (blocks.hasNext() && keys <= most) {
      Block block = blocks.next();
      if (block.kind() == Kind.PACKED) {
        memory.reserve((long) block.cells().length * Long.BYTES);
        rows.add(block.cells());
        keys += block.cells().length / width;
      }
    }
    if (keys > most) {
      return PASSES_ALL;
    }
    long least = Math.max(1, keys * LEAST_BITS_PER_KEY / Long.SIZE);
    long[] bits = new long[(int) Long.highestOneBit(2 * least - 1)];
    for (long[] cells : rows) {
      for (int i = 0; i < cells.length; i += width) {
        long hash = LongTable.hash(cells[i]);
        bits[word(bits, hash)] |= 1L << hash;
      }
    }
    return bits;
  }

  /** Whether a key of that hash may be in a partition; it is not where this says no. */
  public boolean mayHave(int partition, long hash) {
    if (here == null) {
      here = bits.value();
    }
    long[] words = here[partition];
    return (words[word(words, hash)] & 1L << hash) != 0;
  }

  /** The lowest bits of a hash choose one of a word, those above them the word. */
  private static int word(long[] words, long hash) {
    return (int) (hash >>> 6) & words.length - 1;
  }
}
