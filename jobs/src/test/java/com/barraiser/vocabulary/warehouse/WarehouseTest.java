package com.barraiser.vocabulary.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.barraiser.check.SmallSessions;
import com.barraiser.testing.WithSpark;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the tables of a warehouse are read as. */
@WithSpark
class WarehouseTest {

  private static final StructType SCHEMA = new StructType().add("id", DataTypes.LongType);

  private final SparkSession spark;
  private final Warehouse warehouse;

  WarehouseTest(SparkSession spark, @TempDir Path folder) {
    this.spark = SmallSessions.forFewRows(spark);
    SparkSession.setActiveSession(this.spark);
    this.warehouse = Warehouse.at(this.spark, folder.toString());
  }

  @Test
  void tableWithoutAFileIsPlannedAsNoRows() {
    warehouse.create("t", SCHEMA, List.of(), Map.of());
    Dataset<Row> empty = warehouse.table("t");
    assertThat(empty.schema()).isEqualTo(SCHEMA);
    assertThat(empty.collectAsList()).isEmpty();
    Dataset<Row> joined = spark.range(3).toDF().join(empty, "id");
    assertThat(joined.queryExecution().optimizedPlan()).isInstanceOf(LocalRelation.class);
  }

  @Test
  void tableIsReadAsItWasWhenItWasAskedFor() {
    warehouse.create("t", SCHEMA, List.of(), Map.of());
    Dataset<Row> before = warehouse.table("t");
    spark.range(1).toDF().write().format("delta").mode("append").save(warehouse.path("t"));
    assertThat(before.count()).isZero();
    assertThat(warehouse.table("t").count()).isOne();
  }

  @Test
  void tableThatIsNotThereIsNotTakenForAnEmptyOne() {
    assertThatThrownBy(() -> warehouse.table("t").count()).hasMessageContaining("_delta_log");
  }
}
