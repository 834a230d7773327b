package com.barraiser.columnar;

import static com.barraiser.columnar.Scans.assertReadExactly;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.datasets.read.Source;
import com.barraiser.datasets.read.TableInput;
import com.barraiser.datasets.read.TableReader;
import com.barraiser.datasets.tables.OrderEvents;
import com.barraiser.testing.WithSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JSON lines give batches as Parquet does. */
@WithSpark
class ColumnarJsonTest {

  private static final int LINES = 10_000;

  private final SparkSession spark;

  @TempDir private Path folder;

  ColumnarJsonTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void linesAreReadInBatchesAndRejectsCountedOnTheWay() throws IOException {
    TableInput input = input();
    Dataset<Row> rows = input.rows();
    assertReadExactly(rows);
    assertThat(input.rejectCounts())
        .containsExactlyEntriesOf(Map.of("not valid JSON", LINES / 100L));
    assertReadExactly(rows.select(col("status"), lit(null).cast("string").as("none")));
    assertReadExactly(rows.filter("event_time >= timestamp'2024-03-01 00:30:00'").select("extra"));
  }

  /** The first of the files, which a task has for itself, has nothing but a broken line. */
  @Test
  void partitionOfRejectedLinesAloneNeedNotBeReadAgain() throws IOException {
    for (String id : List.of("1", "\"2\"", "\"3\"")) {
      String line = "{\"order_id\":%s,\"event_time\":\"2024-03-01T00:00:00Z\",\"status\":\"S\"}";
      Files.writeString(folder.resolve(id.replace("\"", "") + ".json"), line.formatted(id));
    }
    TableInput input = open(folder);
    Dataset<Row> rows = input.rows().select("order_id");
    ColumnarScan scan = ColumnarScan.of(rows).orElseThrow();
    var first = Scans.firstRows(scan, 10, DataTypes.StringType);
    assertThat(first).hasSizeLessThan(scan.tasks());
    assertThat(first.values().stream().flatMap(List::stream)).containsExactlyInAnyOrder("2", "3");
    assertReadExactly(scan.only(first.keySet()), rows);
    assertThat(input.rejectCounts()).containsExactlyEntriesOf(Map.of("order_id is not text", 1L));
  }

  @Test
  void columnsThatNobodyAsksForAreJudgedToo() throws IOException {
    TableInput input = input();
    assertThat(input.rows().count()).isEqualTo(LINES - LINES / 100);
    assertThat(input.rows().select("status").distinct().count()).isEqualTo(3);
    assertThat(input.rejects().count()).isEqualTo(LINES / 100);
  }

  @Test
  void aTableWithItselfIsRight() throws IOException {
    Dataset<Row> rows = input().rows();
    Dataset<Row> first = rows.groupBy("order_id").count();
    assertThat(rows.join(first, "order_id").count()).isEqualTo(rows.count());
    assertThat(rows.union(rows).count()).isEqualTo(2 * rows.count());
  }

  private TableInput input() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < LINES; i++) {
      lines.add(
          i % 100 == 7
              ? "{\"order_id\":\"" + i
              : "{\"order_id\":\"%d\",\"event_time\":\"2024-03-01T00:%02d:00Z\",\"status\":\"S%d\"%s}"
                  .formatted(i / 3, i % 60, i % 3, i % 5 == 0 ? ",\"x\":[" + i + "]" : ""));
    }
    Path file = folder.resolve("order_events.json");
    Files.write(file, lines);
    return open(file);
  }

  private TableInput open(Path place) {
    return TableReader.open(
        spark,
        OrderEvents.TABLE,
        Source.at(spark.sessionState().newHadoopConf(), place.toString()));
  }
}
