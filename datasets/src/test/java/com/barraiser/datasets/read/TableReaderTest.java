package com.barraiser.datasets.read;

import static com.barraiser.datasets.read.EventFiles.HEADER;
import static com.barraiser.datasets.read.EventFiles.csvEvent;
import static com.barraiser.datasets.read.EventFiles.event;
import static com.barraiser.testing.DatasetEquality.assertSameRows;
import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.datasets.Format;
import com.barraiser.datasets.tables.OrderEvents;
import com.barraiser.datasets.write.TableWriter;
import com.barraiser.testing.WithSpark;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same events are the same Dataset, however and wherever they are stored. */
@WithSpark
class TableReaderTest {

  private static final String JSON =
      """
      {"order_id":"1","event_time":"2024-03-01T10:15:30.123456Z","status":"PLACED"}
      {"order_id":"1","event_time":"2024-03-01T15:45:30.123456+05:30","status":"PLACED"}

      {"order_id":"2","event_time":"1969-12-31T23:59:59.999999","status":"","gift":true}
      """;

  private static final String CSV =
      HEADER
          + """
          1,2024-03-01T10:15:30.123456Z,PLACED,
          1,2024-03-01T15:45:30.123456+05:30,PLACED,

          2,1969-12-31T23:59:59.999999,"","{""gift"":true}"
          """;

  private final SparkSession spark;
  private final EventFiles files;
  private final Path folder;

  TableReaderTest(SparkSession spark, @TempDir Path folder) {
    this.spark = spark;
    this.folder = folder;
    this.files = new EventFiles(spark, folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.json",
        "a.jsonl",
        "a.ndjson",
        "A.JSON",
        "a.json.gz",
        "A.JSON.GZ",
        "a.json.bz2",
        "a.json.deflate",
        "events/a.json",
        "events/b/c.json.gz"
      })
  void jsonIsTheSameEventsInAnyFile(String file) {
    files.write(file, JSON);
    assertSameRows(expected(), files.open(file).rows());
    assertThat(files.orderIds("")).containsExactly("1", "1", "2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a.csv", "A.CSV", "a.csv.gz", "a.csv.bz2", "events/a.csv", "events/b/c.csv.gz"})
  void csvIsTheSameEventsInAnyFile(String file) {
    files.write(file, CSV);
    assertSameRows(expected(), files.open(file).rows());
    assertThat(files.orderIds("")).containsExactly("1", "1", "2");
  }

  @ParameterizedTest
  @EnumSource(names = {"PARQUET", "DELTA"})
  void columnarTablesAreTheSameEvents(Format format) {
    TableWriter.write(expected(), format, folder + "/events");
    assertSameRows(expected(), files.open("events").rows());
    assertThat(files.orderIds("ev*")).containsExactly("1", "1", "2");
  }

  @Test
  void extraColumnIsOptionalInColumnarTables() {
    Dataset<Row> bare = expected().drop(OrderEvents.EXTRA);
    TableWriter.write(bare, Format.PARQUET, folder + "/events");
    Dataset<Row> rows = files.open("events").rows();
    assertThat(rows.schema()).isEqualTo(OrderEvents.TABLE.schema());
    assertSameRows(bare, rows.drop(OrderEvents.EXTRA));
  }

