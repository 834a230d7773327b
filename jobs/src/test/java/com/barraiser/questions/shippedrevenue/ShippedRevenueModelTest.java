package com.barraiser.questions.shippedrevenue;

import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.datasets.Tuple;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.warehouse.Batch;
import com.barraiser.vocabulary.warehouse.WarehouseModel.Arrived;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The model gives the tables that were worked out by hand, and knows no order of arrival. */
class ShippedRevenueModelTest {

  private static final ShippedRevenue QUESTION = new ShippedRevenue();

  @Test
  void exampleComesOutAsItWasWorkedOutByHand() {
    assertSame(QUESTION.exampleTables(), tables(QUESTION.example().batches()));
  }

  @Test
  void orderAndRepetitionOfBatchesDoNotMatter() {
    LongStream.range(0, 100)
        .forEach(
            seed -> {
              List<Batch> batches = QUESTION.generatedSequence(seed).batches();
              List<Batch> others = new ArrayList<>(batches);
              others.addAll(batches);
              Collections.shuffle(others, new Random(seed));
              assertSame(tables(batches), tables(others));
            });
  }

  private static void assertSame(
      Map<String, List<Tuple>> expected, Map<String, List<Tuple>> actual) {
    assertThat(actual).containsOnlyKeys(expected.keySet());
    expected.forEach(
        (table, rows) ->
            assertThat(actual.get(table)).as(table).containsExactlyInAnyOrderElementsOf(rows));
  }

  private static Map<String, List<Tuple>> tables(List<Batch> batches) {
    return QUESTION.model().tables(batches.stream().map(ShippedRevenueModelTest::arrived).toList());
  }

  private static Arrived arrived(Batch batch) {
    return new Arrived(batch.accepted(QUESTION.feeds()), new Parameters(Map.of()));
  }
}
