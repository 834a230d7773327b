package com.barraiser.questions.topasins.solutions;

import com.barraiser.columnar.Batch;
import com.barraiser.columnar.Block;
import com.barraiser.columnar.ColumnarScan;
import com.barraiser.columnar.LongTable;
import com.barraiser.columnar.Outgoing;
import com.barraiser.columnar.Sender;
import com.barraiser.columnar.TaskMemory;
import com.barraiser.columnar.TextKeys;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.unsafe.types.UTF8String;

/** Counts the unique customers of a few products, exactly. */
final class CandidateCustomers {

  private CandidateCustomers() {}

  /** The unique customers of each product, in the products' order. */
  static long[] of(ColumnarScan clicks, List<UTF8String> asins) {
    UTF8String[] products = asins.toArray(UTF8String[]::new);
    long[] counts = new long[products.length];
    clicks
        .shuffled(clicks.fewPartitions(), out -> new Pairing(products, out))
        .mapPartitions(blocks -> List.of(counts(blocks, products.length)).iterator())
        .collect()
        .forEach(part -> addUp(counts, part));
    return counts;
  }

  /** The pairs of product and customer of one partition, by product. */
  private static long[] counts(Iterator<Block> blocks, int products) {
    LongTable pairs = new LongTable(TaskMemory.ofThisTask(), 2);
    blocks.forEachRemaining(
        block -> {
          long[] cells = block.cells();
          for (int i = 0; i < cells.length; i += 2) {
            pairs.entry(cells[i], cells[i + 1]);
          }
        });
    long[] counts = new long[products];
    for (int e = pairs.next(0); e >= 0; e = pairs.next(e + pairs.width())) {
      counts[(int) pairs.at(e, 0) - 1]++;
    }
    return counts;
  }

  private static void addUp(long[] counts, long[] part) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += part[i];
    }
  }

  /** Sends each pair of candidate and customer, most of them once a task. */
  private static final class Pairing implements Sender {

    /** Beyond these, pairs are forgotten and may be sent again. */
    private static final int MOST_PAIRS = 1 << 20;

    private static final int NUMBER = 1;

    private final Outgoing out;
    private final LongTable numbers;
    private final Map<UTF8String, Long> odd = new HashMap<>();
    private final TextKeys products;
    private final LongTable sent;

    /** Candidates are numbered from 1. */
    Pairing(UTF8String[] asins, Outgoing out) {
      TaskMemory memory = TaskMemory.ofThisTask();
      this.out = out;
      this.numbers = new LongTable(memory, 1, 0);
      this.products = new TextKeys(memory, this::number);
      this.sent = new LongTable(memory, 2);
      for (int i = 0; i < asins.length; i++) {
        long key = AsinKey.of(asins[i]);
        if (key == AsinKey.NONE) {
          odd.put(asins[i], i + 1L);
        } else {
          numbers.set(numbers.entry(key), NUMBER, i + 1L);
        }
      }
    }

    @Override
    public void accept(Batch batch) {
      ColumnVector asins = batch.column(0);
      ColumnVector customers = batch.column(1);
      products.turnTo(asins);
      for (int i = 0; i < batch.rows(); i++) {
        int row = batch.position(i);
        long product = asins.isNullAt(row) ? 0 : products.at(row);
        if (product > 0 && !customers.isNullAt(row)) {
          send(product, customers.getLong(row));
        }
      }
    }

    private long number(UTF8String asin) {
      long key = AsinKey.of(asin);
      if (key == AsinKey.NONE) {
        return odd.isEmpty() ? 0 : odd.getOrDefault(asin, 0L);
      }
      int entry = numbers.find(key);
      return entry < 0 ? 0 : numbers.at(entry, NUMBER);
    }

    private void send(long product, long customer) {
      if (sent.size() > MOST_PAIRS) {
        sent.clear();
      }
      int before = sent.size();
      sent.entry(product, customer);
      if (sent.size() > before) {
        out.add(out.partition(LongTable.hash(product, customer)), product, customer);
      }
    }
  }
}
