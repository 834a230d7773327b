package com.barraiser.datasets.read;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.util.AccumulatorV2;

/**
 * Counts rejected rows by reason while a table is being read, so that counting needs no second
 * pass.
 *
 * <p>A plain accumulator counts a task twice when Spark runs it twice. This one keeps the counts of
 * each split of the input under the split's name, where a second run only repeats what is there.
 */
final class RejectCounts
    extends AccumulatorV2<RejectCounts.SplitCounts, Map<String, Map<String, Long>>> {

  private static final long serialVersionUID = 1L;

  /** Concurrent: a heartbeat sends it while the task still adds to it. */
  private final ConcurrentHashMap<String, Map<String, Long>> bySplit = new ConcurrentHashMap<>();

  /** The rejects of one split of the input, by reason, after its last row. */
  record SplitCounts(String split, Map<String, Long> byReason) {}

  @Override
  public void add(SplitCounts counts) {
    bySplit.put(counts.split(), counts.byReason());
  }

  @Override
  public void merge(AccumulatorV2<SplitCounts, Map<String, Map<String, Long>>> other) {
    bySplit.putAll(other.value());
  }

  /** How many splits have been read to their end. */
  int splits() {
    return bySplit.size();
  }

  /** The rejects of all splits that have been read, by reason. */
  Map<String, Long> byReason() {
    Map<String, Long> totals = new TreeMap<>();
    bySplit.values().forEach(split -> split.forEach((why, n) -> totals.merge(why, n, Long::sum)));
    return totals;
  }

  @Override
  public Map<String, Map<String, Long>> value() {
    return bySplit;
  }

  @Override
  public boolean isZero() {
    return bySplit.isEmpty();
  }

  @Override
  public RejectCounts copy() {
    RejectCounts copy = new RejectCounts();
    copy.bySplit.putAll(bySplit);
    return copy;
  }

  @Override
  public void reset() {
    bySplit.clear();
  }
}
