package com.barraiser.questions.conversion7d.solutions;

import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.columnar.Texts;
import com.barraiser.testing.WithSpark;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An order counts for a session up to the ends of time; no order counts for none. */
@WithSpark
class OrderWindowsTest {

  private static final long WIDTH = 7L * 86_400_000_000L;

  private final JavaSparkContext spark;

  OrderWindowsTest(SparkSession spark) {
    this.spark = JavaSparkContext.fromSparkContext(spark.sparkContext());
  }

  @ParameterizedTest
  @CsvSource({
    "-9223372036854775808, 0",
    "9223372036854775807, 0",
    "0, 0",
    "0, " + Texts.NONE,
    "-9223372036854775808, " + Texts.NONE,
    "9223372036854775807, " + Texts.NONE
  })
  void sessionConvertsByItsOwnOrdersOnly(long session, int marketplace) {
    assertThat(follows(List.of(), session, marketplace)).isFalse();
    assertThat(follows(List.of(session), session, marketplace)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"0, true", "604799999999, true", "604800000000, false", "-1, false"})
  void windowIsClosedAtItsStartAndOpenAtItsEnd(long order, boolean follows) {
    assertThat(follows(List.of(order), 0, 3)).isEqualTo(follows);
  }

  private boolean follows(List<Long> orders, long session, int number) {
    return spark
        .parallelize(List.of(session), 1)
        .map(
            micros -> {
              OrderWindows windows = new OrderWindows(WIDTH);
              UTF8String marketplace = UTF8String.fromString("US");
              orders.forEach(order -> windows.add(7, marketplace, number, order));
              return windows.follows(7, marketplace, number, micros);
            })
        .first();
  }
}
