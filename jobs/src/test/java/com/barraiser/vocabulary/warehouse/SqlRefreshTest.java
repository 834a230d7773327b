package com.barraiser.vocabulary.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.check.SmallSessions;
import com.barraiser.testing.WithSpark;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Tables;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts work on the tables of their warehouse, wherever it lies. */
@WithSpark
class SqlRefreshTest {

  private static final SqlRefresh APPEND =
      new SqlRefresh(
          "append",
          """
          CREATE TABLE IF NOT EXISTS t (id BIGINT) USING delta;
          INSERT INTO t VALUES (1);
          """);

  private final SparkSession spark;

  @TempDir private Path folder;

  SqlRefreshTest(SparkSession spark) {
    this.spark = SmallSessions.forFewRows(spark);
  }

  @Test
  void nameOfTheFolderMayHaveQuotesInIt() {
    Warehouse warehouse = loaded("it's \\'odd");
    APPEND.refresh(warehouse, new Tables(Map.of(), Map.of()), new Parameters(Map.of()));
    assertThat(warehouse.table("t").count()).isEqualTo(2);
  }

  @Tag("by-hand")
  @Test
  void foldersWhoseNamesHaveTheSameHashAreTwoWarehouses() {
    assertThat("BB").hasSameHashCodeAs("Aa");
    loaded("Aa");
    assertThat(loaded("BB").table("t").count()).isOne();
  }

  private Warehouse loaded(String name) {
    Warehouse warehouse = Warehouse.at(spark, folder.resolve(name).toString());
    APPEND.refresh(warehouse, new Tables(Map.of(), Map.of()), new Parameters(Map.of()));
    return warehouse;
  }
}
