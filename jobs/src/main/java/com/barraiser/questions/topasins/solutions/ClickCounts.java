package com.barraiser.questions.topasins.solutions;

import com.barraiser.columnar.Batch;
import com.barraiser.columnar.Block;
import com.barraiser.columnar.ColumnarScan;
import com.barraiser.columnar.LongTable;
import com.barraiser.columnar.Outgoing;
import com.barraiser.columnar.Sender;
import com.barraiser.columnar.TaskMemory;
import com.barraiser.columnar.TextKeys;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Tuple2;

/** Counts the clicks of every product, and keeps the products that have most. */
final class ClickCounts {

  static final Comparator<Tuple2<UTF8String, Long>> FEWEST_FIRST = Comparator.comparing(Tuple2::_2);

  private static final int COUNT = 1;

  /** An entry of the map beside its text. */
  private static final int BYTES_PER_ODD_ASIN = 200;

  private final TaskMemory memory = TaskMemory.ofThisTask();
  private final LongTable packed = new LongTable(memory, 1, 0);
  private final Map<UTF8String, Long> odd = new HashMap<>();

  private ClickCounts() {}

  /** The products with the most clicks, the one with most first. */
  static List<Tuple2<UTF8String, Long>> busiest(ColumnarScan clicks, int products) {
    return clicks
        .shuffled(clicks.fewPartitions(), Counting::new)
        .mapPartitions(blocks -> ClickCounts.of(blocks).busiest(products))
        .collect()
        .stream()
        .sorted(FEWEST_FIRST.reversed())
        .limit(products)
        .toList();
  }

  private static ClickCounts of(Iterator<Block> blocks) {
    ClickCounts counts = new ClickCounts();
    blocks.forEachRemaining(counts::add);
    return counts;
  }

  private void add(Block block) {
    long[] cells = block.cells();
    if (block.kind() == Block.Kind.ODD) {
      for (UTF8String asin : block.texts()) {
        if (odd.merge(asin, 1L, Long::sum) == 1) {
          memory.reserve(BYTES_PER_ODD_ASIN + asin.numBytes());
        }
      }
    } else {
      for (int i = 0; i < cells.length; i += 2) {
        int entry = packed.entry(cells[i]);
        packed.set(entry, COUNT, packed.at(entry, COUNT) + cells[i + 1]);
      }
    }
  }

  private Iterator<Tuple2<UTF8String, Long>> busiest(int products) {
    PriorityQueue<Tuple2<UTF8String, Long>> busiest = new PriorityQueue<>(FEWEST_FIRST);
    for (int e = packed.next(0); e >= 0; e = packed.next(e + packed.width())) {
      long clicks = packed.at(e, COUNT);
      if (busiest.size() < products || clicks > busiest.element()._2()) {
        offer(busiest, new Tuple2<>(AsinKey.text(packed.at(e, 0)), clicks), products);
      }
    }
    odd.forEach((asin, clicks) -> offer(busiest, new Tuple2<>(asin, clicks), products));
    return new ArrayList<>(busiest).iterator();
  }

  private static void offer(
      PriorityQueue<Tuple2<UTF8String, Long>> busiest,
      Tuple2<UTF8String, Long> product,
      int products) {
    busiest.add(product);
    if (busiest.size() > products) {
      busiest.remove();
    }
  }

  /** Adds up a task's clicks before they are sent. */
  private static final class Counting implements Sender {

    /** Beyond these, what was counted so far is sent. */
    private static final int MOST_PRODUCTS = 1 << 20;

    private static final int AT_ONCE = 512;

    private final Outgoing out;
    private final TextKeys asinKeys;
    private final LongTable counts;
    private final long[] keys = new long[AT_ONCE];
    private int waiting;
    private long seen;

    Counting(Outgoing out) {
      TaskMemory memory = TaskMemory.ofThisTask();
      this.out = out;
      this.asinKeys = new TextKeys(memory, AsinKey::of);
      this.counts = new LongTable(memory, 1, 0);
    }

    @Override
    public void accept(Batch batch) {
      ColumnVector asins = batch.column(0);
      asinKeys.turnTo(asins);
      for (int i = 0; i < batch.rows(); i++) {
        int row = batch.position(i);
        // A click without a product is rejected by the rules of its table.
        if (!asins.isNullAt(row)) {
          take(asins, row);
        }
      }
      if (counts.size() > MOST_PRODUCTS) {
        end();
        counts.clear();
      }
    }

    private void take(ColumnVector asins, int row) {
      long key = asinKeys.at(row);
      if (key == AsinKey.NONE) {
        UTF8String asin = asins.getUTF8String(row);
        out.addOdd(out.partition(LongTable.hash(asin.hashCode())), 0, 0, asin);
        return;
      }
      keys[waiting++] = key;
      if (waiting == AT_ONCE) {
        count();
      }
    }

    private void count() {
      seen ^= counts.touch(keys, waiting);
      for (int i = 0; i < waiting; i++) {
        int entry = counts.entry(keys[i]);
        counts.set(entry, COUNT, counts.at(entry, COUNT) + 1);
      }
      waiting = 0;
    }

    @Override
    public void end() {
      count();
      for (int e = counts.next(0); e >= 0; e = counts.next(e + counts.width())) {
        long key = counts.at(e, 0);
        out.add(out.partition(LongTable.hash(key)), key, counts.at(e, COUNT));
      }
    }
  }
}
