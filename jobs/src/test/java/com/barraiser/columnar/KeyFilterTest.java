package com.barraiser.columnar;

import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.testing.WithSpark;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;

/** A filter loses no key that is there, and few others pass. */
@WithSpark
class KeyFilterTest {

  private static final UTF8String[] NO_TEXTS = {};
  private static final int PARTITIONS = 2;
  private static final int WIDTH = 3;

  private final JavaSparkContext context;

  KeyFilterTest(SparkSession spark) {
    this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
  }

  @Test
  void keysThatAreThereHaveTheirHashes() {
    KeyFilter filter = KeyFilter.of(blocks(1, 10_001), WIDTH);
    LongStream.range(1, 20_001).forEach(key -> assertThat(mayHave(filter, key)).isTrue());
  }

  @Test
  void fewOthersPass() {
    KeyFilter filter = KeyFilter.of(blocks(1, 10_001), WIDTH);
    long passing = LongStream.range(30_000, 130_000).filter(key -> mayHave(filter, key)).count();
    assertThat(passing).isBetween(1L, 15_000L);
    assertThat(filter.mayHave(0, LongTable.hash(15_000))).isFalse();
  }

  @Test
  void partitionsWithoutKeysLetNothingPass() {
    KeyFilter filter = KeyFilter.of(blocks(1, 1), WIDTH);
    assertThat(LongStream.range(1, 1_000)).noneMatch(key -> mayHave(filter, key));
  }

  @Test
  void asManyKeysAsAllowedAreFiltered() {
    KeyFilter filter = KeyFilter.of(blocks(1, 101), WIDTH, 200);
    assertThat(LongStream.range(1, 201)).allMatch(key -> mayHave(filter, key));
    assertThat(LongStream.range(1_000, 2_000)).anyMatch(key -> !mayHave(filter, key));
  }

  @Test
  void onlyThePartitionWithTooManyKeysLetsAllPass() {
    JavaRDD<Block> blocks = blocks(1, 101).union(blocks(1, 11));
    KeyFilter filter = KeyFilter.of(blocks, WIDTH, 200);
    assertThat(LongStream.range(500, 900)).allMatch(k -> filter.mayHave(0, LongTable.hash(k)));
    assertThat(LongStream.range(500, 900)).anyMatch(k -> !filter.mayHave(2, LongTable.hash(k)));
  }

  @Test
  void tooManyKeysLetAllPass() {
    KeyFilter filter = KeyFilter.of(blocks(1, 101), WIDTH, 199);
    assertThat(LongStream.range(1, 10_000)).allMatch(key -> mayHave(filter, key));
  }

  private static boolean mayHave(KeyFilter filter, long key) {
    long hash = LongTable.hash(key);
    return filter.mayHave(0, hash) || filter.mayHave(1, hash);
  }

  /** Keys of two partitions side by side, and a row without a key in each. */
  private JavaRDD<Block> blocks(long from, long to) {
    List<Block> blocks = new ArrayList<>();
    for (long first : List.of(from, to)) {
      long[] cells =
          LongStream.range(first, first + to - from)
              .flatMap(key -> LongStream.of(key, -key, 0))
              .toArray();
      if (cells.length > 0) {
        blocks.add(new Block(Block.Kind.PACKED, cells, NO_TEXTS));
      }
      blocks.add(
          new Block(
              Block.Kind.ODD, new long[] {7}, new UTF8String[] {UTF8String.fromString("odd")}));
    }
    return context.parallelize(blocks, PARTITIONS);
  }
}
