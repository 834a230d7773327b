package com.barraiser.questions.categoryshare.solutions;

import static java.util.Comparator.comparing;

import com.barraiser.columnar.Block;
import com.barraiser.columnar.LongTable;
import com.barraiser.columnar.TaskMemory;
import com.barraiser.columnar.TextNumbers;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** The categories of the known marketplaces of one partition, added up and ranked. */
final class TopCategories {

  private static final long BILLION = 1_000_000_000;

  /** A sum is kept in two cells, each far within a long: its billions of units, and the rest. */
  private static final int BILLIONS = 2;

  private static final int REST = 3;

  private final TaskMemory memory = TaskMemory.ofThisTask();
  private final TextNumbers texts = new TextNumbers(memory);
  private final LongTable sums = new LongTable(memory, 2, 0, 0);
  private final Map<Long, Ranking> marketplaces = new HashMap<>();

  private TopCategories() {}

  /**
   * Rows of the answer, in the order of marketplace and rank.
   *
   * @param known marketplaces
   * @param revenue what {@link RevenueSender} sends
   * @param top the most rows of a marketplace
   */
  static Iterator<InternalRow> of(Iterator<Block> known, Iterator<Block> revenue, int top) {
    TopCategories best = new TopCategories();
    known.forEachRemaining(block -> best.addMarketplaces(block, top));
    revenue.forEachRemaining(best::addRevenue);
    best.rank();
    return best.marketplaces.values().stream()
        .sorted(comparing(Ranking::marketplace))
        .flatMap(Ranking::rows)
        .iterator();
  }

  private void addMarketplaces(Block known, int top) {
    Arrays.stream(known.texts())
        .forEach(id -> marketplaces.put(texts.of(id), new Ranking(id, top, memory)));
  }

  private void addRevenue(Block revenue) {
    long[] cells = revenue.cells();
    for (int i = 0; i < cells.length; i++) {
      long marketplace = texts.find(revenue.texts()[2 * i]);
      if (marketplaces.containsKey(marketplace)) {
        int entry = sums.entry(marketplace, texts.of(revenue.texts()[2 * i + 1]));
        sums.add(entry, BILLIONS, cells[i] / BILLION);
        sums.add(entry, REST, cells[i] % BILLION);
      }
    }
  }

  private void rank() {
    for (int e = sums.next(0); e >= 0; e = sums.next(e + sums.width())) {
      UTF8String category = texts.text(sums.at(e, 1));
      marketplaces.get(sums.at(e, 0)).add(category, units(e));
    }
  }

  private BigInteger units(int entry) {
    return BigInteger.valueOf(sums.at(entry, BILLIONS))
        .multiply(BigInteger.valueOf(BILLION))
        .add(BigInteger.valueOf(sums.at(entry, REST)));
  }
}
