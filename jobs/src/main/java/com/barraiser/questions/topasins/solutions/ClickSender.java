package com.barraiser.questions.topasins.solutions;

import com.barraiser.columnar.Batch;
import com.barraiser.columnar.LongTable;
import com.barraiser.columnar.Outgoing;
import com.barraiser.columnar.Sender;
import com.barraiser.columnar.TaskMemory;
import com.barraiser.columnar.TextKeys;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Sends a task's clicks: of candidates every pair of candidate and customer, most of them once; of
 * other products their number. A candidate is sent as its number below 0, another as its key.
 */
final class ClickSender implements Sender {

  /** Beyond these, pairs are forgotten and may be sent again. */
  private static final int MOST_PAIRS = 1 << 20;

  /** Beyond these, what was counted so far is sent. */
  private static final int MOST_PRODUCTS = 1 << 20;

  /** As many as the nearest cache holds the places of. */
  private static final int AT_ONCE = 128;

  private static final int VALUE = 1;

  private final Outgoing out;
  private final boolean countsOthers;
  private final LongTable candidates;
  private final Map<UTF8String, Long> oddCandidates = new HashMap<>();
  private final TextKeys products;
  private final LongTable sent;
  private final LongTable counts;
  private long seen;

  ClickSender(UTF8String[] asins, boolean countsOthers, Outgoing out) {
    TaskMemory memory = TaskMemory.ofThisTask();
    this.out = out;
    this.countsOthers = countsOthers;
    this.candidates = new LongTable(memory, 1, 0);
    this.products = new TextKeys(memory, asins.length == 0 ? AsinKey::of : this::product);
    this.sent = new LongTable(memory, 2);
    this.counts = new LongTable(memory, 1, 0);
    for (int i = 0; i < asins.length; i++) {
      long key = AsinKey.of(asins[i]);
      if (key == AsinKey.NONE) {
        oddCandidates.put(asins[i], -1L - i);
      } else {
        candidates.set(candidates.entry(key), VALUE, -1L - i);
      }
    }
  }

  /** A candidate's number below 0, another product's key, or {@link AsinKey#NONE}. */
  private long product(UTF8String asin) {
    long key = AsinKey.of(asin);
    if (key == AsinKey.NONE) {
      return oddCandidates.isEmpty() ? key : oddCandidates.getOrDefault(asin, key);
    }
    int entry = candidates.find(key);
    return entry < 0 ? key : candidates.at(entry, VALUE);
  }

  @Override
  public void accept(Batch batch) {
    // A click without a product or a customer is rejected by the rules of its table.
    long[] keys = products.of(batch, 0);
    int others = 0;
    for (int i = 0; i < batch.rows(); i++) {
      long product = keys[i];
      if (product > 0) {
        keys[others++] = product;
      } else if (product == AsinKey.NONE) {
        sendOdd(batch.column(0).getUTF8String(batch.position(i)));
      } else if (product != TextKeys.NULL) {
        send(product, batch.column(1), batch.position(i));
      }
    }
    if (countsOthers) {
      count(keys, others);
    }
  }

  private void sendOdd(UTF8String asin) {
    if (countsOthers) {
      out.addOdd(out.partition(LongTable.hash(asin.hashCode())), 0, 0, asin);
    }
  }

  private void send(long candidate, ColumnVector customers, int row) {
    if (customers.isNullAt(row)) {
      return;
    }
    if (sent.size() > MOST_PAIRS) {
      sent.clear();
    }
    int before = sent.size();
    long customer = customers.getLong(row);
    sent.entry(candidate, customer);
    if (sent.size() > before) {
      out.add(out.partition(LongTable.hash(candidate, customer)), candidate, customer);
    }
  }

  private void count(long[] keys, int others) {
    for (int from = 0; from < others; from += AT_ONCE) {
      int to = Math.min(from + AT_ONCE, others);
      seen ^= counts.touch(keys, from, to);
      for (int i = from; i < to; i++) {
        int entry = counts.entry(keys[i]);
        counts.set(entry, VALUE, counts.at(entry, VALUE) + 1);
      }
    }
    if (counts.size() > MOST_PRODUCTS) {
      end();
      counts.clear();
    }
  }

  @Override
  public void end() {
    for (int e = counts.next(0); e >= 0; e = counts.next(e + counts.width())) {
      long key = counts.at(e, 0);
      out.add(out.partition(LongTable.hash(key)), key, counts.at(e, VALUE));
    }
  }
}
