package com.barraiser.questions.ordersfact.solutions;

import static com.barraiser.questions.ordersfact.OrdersFact.GMS_TABLE;
import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.check.SmallSessions;
import com.barraiser.testing.WithSpark;
import com.barraiser.vocabulary.warehouse.Warehouse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of rows about partitions without lines. */
@Tag("long")
@WithSpark
class DailyGmsTest {

  private static final Partitions DAY =
      new Partitions(Map.of(LocalDate.of(2024, 1, 1), List.of("US", "DE")));

  private final SparkSession spark;
  private final Warehouse warehouse;

  DailyGmsTest(SparkSession spark, @TempDir Path folder) {
    this.spark = SmallSessions.forFewRows(spark);
    SparkSession.setActiveSession(this.spark);
    this.warehouse = Warehouse.at(this.spark, folder.toString());
  }

  @BeforeEach
  void createTables() {
    SparkSession.setActiveSession(spark);
    FactTables.create(warehouse);
  }

  @Test
  void rowsAreRemovedAlsoThoseThatSayNothing() {
    store("DATE'2024-01-01', 'US', 0.00, 0L, false");
    store("DATE'2024-01-01', 'DE', NULL, NULL, NULL");
    DailyGms.merge(warehouse, DAY);
    assertThat(warehouse.table(GMS_TABLE).collectAsList()).isEmpty();
  }

  @Test
  void rowThatAnotherRunHasRemovedIsNotPutBack() {
    store("DATE'2024-01-01', 'US', 0.00, 0L, false");
    Dataset<Row> changes = DailyGms.changes(warehouse, DAY);
    DailyGms.merge(warehouse, DAY);
    assertThat(changes.count()).isOne();
    DailyGms.write(warehouse, DAY, changes);
    assertThat(warehouse.table(GMS_TABLE).collectAsList()).isEmpty();
  }

  private void store(String row) {
    Dataset<Row> stored = warehouse.table(GMS_TABLE);
    spark
        .sql("SELECT " + row)
        .toDF(stored.columns())
        .to(stored.schema())
        .write()
        .format("delta")
        .mode("append")
        .save(warehouse.path(GMS_TABLE));
  }
}
