package com.barraiser.datasets.read;

import static com.barraiser.datasets.read.EventFiles.event;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.barraiser.datasets.DataException;
import com.barraiser.datasets.Format;
import com.barraiser.datasets.tables.OrderEvents;
import com.barraiser.datasets.write.TableWriter;
import com.barraiser.testing.WithSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be read as the table says so in one clear sentence. */
@WithSpark
class SourceTest {

  private final EventFiles files;
  private final Path folder;

  SourceTest(SparkSession spark, @TempDir Path folder) {
    this.folder = folder;
    this.files = new EventFiles(spark, folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nowhere", "nowhere.json", "nowhere/*.json", "x*"})
  void missingPathIsAnError(String location) {
    assertRefused(location, location + " does not exist");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[a", "{a", "a["})
  void brokenPatternIsAnError(String location) {
    assertRefused(location, location);
  }

  @Test
  void emptyFolderIsAnError() throws IOException {
    Files.createDirectory(folder.resolve("empty"));
    files.write("hidden/_SUCCESS", "").write("hidden/.a.json", event("1"));
    assertRefused("empty", "empty holds no data files");
    assertRefused("hidden", "hidden holds no data files");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.txt", "a", "a.json.zip", "a.orc", "json.old"})
  void unknownExtensionIsAnError(String file) {
    files.write("in/" + file, event("1")).write("in/z.json", event("2"));
    assertRefused("in/" + file, "the format of " + file + " cannot be told from its name");
    assertRefused("in", "the format of " + file + " cannot be told from its name");
  }

  @Test
  void mixedFormatsAreAnError() {
    files.write("in/a.json", event("1")).write("in/b/c.csv", "");
    assertRefused("in", "holds files of several formats, json and csv");
  }

  @Test
  void deltaWithoutALogIsAnError() {
    files.write("a.delta/b.delta", "");
    assertRefused("a.delta", "is no Delta table: it has no folder _delta_log");
  }

  @Test
  void folderAboveADeltaTableIsNotReadAsBareParquet() {
    TableWriter.write(rows(), Format.DELTA, folder + "/in/events");
    rows().write().format("delta").mode("overwrite").save(folder + "/in/events");
    assertThat(files.open("in/events").rows().count()).isEqualTo(1);
    assertRefused("in", "Delta");
  }

  @Test
  void severalDeltaTablesAreAnError() {
    TableWriter.write(rows(), Format.DELTA, folder + "/a");
    TableWriter.write(rows(), Format.DELTA, folder + "/b");
    assertRefused("?", "matches several Delta tables; name one");
  }

  @ParameterizedTest
  @EnumSource(names = {"PARQUET", "DELTA"})
  void missingColumnIsAnError(Format format) {
    TableWriter.write(rows().drop("status"), format, folder + "/in");
    assertRefused("in", "lacks the column status; it has order_id, event_time, extra");
  }

  @ParameterizedTest
  @EnumSource(names = {"PARQUET", "DELTA"})
  void columnOfAnotherTypeIsAnError(Format format) {
    Dataset<Row> dates = rows().withColumn("event_time", col("event_time").cast("date"));
    TableWriter.write(dates, format, folder + "/dates");
    assertRefused("dates", "column event_time is DATE, but TIMESTAMP is needed");
    TableWriter.write(rows().withColumn("extra", lit(1)), format, folder + "/numbers");
    assertRefused("numbers", "column extra is INT, but STRING is needed");
  }

  @Test
  void fileThatIsNotWhatItsNameSaysIsAnError() {
    files.write("a.parquet", "no parquet at all").write("empty/a.parquet", "");
    assertRefused("a.parquet", "a.parquet");
    assertRefused("empty", "empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"_a.json", ".a.json", "_in/a.json", "_in", "_a.csv"})
  void hiddenPlaceThatIsNamedIsReadOrAnError(String location) {
    String file = location.equals("_in") ? "_in/a.json" : location;
    String csv = EventFiles.HEADER + EventFiles.csvEvent("1");
    files.write(file, file.endsWith(".csv") ? csv : event("1"));
    try {
      assertThat(files.orderIds(location)).containsExactly("1");
    } catch (DataException e) {
      assertThat(e).hasMessageContaining(location);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order_events",
        "order_events.json",
        "order_events.csv.gz",
        "order_events.parquet"
      })
  void tableIsLocatedByItsName(String name) {
    files.write(name + (name.equals("order_events") ? "/a.json" : ""), "");
    files.write("order_events_old.json", "").write("order_events.txt", "").write("other.json", "");
    assertThat(located()).contains("file:" + folder.resolve(name));
  }

  @Test
  void locatedTableIsReadAndNoOther() {
    files.write("run[1]/order_events.json", event("here"));
    files.write("run1/order_events.json", event("there"));
    String located =
        Source.locate(new Configuration(), folder + "/run[1]", OrderEvents.TABLE).orElseThrow();
    assertThat(files.orderIds(located.replace("file:" + folder + "/", ""))).containsExactly("here");
  }

  @Test
  void fileWithAColonInItsNameIsAnError() {
    String name = "order_events.2024-03-01T10:00:00.json";
    files.write("in/" + name, event("1"));
    assertRefused("in", name + " has a colon in its name");
    assertRefused("in/" + name, name + " has a colon in its name");
  }

  @Test
  void tableThatIsNotThereIsNotLocated() {
    files.write("clicks.json", "");
    assertThat(located()).isEmpty();
    assertThat(Source.locate(new Configuration(), folder + "/nowhere", OrderEvents.TABLE))
        .isEmpty();
  }

  @Test
  void tableThatCouldBeSeveralIsAnError() {
    files.write("order_events.json", "").write("order_events.csv", "");
    assertThatThrownBy(this::located)
        .isInstanceOf(DataException.class)
        .hasMessageContaining("order_events.csv or order_events.json");
  }

  private Optional<String> located() {
    return Source.locate(new Configuration(), folder.toString(), OrderEvents.TABLE);
  }

  private Dataset<Row> rows() {
    return files.events(new Object[] {"1", Instant.EPOCH, "S", null});
  }

  private void assertRefused(String location, String message) {
    assertThatThrownBy(() -> files.open(location))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(message);
  }
}
