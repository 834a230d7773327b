package com.barraiser.check.stages;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;
import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.testing.WithSpark;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans that hurt at scale are remarked on, and others are not. */
@WithSpark
class PlanRemarksTest {

  private final SparkSession spark;

  PlanRemarksTest(SparkSession spark) {
    this.spark = spark;
  }

  @BeforeEach
  void tables() {
    spark.range(20_000).selectExpr("id", "id % 100 AS key").createOrReplaceTempView("many");
    spark.range(200).selectExpr("id", "id % 100 AS key").createOrReplaceTempView("some");
  }

  @AfterEach
  void noTables() {
    spark.catalog().dropTempView("many");
    spark.catalog().dropTempView("some");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT count(*) FROM some a JOIN some b ON a.id < b.id | a nested-loop join",
        "SELECT /*+ SHUFFLE_REPLICATE_NL(a) */ a.id FROM some a CROSS JOIN some b | a Cartesian product",
        "SELECT id, row_number() OVER (ORDER BY id) FROM some | a window without PARTITION BY",
        "SELECT *, rank() OVER (ORDER BY id) FROM (SELECT id FROM many LIMIT 50000) | a window without",
        "SELECT a.id FROM many a JOIN some b ON a.key = b.key | a join multiplies rows",
        "SELECT /*+ REPARTITION(1) */ id FROM many | rows are collected to one task",
        "SELECT /*+ COALESCE(1) */ id FROM many | rows are collected to one task"
      })
  void whatHurtsIsNamed(String query, String remark) {
    assertThat(remarks(spark.sql(query))).anyMatch(text -> text.contains(remark));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT key, count(*) FROM many GROUP BY key",
        "SELECT max(id) FROM many",
        "SELECT id, row_number() OVER (PARTITION BY key ORDER BY id) FROM many",
        "SELECT a.id FROM many a JOIN some b ON a.id = b.id",
        "SELECT m.id FROM many m CROSS JOIN (SELECT max(id) AS latest FROM some) WHERE m.id < latest",
        "SELECT id FROM many ORDER BY id",
        "SELECT id FROM many ORDER BY id LIMIT 10",
        "SELECT id, row_number() OVER (ORDER BY id) FROM (SELECT id FROM many ORDER BY id LIMIT 10)"
      })
  void whatDoesNotHurtIsNot(String query) {
    assertThat(remarks(spark.sql(query))).isEmpty();
  }

  @Test
  void userDefinedFunctionIsNamed() {
    UDF1<Long, Long> plusOne = number -> number + 1;
    Dataset<Row> answer =
        spark.table("some").select(udf(plusOne, DataTypes.LongType).apply(col("id")));
    assertThat(remarks(answer)).anyMatch(text -> text.startsWith("a UDF hides"));
  }

  private static List<String> remarks(Dataset<Row> answer) {
    answer.collectAsList();
    return PlanRemarks.of(answer);
  }
}
