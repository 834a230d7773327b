package com.barraiser.columnar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.barraiser.testing.WithSpark;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/**
 * A table of longs does as a map of objects does. Memory is asked of a task, so tests are tasks.
 */
@WithSpark
class LongTableTest {

  private static final int KEYS = 50_000;

  private final JavaSparkContext spark;

  LongTableTest(SparkSession spark) {
    this.spark = JavaSparkContext.fromSparkContext(spark.sparkContext());
  }

  @Test
  void sumsAreThoseOfAMap() {
    assertThat(inTask(seed -> differences(key -> key))).isZero();
  }

  @Test
  void keysThatShareLowOrHighBitsDoNotDisturbEachOther() {
    assertThat(inTask(seed -> differences(key -> key << 40))).isZero();
    assertThat(inTask(seed -> differences(key -> key * 0x100000001L))).isZero();
  }

  @Test
  void keysOfOneHashAreToldApart() {
    assertThat(inTask(seed -> collidingDifferences())).isZero();
  }

  @Test
  void pairsAreToldApart() {
    assertThat(inTask(seed -> pairs())).isEqualTo(1_000L * 1_000L / 2);
  }

  @Test
  void clearedTableIsEmpty() {
    assertThat(inTask(seed -> afterClear())).isEqualTo(1);
  }

  @Test
  void nothingMayBeReserved() {
    assertThat(inTask(seed -> reserved(0) + reserved(7))).isEqualTo(7);
  }

  @Test
  void moreMemoryThanThereIsIsRefusedBeforeTheHeapIsFull() {
    assertThatThrownBy(() -> inTask(seed -> endless()))
        .hasMessageContaining("give driver or executors more memory");
    assertThat(inTask(seed -> differences(key -> key))).isZero();
  }

  private long inTask(Function<Long, Long> work) {
    return spark.parallelize(List.of(1L), 1).map(work).first();
  }

  private static long differences(LongUnaryOperator spread) {
    SplittableRandom random = new SplittableRandom(7);
    LongTable table = new LongTable(TaskMemory.ofThisTask(), 1, 5);
    Map<Long, Long> map = new HashMap<>();
    for (int i = 0; i < 2 * KEYS; i++) {
      long key = spread.applyAsLong(1 + random.nextInt(KEYS));
      int entry = table.entry(key);
      table.set(entry, 1, table.at(entry, 1) + i);
      map.merge(key, 5L + i, (sum, next) -> sum + next - 5);
    }
    return compared(table, map);
  }

  private static long compared(LongTable table, Map<Long, Long> map) {
    long wrong = Math.abs(table.size() - map.size());
    for (int e = table.next(0); e >= 0; e = table.next(e + table.width())) {
      wrong += map.get(table.at(e, 0)).equals(table.at(e, 1)) ? 0 : 1;
    }
    for (long key : map.keySet()) {
      wrong += table.find(key) >= 0 ? 0 : 1;
    }
    return wrong + (table.find(-1) == -1 ? 0 : 1);
  }

  /** Keys whose hashes agree in the bits that choose a slot. */
  private static long collidingDifferences() {
    LongTable table = new LongTable(TaskMemory.ofThisTask(), 1, 0);
    Map<Long, Long> map = new HashMap<>();
    for (long key = 1; map.size() < 100; key++) {
      if ((LongTable.hash(key) & 0xFFF) == 0xFFF) {
        table.set(table.entry(key), 1, key);
        map.put(key, key);
      }
    }
    return compared(table, map);
  }

  private static long pairs() {
    LongTable table = new LongTable(TaskMemory.ofThisTask(), 2);
    for (long first = 1; first <= 1_000; first++) {
      for (long second = 0; second < 1_000; second++) {
        table.entry(first, second / 2);
      }
    }
    return table.find(1, 500) == -1 && table.find(7, 0) >= 0 ? table.size() : -1;
  }

  private static long afterClear() {
    LongTable table = new LongTable(TaskMemory.ofThisTask(), 1, 0);
    for (long key = 1; key < 10_000; key++) {
      table.set(table.entry(key), 1, key);
    }
    table.clear();
    return table.find(5) == -1 && table.at(table.entry(5), 1) == 0 ? table.size() : -1;
  }

  private static long reserved(long bytes) {
    TaskMemory memory = TaskMemory.ofThisTask();
    memory.reserve(bytes);
    return memory.getUsed();
  }

  private static long endless() {
    TaskMemory memory = TaskMemory.ofThisTask();
    while (true) {
      memory.reserve(64 << 20);
    }
  }
}
