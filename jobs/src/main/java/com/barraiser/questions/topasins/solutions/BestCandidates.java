package com.barraiser.questions.topasins.solutions;

import static java.util.Comparator.reverseOrder;

import com.barraiser.columnar.ColumnarScan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Tuple2;

/** The exact counts of customers of all products that can be among the best, in few scans. */
final class BestCandidates {

  /** Beyond this many, candidates are no longer few. */
  private static final int MAX_PRODUCTS = 4_096;

  /** What every task looks at before the first scan, in rows. */
  private static final int FIRST_ROWS = 16_384;

  /** With fewer first clicks on the k-th product, chance has chosen it. */
  private static final int TELLING = 50;

  /** Products with that share of the k-th one's first clicks are likely. */
  private static final double LIKELY = 0.75;

  /** Products with that share of the k-th one's clicks are worth counting at once. */
  private static final double NEAR = 0.9;

  /** So many times k at most are counted at once. */
  private static final int NEAREST = 8;

  /** One more column of that share of a scan is read sooner than another scan is planned. */
  private static final double SMALL_PART = 0.25;

  private final int k;
  private final Map<UTF8String, Long> customers = new HashMap<>();
  private ColumnarScan clicks;
  private Supplier<ColumnarScan> products;
  private List<Tuple2<UTF8String, Long>> others = List.of();

  /**
   * For one answer.
   *
   * @param clicks product and customer of every click
   * @param products the product alone, to be asked for where no customer needs to be read
   */
  BestCandidates(ColumnarScan clicks, Supplier<ColumnarScan> products, int k) {
    this.clicks = clicks;
    this.products = products;
    this.k = k;
  }

  /** The customers by product, or nothing where too many products can be among the best. */
  Optional<Map<UTF8String, Long>> customers() {
    countAll(likely());
    countMore(near());
    if (others.size() == MAX_PRODUCTS && others.get(MAX_PRODUCTS - 1)._2() >= bar()) {
      return Optional.empty();
    }
    countMore(clicked(others, bar()));
    return Optional.of(customers);
  }

  /**
   * Products that the first rows tell to be among the best, or none where they tell little.
   * Partitions that give no batch are not read again.
   */
  private List<UTF8String> likely() {
    ClickTally.First sample = ClickTally.first(clicks, FIRST_ROWS, NEAREST * k);
    readOnly(sample.partitions());
    var first = sample.busiest();
    boolean tells = first.size() < k || kth(first) >= TELLING;
    return tells ? clicked(first, LIKELY * kth(first)) : List.of();
  }

  private void readOnly(Set<Integer> partitions) {
    ColumnarScan rest = clicks.only(partitions);
    if (rest.tasks() <= SMALL_PART * clicks.tasks()) {
      products = () -> rest;
    }
    clicks = rest;
  }

  private List<UTF8String> near() {
    var nearest = others.subList(0, Math.min(others.size(), NEAREST * k));
    return clicked(nearest, Math.max(bar(), NEAR * kth(others)));
  }

  /** Counts the customers of candidates and the clicks of all others. */
  private void countAll(List<UTF8String> candidates) {
    ClickTally.Sums sums =
        ClickTally.of(candidates.isEmpty() ? products.get() : clicks, candidates, MAX_PRODUCTS);
    keep(candidates, sums.customers());
    others = sums.others();
  }

  private void countMore(List<UTF8String> candidates) {
    List<UTF8String> more = candidates.stream().filter(c -> !customers.containsKey(c)).toList();
    if (!more.isEmpty()) {
      keep(more, ClickTally.of(clicks, more, 0).customers());
    }
  }

  private void keep(List<UTF8String> candidates, long[] counts) {
    for (int i = 0; i < counts.length; i++) {
      customers.put(candidates.get(i), counts[i]);
    }
  }

  /** The k-th best count, which all others must reach by clicks, or 0 where there are fewer. */
  private long bar() {
    return customers.values().stream().sorted(reverseOrder()).skip(k - 1L).findFirst().orElse(0L);
  }

  /** The clicks of the k-th product, or 0 where there are fewer. */
  private long kth(List<Tuple2<UTF8String, Long>> busiest) {
    return busiest.size() < k ? 0 : busiest.get(k - 1)._2();
  }

  private static List<UTF8String> clicked(List<Tuple2<UTF8String, Long>> busiest, double least) {
    return busiest.stream().filter(product -> product._2() >= least).map(Tuple2::_1).toList();
  }
}
