package com.barraiser.questions.topasins.solutions;

import com.barraiser.columnar.Batch;
import com.barraiser.columnar.LongTable;
import com.barraiser.columnar.Outgoing;
import com.barraiser.columnar.Sender;
import com.barraiser.columnar.TaskMemory;
import com.barraiser.columnar.TextKeys;
import java.util.BitSet;
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

  private static final int MARK_BITS = 16;

  /** A candidate's number below 0, or the clicks of another product. */
  private static final int VALUE = 1;

  private final Outgoing out;
  private final boolean countsOthers;
  private final UTF8String[] candidates;
  private final Map<UTF8String, Long> oddCandidates = new HashMap<>();
  private final TextKeys asins;
  private final LongTable sent;

  /** Candidates and, where they are counted, others side by side: a click looks for one of them. */
  private final LongTable products;

  /** Where candidates are, by {@link #mark}: most others are told by it, from the nearest cache. */
  private final BitSet marks = new BitSet(1 << MARK_BITS);

  private long[] packed = new long[0];
  private int[] rows = new int[0];
  private long seen;

  ClickSender(UTF8String[] candidates, boolean countsOthers, Outgoing out) {
    TaskMemory memory = TaskMemory.ofThisTask();
    this.out = out;
    this.countsOthers = countsOthers;
    this.candidates = candidates;
    this.asins = new TextKeys(memory, 0, this::key);
    this.sent = new LongTable(memory, 2);
    this.products = new LongTable(memory, 1, 0);
    addCandidates();
  }

  private void addCandidates() {
    for (int i = 0; i < candidates.length; i++) {
      long key = AsinKey.of(candidates[i]);
      if (key == AsinKey.NONE) {
        oddCandidates.put(candidates[i], code(i));
      } else {
        products.set(products.entry(key), VALUE, code(i));
        marks.set(mark(key));
      }
    }
  }

  private static int mark(long key) {
    return (int) (LongTable.hash(key) >>> Long.SIZE - MARK_BITS);
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

  /** A product's key; of one without a key a candidate's number below 0, or else none. */
  private long key(UTF8String asin) {
    long key = AsinKey.of(asin);
    return key == AsinKey.NONE && !oddCandidates.isEmpty()
        ? oddCandidates.getOrDefault(asin, AsinKey.NONE)
        : key;
  }

  @Override
  public void accept(Batch batch) {
    if (packed.length < batch.rows()) {
      packed = new long[batch.rows()];
      rows = new int[batch.rows()];
    }
    long[] keys = asins.of(batch);
    int end = 0;
    for (int i = 0; i < batch.rows(); i++) {
      int row = batch.position(i);
      if (keys[i] > 0) {
        if (countsOthers || marks.get(mark(keys[i]))) {
          packed[end] = keys[i];
          rows[end++] = row;
        }
      } else if (keys[i] == AsinKey.NONE) {
        sendOdd(batch.column(0).getUTF8String(row));
      } else if (keys[i] != TextKeys.NULL) {
        send(keys[i], batch.column(1), row);
      }
      // A click without a product is rejected by the rules of its table, as one without a customer.
    }
    for (int from = 0; from < end; from += AT_ONCE) {
      add(batch, from, Math.min(from + AT_ONCE, end));
    }
    if (products.size() > MOST_PRODUCTS) {
      end();
      products.clear();
      addCandidates();
    }
  }

  private void add(Batch batch, int from, int to) {
    seen ^= products.touch(packed, from, to);
    for (int i = from; i < to; i++) {
      int entry = countsOthers ? products.entry(packed[i]) : products.find(packed[i]);
      long value = entry < 0 ? 0 : products.at(entry, VALUE);
      if (isCandidate(value)) {
        send(value, batch.column(1), rows[i]);
      } else if (countsOthers) {
        products.add(entry, VALUE, 1);
      }
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

  @Override
  public void end() {
    for (int e = products.next(0); e >= 0; e = products.next(e + products.width())) {
      long clicks = products.at(e, VALUE);
      if (!isCandidate(clicks)) {
        long key = products.at(e, 0);
        out.add(out.partition(LongTable.hash(key)), key, clicks);
      }
    }
  }
}
