package com.barraiser.datasets.generate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.conv;
import static org.apache.spark.sql.functions.lpad;
import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.testing.WithSpark;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@WithSpark
class DigitsTest {

  private final SparkSession spark;

  DigitsTest(SparkSession spark) {
    this.spark = spark;
  }

  @ParameterizedTest
  @CsvSource({"10, 3, 7, 9999", "36, 2, 8, 2821109907", "10, 1, 4, 9", "2, 3, 10, 1"})
  void textIsTheNumberWithLeadingZeros(int base, int group, int digits, long stride) {
    Dataset<Row> numbers = spark.range(1_000).select(col("id").multiply(stride).as("number"));
    Column text = concat(new Digits(base, group).of(col("number"), digits).toArray(Column[]::new));
    Column formatted = lpad(conv(col("number").cast("string"), 10, base), digits, "0");
    assertThat(numbers.filter(text.notEqual(formatted)).count()).isZero();
    assertThat(numbers.filter(text.isNull()).count()).isZero();
  }
}
