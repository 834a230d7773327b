package com.barraiser.vocabulary.warehouse;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.barraiser.check.SmallSessions;
import com.barraiser.testing.WithSpark;
import io.delta.exceptions.ConcurrentTransactionException;
import io.delta.tables.DeltaTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was computed from a version is written only onto that version. */
@WithSpark
class VersionGuardTest {

  private static final String TABLE = "t";

  private final SparkSession spark;

  @TempDir private Path folder;

  VersionGuardTest(SparkSession spark) {
    this.spark = SmallSessions.forFewRows(spark);
  }

  @Test
  void onlyTheFirstOfTwoThatReadTheSameVersionWrites() {
    Warehouse warehouse = created();
    VersionGuard first = VersionGuard.of(warehouse, TABLE);
    VersionGuard second = VersionGuard.of(warehouse, TABLE);
    VersionGuard third = VersionGuard.of(warehouse, TABLE);
    merge(first, spark.range(1).toDF());
    assertThatThrownBy(() -> merge(second, spark.range(1, 2).toDF()))
        .isInstanceOf(ConcurrentTransactionException.class);
    assertThatThrownBy(() -> third.overwrite(spark.range(2, 3).toDF()))
        .isInstanceOf(ConcurrentTransactionException.class);
    assertThat(ids(warehouse)).containsExactly(0L);
    VersionGuard.of(warehouse, TABLE).overwrite(spark.range(3, 4).toDF());
    assertThat(ids(warehouse)).containsExactly(3L);
    VersionGuard.of(warehouse, TABLE).overwrite(spark.range(4, 5).toDF(), "id = 4");
    assertThat(ids(warehouse)).containsExactlyInAnyOrder(3L, 4L);
    assertThat(spark.conf().getAll().mkString()).doesNotContain("txnVersion");
  }

  @Test
  void writeWithoutAClaimIsSeenToo() {
    Warehouse warehouse = created();
    VersionGuard guard = VersionGuard.of(warehouse, TABLE);
    mergeInto(warehouse.delta(TABLE), spark.range(1).toDF());
    assertThatThrownBy(() -> guard.overwrite(spark.range(2, 3).toDF()))
        .isInstanceOf(ConcurrentTransactionException.class);
    assertThatThrownBy(() -> merge(guard, spark.range(1, 2).toDF()))
        .isInstanceOf(ConcurrentTransactionException.class);
    assertThat(ids(warehouse)).containsExactly(0L);
  }

  @Test
  void claimIsLostToAWriteThatComesWhileAMergeBegins() {
    Warehouse warehouse = created();
    VersionGuard slow = VersionGuard.of(warehouse, TABLE);
    assertThatThrownBy(
            () ->
                slow.merge(
                    table -> {
                      VersionGuard.of(warehouse, TABLE).overwrite(spark.range(5, 6).toDF());
                      return mergeInto(table, spark.range(1).toDF());
                    }))
        .isInstanceOf(ConcurrentTransactionException.class);
    assertThat(ids(warehouse)).containsExactly(5L);
  }

  private Warehouse created() {
    Warehouse warehouse = Warehouse.at(spark, folder.resolve("warehouse").toString());
    StructType schema = new StructType().add("id", DataTypes.LongType);
    warehouse.create(TABLE, schema, List.of(), Map.of());
    return warehouse;
  }

  private static void merge(VersionGuard guard, Dataset<Row> rows) {
    guard.merge(table -> mergeInto(table, rows));
  }

  private static Dataset<Row> mergeInto(DeltaTable table, Dataset<Row> rows) {
    return table
        .as("old")
        .merge(rows.as("new"), col("old.id").equalTo(col("new.id")))
        .whenNotMatched()
        .insertAll()
        .execute();
  }

  private static List<Long> ids(Warehouse warehouse) {
    return warehouse.table(TABLE).collectAsList().stream().map(row -> row.getLong(0)).toList();
  }
}
