package com.barraiser.datasets.read;

import com.barraiser.datasets.read.ParsedRow.Rejected;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

/** The rows of one split of the input; reports the split's rejects after the last row. */
final class CountingRows implements Iterator<ParsedRow> {

  private final Supplier<ParsedRow> source;
  private final String split;
  private final RejectCounts counts;
  private final Map<String, Long> byReason = new HashMap<>();
  private ParsedRow next;

  /**
   * Creates the rows.
   *
   * @param source gives the next row, or null after the last
   */
  CountingRows(Supplier<ParsedRow> source, String split, RejectCounts counts) {
    this.source = source;
    this.split = split;
    this.counts = counts;
    advance();
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public ParsedRow next() {
    if (next == null) {
      throw new NoSuchElementException();
    }
    ParsedRow current = next;
    advance();
    return current;
  }

  private void advance() {
    next = source.get();
    if (next == null) {
      counts.add(new RejectCounts.SplitCounts(split, byReason));
    } else if (next instanceof Rejected rejected) {
      byReason.merge(rejected.reason(), 1L, Long::sum);
    }
  }
}
