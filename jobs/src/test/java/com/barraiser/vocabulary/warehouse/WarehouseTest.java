package com.barraiser.vocabulary.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.barraiser.check.SmallSessions;
import com.barraiser.testing.OldFiles;
import com.barraiser.testing.WithSpark;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Tag;
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
    append();
    assertThat(before.count()).isZero();
    assertThat(warehouse.table("t").count()).isOne();
  }

  @Tag("long")
  @Test
  void versionThatIsNoMoreTheNewestMayHaveBecomeTooOld() throws IOException {
    warehouse.create("t", SCHEMA, List.of(), Map.of());
    Path first =
        Path.of(URI.create(warehouse.path("t"))).resolve("_delta_log/%020d.json".formatted(0));
    OldFiles.makeOld(first);
    DeltaLog.clearCache();
    List<Long> read = new ArrayList<>();
    warehouse.change(
        "read",
        () -> {
          long version = warehouse.version("t");
          read.add(version);
          append();
          warehouse.table("t", version).count();
        });
    assertThat(read).containsExactly(0L, 1L);
    assertThatThrownBy(() -> warehouse.change("read", () -> warehouse.table("t", 0).count()))
        .hasMessageContaining("Cannot time travel");
  }

  private void append() {
    spark.range(1).toDF().write().format("delta").mode("append").save(warehouse.path("t"));
  }

  @Test
  void tableThatIsNotThereIsNotTakenForAnEmptyOne() {
    assertThatThrownBy(() -> warehouse.table("t").count()).hasMessageContaining("_delta_log");
  }
}
