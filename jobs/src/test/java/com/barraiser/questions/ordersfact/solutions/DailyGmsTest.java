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
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of rows about partitions without lines. */
@Tag("long")
@WithSpark
class DailyGmsTest {

  private static final LocalDate DAY = LocalDate.of(2024, 1, 1);

  private final SparkSession spark;

  DailyGmsTest(SparkSession spark) {
    this.spark = SmallSessions.forFewRows(spark);
  }

  @Test
  void rowAboutAPartitionWithoutLinesIsRemovedThoughItSaysNothing(@TempDir Path folder) {
    SparkSession.setActiveSession(spark);
    Warehouse warehouse = Warehouse.at(spark, folder.resolve("warehouse").toString());
    FactTables.create(warehouse);
    spark
        .sql(
            "SELECT DATE'2024-01-01', 'US', 0.00, 0L, false UNION ALL SELECT DATE'2024-01-01', 'DE', NULL, NULL, NULL")
        .toDF(warehouse.table(GMS_TABLE).columns())
        .to(warehouse.table(GMS_TABLE).schema())
        .write()
        .format("delta")
        .mode("append")
        .save(warehouse.path(GMS_TABLE));
    DailyGms.merge(warehouse, new Partitions(Map.of(DAY, List.of("US", "DE"))));
    assertThat(warehouse.table(GMS_TABLE).collectAsList()).isEmpty();
  }
}