  @ParameterizedTest
  @CsvSource({"a, b", "b, a"})
  void parquetColumnsOfAnyFileCount(String whole, String bare) {
    TableWriter.write(expected(), Format.PARQUET, folder + "/all/" + whole);
    TableWriter.write(
        expected().drop(OrderEvents.EXTRA, OrderEvents.STATUS),
        Format.PARQUET,
        folder + "/all/" + bare);
    TableInput input = files.open("all");
    assertSameRows(expected(), input.rows());
    assertThat(input.rejectCounts()).isEqualTo(Map.of("status is missing", 3L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "*", "*.json*", "{a,b,d}*", "[a-d]*", "?*"})
  void foldersAndPatternsReadAllTheirFiles(String location) {
    files.write("a.json", event("1") + "\n").write("b.json.gz", event("2"));
    files.write("d.jsonl", event("3") + "\n" + event("4")).write("d.json", "");
    files.write("_hidden.json", event("9")).write(".hidden.json", event("9"));
    files.write("_folder/a.json", event("9")).write(".folder/a.txt", event("9"));
    assertThat(files.orderIds(location)).containsExactly("1", "2", "3", "4");
  }

  @Test
  void patternOverAnOutputPassesItsMarksBy() {
    TableWriter.write(expected().drop("extra"), Format.JSON, folder + "/events");
    assertThat(files.orderIds("events/*")).containsExactly("1", "1", "2");
    assertThat(files.orderIds("events/part-*")).containsExactly("1", "1", "2");
  }

  @ParameterizedTest
  @EnumSource(names = {"JSON", "CSV", "PARQUET"})
  void nestedFoldersAreReadWithEveryFileInThem(Format format) {
    for (String place : new String[] {"all", "all/x", "all/y/z"}) {
      TableWriter.write(expected().drop("extra"), format, folder + "/" + place);
    }
    TableInput input = files.open("all");
    assertThat(EventFiles.orderIds(input.rows()))
        .containsExactly("1", "1", "1", "1", "1", "1", "2", "2", "2");
    assertThat(input.rejectCounts()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"JSON", "CSV", "PARQUET"})
  void foldersOfPartitionsAreReadWithoutTheirPartitionColumn(Format format) {
    TableWriter.write(expected().drop("extra"), format, folder + "/all/day=1/hour=2");
    TableWriter.write(expected().drop("extra"), format, folder + "/all/day=2/hour=x");
    Dataset<Row> rows = files.open("all").rows();
    assertThat(EventFiles.orderIds(rows)).containsExactly("1", "1", "1", "1", "2", "2");
    assertThat(rows.schema()).isEqualTo(OrderEvents.TABLE.schema());
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "csv"})
  void folderThatIsAPartitionIsReadAlsoWithAnUnderscore(String extension) {
    String text = extension.equals("csv") ? HEADER + csvEvent("1") : event("1");
    files.write("all/a." + extension, text).write("all/_day=1/a." + extension, text);
    assertThat(files.orderIds("all")).containsExactly("1", "1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a b.json",
        "a,b.json",
        "a[1].json",
        "a{1,2}.json",
        "a*.json",
        "a?.json",
        "a%20b.json",
        "a#b.json",
        "a+b&c=d.json",
        "\u00e9\ud83d\ude00.json",
        "a[.csv",
        "a b,c[1]*.csv",
        "a{1}%41.csv",
        "a'b.json"
      })
  void anyNameIsReadInItsFolder(String file) {
    files.write("in here/" + file, file.endsWith("csv") ? CSV : JSON);
    assertThat(files.orderIds("in here")).containsExactly("1", "1", "2");
    assertThat(files.orderIds("in*here")).containsExactly("1", "1", "2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a b.json",
        "a,b.csv",
        "a%20b.json",
        "a#b.csv",
        "a\\[1\\].json",
        "a\\*.csv",
        "a\\{1\\}.json",
        "a[1].json",
        "a{1}.csv"
      })
  void anyNameIsReadOnItsOwnWithPatternCharactersEscaped(String pattern) {
    String file = pattern.replace("\\", "");
    files.write(file, file.endsWith("csv") ? CSV : JSON);
    assertThat(files.orderIds(pattern)).containsExactly("1", "1", "2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "a b", "a,b", "a[1]", "a{1,2}", "a%20b", "a*"})
  void anyFolderNameIsReadInParquet(String name) {
    TableWriter.write(expected(), Format.PARQUET, folder + "/in/" + name);
    assertThat(files.orderIds("in/?*")).containsExactly("1", "1", "2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.json", "a.json.bz2"})
  void everyLineIsReadOnceWhereverAFileIsSplit(String file) {
    StringBuilder lines = new StringBuilder("\uFEFF");
    for (int i = 0; i < 300; i++) {
      lines.append(event(1000 + i + "\u00e9".repeat(i % 7))).append(i % 3 == 0 ? "\r\n" : "\n");
    }
    files.write(file, lines.toString());
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    String splitSize = "mapreduce.input.fileinputformat.split.maxsize";
    try {
      for (int size : new int[] {64, 93, 1000}) {
        hadoop.setInt(splitSize, size);
        assertThat(files.orderIds(file)).hasSize(300).doesNotHaveDuplicates();
        assertThat(files.open(file).rejectCounts()).isEmpty();
      }
    } finally {
      hadoop.unset(splitSize);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.json", "a.csv", "a.json.gz", "a.csv.bz2"})
  void emptyFileIsATableWithoutRows(String file) {
    files.write(file, "");
    TableInput input = files.open(file);
    assertThat(input.rows().count()).isZero();
    assertThat(input.rows().schema()).isEqualTo(OrderEvents.TABLE.schema());
    assertThat(input.rejectCounts()).isEmpty();
    assertThat(input.rejects().count()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void tableWithoutRowsIsReadAgain(Format format) {
    TableWriter.write(expected().limit(0), format, folder + "/none");
    TableInput input = files.open("none");
    assertThat(input.rows().count()).isZero();
    assertThat(input.rejectCounts()).isEmpty();
  }

  private Dataset<Row> expected() {
    Instant placed = Instant.parse("2024-03-01T10:15:30.123456Z");
    Instant before = Instant.parse("1969-12-31T23:59:59.999999Z");
    return files.events(
        new Object[] {"1", placed, "PLACED", null},
        new Object[] {"1", placed, "PLACED", null},
        new Object[] {"2", before, "", "{\"gift\":true}"});
  }
}
