package com.barraiser.testing;

import static com.barraiser.testing.DatasetEquality.assertSameRows;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The comparison must be able to fail, or the tests that use it prove nothing. */
@WithSpark
class DatasetEqualityTest {

  private static final String EXPECTED = "VALUES (1, 'a'), (1, 'a'), (2, null) AS t(id, text)";

  private final SparkSession spark;

  DatasetEqualityTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void orderDoesNotMatter() {
    assertSameRows(rows(EXPECTED), rows("VALUES (2, null), (1, 'a'), (1, 'a') AS t(id, text)"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "VALUES (1, 'a'), (2, null) AS t(id, text)",
        "VALUES (1, 'a'), (2, null), (2, null) AS t(id, text)",
        "VALUES (1, 'a'), (1, 'a'), (2, null), (2, null) AS t(id, text)",
        "VALUES (1, 'a'), (1, 'A'), (2, null) AS t(id, text)",
        "VALUES (1, 'a'), (1, 'a'), (2, 'null') AS t(id, text)",
        "VALUES (1, 'a'), (1, 'a'), (2, '') AS t(id, text)",
        "VALUES (1, 'a'), (1, 'a'), (2, null) AS t(id, name)",
        "VALUES (1L, 'a'), (1L, 'a'), (2L, null) AS t(id, text)",
        "VALUES ('a', 1), ('a', 1), (null, 2) AS t(text, id)",
        "VALUES (1), (1), (2) AS t(id)",
      })
  void everyDifferenceIsAFailure(String result) {
    assertThatThrownBy(() -> assertSameRows(rows(EXPECTED), rows(result)))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> assertSameRows(rows(result), rows(EXPECTED)))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void oneMicrosecondIsADifference() {
    Dataset<Row> later = rows("VALUES (TIMESTAMP '2024-03-01 10:15:30.000001Z') AS t(at)");
    Dataset<Row> sooner = rows("VALUES (TIMESTAMP '2024-03-01 10:15:30Z') AS t(at)");
    assertThatThrownBy(() -> assertSameRows(later, sooner)).isInstanceOf(AssertionError.class);
  }

  @Test
  void noRowsAreUnlikeSomeRows() {
    Dataset<Row> none = rows(EXPECTED).filter(col("id").gt(2));
    assertSameRows(none, none);
    assertThatThrownBy(() -> assertSameRows(none, rows(EXPECTED)))
        .isInstanceOf(AssertionError.class);
  }

  private Dataset<Row> rows(String values) {
    return spark.sql("SELECT * FROM " + values);
  }
}
