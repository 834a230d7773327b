package com.barraiser.questions.topasins.solutions;

import com.barraiser.columnar.Block;
import com.barraiser.columnar.ColumnarScan;
import com.barraiser.columnar.LongTable;
import com.barraiser.columnar.TaskMemory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Tuple2;

/** What one scan tells of clicks: the unique customers of candidates, the clicks of the others. */
final class ClickTally {

  private static final Comparator<Tuple2<UTF8String, Long>> FEWEST_FIRST =
      Comparator.comparing(Tuple2::_2);

  private static final int COUNT = 1;

  /** The driver holds what thousands of tasks tell. */
  private static final int MOST_TOLD = 1_000;

  /** An entry of the map beside its text. */
  private static final int BYTES_PER_ODD_ASIN = 200;

  private final TaskMemory memory = TaskMemory.ofThisTask();
  private final LongTable pairs = new LongTable(memory, 2);
  private final LongTable packed = new LongTable(memory, 1, 0);
  private final Map<UTF8String, Long> odd = new HashMap<>();

  private ClickTally() {}

  /**
   * The sums of all tasks.
   *
   * @param customers in the candidates' order
   * @param others the most clicked of the other products with their clicks, most first
   */
  record Sums(long[] customers, List<Tuple2<UTF8String, Long>> others) {}

  /**
   * Sums up clicks in one scan: product and customer, or products alone where no candidate is
   * named.
   *
   * @param most how many others, 0 where their clicks are not asked for
   */
  static Sums of(ColumnarScan clicks, List<UTF8String> candidates, int most) {
    UTF8String[] asins = candidates.toArray(UTF8String[]::new);
    long[] customers = new long[asins.length];
    List<Tuple2<UTF8String, Long>> others = new ArrayList<>();
    clicks
        .shuffled(clicks.fewPartitions(), out -> new ClickSender(asins, most > 0, out))
        .mapPartitions(blocks -> List.of(part(blocks, asins.length, most)).iterator())
        .collect()
        .forEach(
            part -> {
              addUp(customers, part._1());
              others.addAll(part._2());
            });
    return new Sums(customers, mostFirst(others.stream(), most));
  }

  /**
   * The first clicks of every task.
   *
   * @param partitions those of the scan that give batches; no others can have clicks
   * @param busiest products with their first clicks, most first
   */
  record First(Set<Integer> partitions, List<Tuple2<UTF8String, Long>> busiest) {}

  /**
   * Counts the first clicks on products.
   *
   * @param rows how many each task looks at
   * @param most how many products are told in all, and by each task, but of that {@value
   *     #MOST_TOLD} at most
   */
  static First first(ColumnarScan clicks, int rows, int most) {
    UTF8String[] candidates = new UTF8String[0];
    var samples =
        clicks.firstRows(
            rows,
            out -> new ClickSender(candidates, true, out),
            blocks -> part(blocks, 0, Math.min(most, MOST_TOLD))._2());
    Map<UTF8String, Long> sums = new HashMap<>();
    samples.values().forEach(part -> part.forEach(p -> sums.merge(p._1(), p._2(), Long::sum)));
    return new First(
        samples.keySet(),
        mostFirst(
            sums.entrySet().stream().map(sum -> new Tuple2<>(sum.getKey(), sum.getValue())), most));
  }

  private static List<Tuple2<UTF8String, Long>> mostFirst(
      Stream<Tuple2<UTF8String, Long>> products, int most) {
    return products.sorted(FEWEST_FIRST.reversed()).limit(most).toList();
  }

  private static Tuple2<long[], List<Tuple2<UTF8String, Long>>> part(
      Iterator<Block> blocks, int candidates, int most) {
    ClickTally tally = new ClickTally();
    blocks.forEachRemaining(tally::add);
    return new Tuple2<>(tally.customers(candidates), tally.busiest(most));
  }

  private static void addUp(long[] sums, long[] part) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += part[i];
    }
  }

  private void add(Block block) {
    long[] cells = block.cells();
    if (block.kind() == Block.Kind.ODD) {
      for (UTF8String asin : block.texts()) {
        if (odd.merge(asin, 1L, Long::sum) == 1) {
          memory.reserve(BYTES_PER_ODD_ASIN + asin.numBytes());
        }
      }
      return;
    }
    for (int i = 0; i < cells.length; i += 2) {
      if (ClickSender.isCandidate(cells[i])) {
        pairs.entry(cells[i], cells[i + 1]);
      } else {
        packed.add(packed.entry(cells[i]), COUNT, cells[i + 1]);
      }
    }
  }

  private long[] customers(int candidates) {
    long[] customers = new long[candidates];
    for (int e = pairs.next(0); e >= 0; e = pairs.next(e + pairs.width())) {
      customers[ClickSender.candidate(pairs.at(e, 0))]++;
    }
    return customers;
  }

  private List<Tuple2<UTF8String, Long>> busiest(int most) {
    PriorityQueue<Tuple2<UTF8String, Long>> busiest = new PriorityQueue<>(FEWEST_FIRST);
    for (int e = packed.next(0); e >= 0; e = packed.next(e + packed.width())) {
      long clicks = packed.at(e, COUNT);
      if (busiest.size() < most || clicks > busiest.element()._2()) {
        offer(busiest, new Tuple2<>(AsinKey.text(packed.at(e, 0)), clicks), most);
      }
    }
    odd.forEach((asin, clicks) -> offer(busiest, new Tuple2<>(asin, clicks), most));
    return new ArrayList<>(busiest);
  }

  private static void offer(
      PriorityQueue<Tuple2<UTF8String, Long>> busiest, Tuple2<UTF8String, Long> product, int most) {
    busiest.add(product);
    if (busiest.size() > most) {
      busiest.remove();
    }
  }
}
