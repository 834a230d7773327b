package com.barraiser.questions.latestorder.solutions;

import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.columnar.Block;
import com.barraiser.columnar.OrderKey;
import com.barraiser.columnar.Shuffles;
import com.barraiser.testing.WithSpark;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of orders alike in all but their ids, the higher text wins, with a key or without one. */
@WithSpark
class LatestSenderTest {

  private static final String PACKED = "114-3941689-8772232";
  private static final long CUSTOMER = 0;
  private static final long MICROS = -5;
  private static final long CENTS = 700;

  private final JavaSparkContext context;

  LatestSenderTest(SparkSession spark) {
    this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
  }

  @ParameterizedTest
  @CsvSource({
    "113, " + PACKED,
    "114, " + PACKED,
    "114-3941689-877223, " + PACKED,
    "114-3941689-87722321, 114-3941689-87722321",
    "115, 115",
    "\u00fc, \u00fc"
  })
  void higherTextWinsInAnyOrder(String odd, String winner) {
    Block unpacked =
        new Block(
            Block.Kind.ODD,
            new long[] {CUSTOMER, MICROS, CENTS},
            new UTF8String[] {UTF8String.fromString(odd)});
    Block packed =
        new Block(
            Block.Kind.PACKED,
            new long[] {OrderKey.of(UTF8String.fromString(PACKED)), CUSTOMER, MICROS, CENTS},
            new UTF8String[0]);
    assertThat(latest(List.of(unpacked, packed))).containsExactly(winner);
    assertThat(latest(List.of(packed, unpacked))).containsExactly(winner);
  }

  private List<String> latest(List<Block> orders) {
    List<String> ids = new ArrayList<>();
    Shuffles.relayed(context.parallelize(orders, 1), 3, LatestSender::new)
        .collect()
        .forEach(
            block ->
                OrderRows.read(
                    block,
                    (key, id, customer, micros, cents) -> {
                      assertThat(List.of(customer, micros, cents))
                          .containsExactly(CUSTOMER, MICROS, CENTS);
                      ids.add((key == OrderKey.NONE ? id : OrderKey.text(key)).toString());
                    }));
    return ids;
  }
}
