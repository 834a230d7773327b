package com.barraiser.vocabulary.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.barraiser.check.SmallSessions;
import com.barraiser.testing.OldFiles;
import com.barraiser.testing.WithSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are put in order when the policy says so, and not before. */
@WithSpark
class MaintenanceTest {

  private static final String TABLE = "t";
  private static final Maintenance POLICY = new Maintenance(3, Duration.ofDays(7));

  private final SparkSession spark;

  @TempDir private Path folder;

  MaintenanceTest(SparkSession spark) {
    this.spark = SmallSessions.forFewRows(spark);
  }

  @Tag("long")
  @Test
  void compactsAboveTheLimitAndVacuumsOnceInTheRetention() throws IOException {
    Warehouse warehouse = withTable();
    for (int file = 0; file < 3; file++) {
      append(warehouse);
    }
    Instant now = Instant.now();
    assertThat(POLICY.apply(warehouse, List.of(TABLE), now)).isEmpty();
    append(warehouse);
    assertThat(POLICY.apply(warehouse, List.of(TABLE), now))
        .containsExactly("compacted t: 4 small files are more than 3; 4 files became 1");
    assertThat(warehouse.table(TABLE).count()).isEqualTo(4);
    Instant later = now.plus(Duration.ofDays(8));
    Path stray = fileOfEightDaysAgo();
    assertThat(POLICY.apply(warehouse, List.of(TABLE), later))
        .containsExactly("vacuumed t: 1 files were older than 7 days and are gone");
    assertThat(stray).doesNotExist();
    assertThat(POLICY.apply(warehouse, List.of(TABLE), now.plus(Duration.ofDays(6)))).isEmpty();
  }

  @Tag("long")
  @Test
  void longerRetentionIsSetOnceForVersionsAndTheirLog() throws IOException {
    Warehouse warehouse = withTable();
    Instant now = Instant.now();
    Maintenance longer = new Maintenance(3, Duration.ofDays(40).plusMinutes(30));
    assertThat(longer.apply(warehouse, List.of(TABLE), now))
        .containsExactly("old versions of t can be read for 40 days");
    assertThat(longer.apply(warehouse, List.of(TABLE), now)).isEmpty();
    assertThat(
            warehouse
                .delta(TABLE)
                .detail()
                .select("properties")
                .head()
                .<String, String>getJavaMap(0))
        .containsEntry("delta.deletedFileRetentionDuration", "interval 3457800 seconds")
        .containsEntry("delta.logRetentionDuration", "interval 3457800 seconds");
    append(warehouse);
    Path stray = fileOfEightDaysAgo();
    assertThat(longer.apply(warehouse, List.of(TABLE), now.plus(Duration.ofDays(41))))
        .containsExactly("vacuumed t: 0 files were older than 40 days and are gone");
    assertThat(stray).exists();
    assertThat(POLICY.apply(warehouse, List.of(TABLE), now)).isEmpty();
  }

  @Test
  void retentionBelowWhatReadersNeedIsRefused() {
    assertThatThrownBy(() -> new Maintenance(3, Duration.ofHours(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("too short");
  }

  private Warehouse withTable() {
    Warehouse warehouse = Warehouse.at(spark, folder.resolve("warehouse").toString());
    StructType schema = new StructType().add("id", DataTypes.LongType);
    warehouse.create(TABLE, schema, List.of(), Map.of());
    return warehouse;
  }

  /** A file in the table's folder that no version has any more. */
  private Path fileOfEightDaysAgo() throws IOException {
    Path file =
        Files.writeString(folder.resolve("warehouse").resolve(TABLE).resolve("a.parquet"), "");
    return OldFiles.makeOld(file);
  }

  private void append(Warehouse warehouse) {
    spark.range(1).write().format("delta").mode("append").save(warehouse.path(TABLE));
  }
}
