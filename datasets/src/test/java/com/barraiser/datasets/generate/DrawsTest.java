package com.barraiser.datasets.generate;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.barraiser.testing.WithSpark;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@WithSpark
class DrawsTest {

  private static final int ROWS = 20_000;
  private static final Draws DRAWS = new Draws(7);

  private final SparkSession spark;

  DrawsTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void uniformFillsTheRangeFrom0To1Evenly() {
    Row summary = summary(DRAWS.uniform("u", col("id")));
    assertThat(summary.getDouble(0)).isBetween(0.0, 0.001);
    assertThat(summary.getDouble(1)).isBetween(0.999, Math.nextDown(1.0));
    assertThat(summary.getDouble(2)).isCloseTo(0.5, offset(0.01));
  }

  @Test
  void belowGivesEveryNumberUnderTheLimitAboutAsOften() {
    Row summary = summary(DRAWS.below(10, "b", col("id")));
    assertThat(summary.getLong(0)).isZero();
    assertThat(summary.getLong(1)).isEqualTo(9);
    assertThat(summary.getDouble(2)).isCloseTo(4.5, offset(0.1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.25, 1})
  void withinIsTrueForThatShare(double share) {
    Row summary = summary(DRAWS.within(share, "w", col("id")).cast("int"));
    assertThat(summary.getDouble(2)).isCloseTo(share, offset(0.01));
  }

  /** The expected shares are those of the integral of (k + 1)^-skew over 1 to 1001. */
  @ParameterizedTest
  @CsvSource({"0, 0.001", "0.5, 0.0135", "1, 0.1003", "1.00001, 0.1003", "2, 0.5005", "10, 0.998"})
  void zipfGivesTheFirstNumberItsShareAndNeverTheLimit(double skew, double share) {
    Column drawn = DRAWS.zipf(1_000, skew, "z", col("id"));
    Row summary = summary(drawn);
    assertThat(summary.getLong(0)).isZero();
    assertThat(summary.getLong(1)).isLessThan(1_000);
    assertThat(summary(drawn.equalTo(0).cast("int")).getDouble(2)).isCloseTo(share, offset(0.01));
  }

  @Test
  void zipfOfOneNumberIsThatNumber() {
    assertThat(summary(DRAWS.zipf(1, 1.2, "z", col("id"))).getLong(1)).isZero();
  }

  @Test
  void seedPurposeAndRowEachChangeADraw() {
    Column draw = DRAWS.below(1L << 40, "a", col("id"));
    assertThat(distinct(draw)).isEqualTo(ROWS);
    assertThat(agreement(draw, DRAWS.below(1L << 40, "b", col("id")))).isZero();
    assertThat(agreement(draw, new Draws(8).below(1L << 40, "a", col("id")))).isZero();
    assertThat(agreement(draw, new Draws(7).below(1L << 40, "a", col("id")))).isEqualTo(ROWS);
  }

  private Row summary(Column values) {
    return spark.range(ROWS).select(values.as("v")).selectExpr("min(v)", "max(v)", "avg(v)").head();
  }

  private long distinct(Column values) {
    return spark.range(ROWS).select(values).distinct().count();
  }

  private long agreement(Column one, Column other) {
    return spark.range(ROWS).filter(one.equalTo(other)).count();
  }
}
