package com.barraiser.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.barraiser.testing.WithSpark;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@WithSpark
class ChecksumTest {

  private final SparkSession spark;

  ChecksumTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void orderAndPartitionsDoNotCount() {
    Dataset<Row> rows = spark.range(1_000).toDF("n");
    assertThat(checksum(rows.orderBy(rows.col("n").desc()).repartition(7)))
        .isEqualTo(checksum(rows));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "('a', 1), ('a', 1)             | ('a', 1)",
        "('a', 1), ('a', 1), ('b', 1)   | ('a', 1), ('b', 1), ('b', 1)",
        "('a', 1), ('b', 2)             | ('a', 2), ('b', 1)",
        "(cast(null as string), 1)      | ('', 1)",
        "('a', cast(null as int))       | ('a', 0)",
        "(cast(null as string), 1)      | ('null', 1)",
      })
  void unlikeAnswersHaveUnlikeChecksums(String one, String other) {
    assertThat(checksum(values(one))).isNotEqualTo(checksum(values(other)));
  }

  @Test
  void nullInOneColumnIsNotNullInAnother() {
    assertThat(checksum(spark.sql("SELECT 'a' AS x, cast(null AS string) AS y")))
        .isNotEqualTo(checksum(spark.sql("SELECT cast(null AS string) AS x, 'a' AS y")));
  }

  @ParameterizedTest
  @CsvSource({"0.1D + 0.2D, 0.3D, true", "0.0D, -0.0D, true", "0.3D, 0.300000001D, false"})
  void doublesAgreeInTenDigits(String one, String other, boolean same) {
    Checksum first = checksum(spark.sql("SELECT " + one + " AS x"));
    Checksum second = checksum(spark.sql("SELECT " + other + " AS x"));
    assertThat(first.equals(second)).isEqualTo(same);
  }

  @Test
  void noRowsHaveAChecksumToo() {
    assertThat(checksum(spark.range(0).toDF("n"))).isEqualTo(new Checksum(0, "0"));
  }

  @Test
  void otherColumnsAreRefused() {
    Dataset<Row> rows = spark.range(1).toDF("n");
    assertThatThrownBy(() -> Checksum.of(rows, spark.sql("SELECT 1 AS n").schema()))
        .hasMessageContaining("n BIGINT")
        .hasMessageContaining("n INT");
  }

  private Dataset<Row> values(String rows) {
    return spark.sql("SELECT * FROM VALUES " + rows + " AS t(x, y)");
  }

  private static Checksum checksum(Dataset<Row> rows) {
    return Checksum.of(rows, rows.schema());
  }
}
