package com.barraiser.vocabulary.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.barraiser.check.SmallSessions;
import com.barraiser.testing.WithSpark;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Tables;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
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

  @Test
  void statementsAreCutAtSemicolonsOfTheirOwn() {
    Warehouse warehouse = Warehouse.at(spark, folder.resolve("cut").toString());
    SqlRefresh script =
        new SqlRefresh(
            "cut",
            """
            /* Makes a table;
               then fills it. */
            CREATE TABLE IF NOT EXISTS t (word STRING) USING delta; -- one word a row;
            CREATE TEMPORARY VIEW words AS SELECT ';' AS word; INSERT INTO t
            -- all of them;
            SELECT word FROM words WHERE word != r'\\';
            /* the end */
            """);
    for (int times = 1; times <= 2; times++) {
      script.refresh(warehouse, new Tables(Map.of(), Map.of()), new Parameters(Map.of()));
      assertThat(warehouse.table("t").collectAsList())
          .hasSize(times)
          .allSatisfy(row -> assertThat(row.getString(0)).isEqualTo(";"));
    }
  }

  @Test
  void nothingOfAScriptStaysInTheSession() {
    Warehouse warehouse = Warehouse.at(spark, folder.resolve("left").toString());
    String database = spark.catalog().currentDatabase();
    Dataset<Row> rows = spark.range(3).toDF("id");
    SqlRefresh script =
        new SqlRefresh(
            "left",
            """
            SET spark.sql.shuffle.partitions = 77;
            DECLARE VARIABLE low BIGINT DEFAULT 1;
            CREATE TEMPORARY VIEW some AS SELECT id FROM feed WHERE id >= low;
            CREATE TABLE t USING delta AS SELECT id FROM some;
            """);
    script.refresh(warehouse, new Tables(Map.of("feed", rows), Map.of()), new Parameters(Map.of()));
    assertThat(warehouse.table("t").count()).isEqualTo(2);
    assertThat(spark.catalog().currentDatabase()).isEqualTo(database);
    assertThat(spark.catalog().listTables().collectAsList()).isEmpty();
    assertThat(spark.conf().get("spark.sql.shuffle.partitions")).isNotEqualTo("77");
    assertThatThrownBy(() -> spark.sql("SELECT low")).isInstanceOf(AnalysisException.class);
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
