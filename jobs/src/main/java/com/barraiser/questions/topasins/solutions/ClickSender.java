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
final class ClickSender implements Sender<Batch> {

  /** Beyond these, pairs are forgotten and may be sent again. */
  private static final int MOST_PAIRS = 1_000_000;

  /** Beyond these, what was counted so far is sent. */
  private static final int MOST_PRODUCTS = 1_000_000;

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
  private long[] others = new long[0];
  private long seen;

  ClickSender(UTF8String[] asins, boolean countsOthers, Outgoing out) {
    TaskMemory memory = TaskMemory.ofThisTask();
    this.out = out;
    this.countsOthers = countsOthers;
    this.candidates = new LongTable(memory, 1, 0);
    this.products = new TextKeys(memory, 0, asins.length == 0 ? AsinKey::of : this::product);
    this.sent = new LongTable(memory, 2);
    this.counts = new LongTable(memory, 1, 0);
    for (int i = 0; i < asins.length; i++) {
      long key = AsinKey.of(asins[i]);
      if (key == AsinKey.NONE) {
        oddCandidates.put(asins[i], code(i));
      } else {
        candidates.set(candidates.entry(key), VALUE, code(i));
      }
    }
  }

  /** A candidate's number in the first cell; below 0, as no product's key is. */
  private static long code(int candidate) {
    return -1L - candidate;
  }

  static boolean isCandidate(long cell) {
    return cell < 0;
  }

  /** The number that a cell stands for. */
  static int candidate(long cell) {
    return (int) (-1 - cell);
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
    ColumnVector asins = batch.column(0);
    products.turnTo(batch);
    others = others.length < batch.rows() ? new long[batch.rows()] : others;
    int waiting = 0;
    for (int i = 0; i < batch.rows(); i++) {
      int row = batch.position(i);
      // A click without a product or a customer is rejected by the rules of its table.
      if (!asins.isNullAt(row)) {
        long product = products.at(row);
        if (isCandidate(product)) {
          send(product, batch.column(1), row);
        } else if (product != AsinKey.NONE) {
          others[waiting++] = product;
        } else {
          sendOdd(asins.getUTF8String(row));
        }
      }
    }
    if (countsOthers) {
      count(waiting);
    }
  }

  private void sendOdd(UTF8String asin) {
    if (countsOthers) {
      out.addOdd(out.partition(asin), new long[0], asin);
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

  private void count(int waiting) {
    for (int from = 0; from < waiting; from += AT_ONCE) {
      int to = Math.min(from + AT_ONCE, waiting);
      seen ^= counts.touch(others, from, to);
      for (int i = from; i < to; i++) {
        counts.add(counts.entry(others[i]), VALUE, 1);
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
