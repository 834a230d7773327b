package com.barraiser.datasets.generate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;
import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.testing.WithSpark;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@WithSpark
class HashPrefixTest {

  private final SparkSession spark;

  HashPrefixTest(SparkSession spark) {
    this.spark = spark;
  }

  @ParameterizedTest
  @CsvSource({
    "0, ''",
    "1, precision",
    "-1, a text that is longer than thirty-two bytes",
    "9223372036854775807, é",
    "-9223372036854775808, x"
  })
  void hashOfAnyRowIsThatOfSeedTextAndRow(long seed, String text) {
    Column whole = xxhash64(lit(seed), lit(text), col("id"));
    Column prefixed = xxhash64(lit(HashPrefix.of(seed, text)), col("id"));
    assertThat(spark.range(-500, 500).filter(whole.notEqual(prefixed)).count()).isZero();
  }
}
