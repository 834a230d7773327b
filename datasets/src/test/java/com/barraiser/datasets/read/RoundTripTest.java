package com.barraiser.datasets.read;

import static com.barraiser.testing.DatasetEquality.assertSameRows;
import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.datasets.Format;
import com.barraiser.datasets.tables.OrderEvents;
import com.barraiser.datasets.write.TableWriter;
import com.barraiser.testing.Sample;
import com.barraiser.testing.WithSpark;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is what is read again, in every format. */
@WithSpark
class RoundTripTest {

  private static final String[] TIMES = {
    "2024-03-01T10:15:30.123456Z",
    "2024-03-01T10:15:30.000001Z",
    "2024-03-01T10:15:30Z",
    "1970-01-01T00:00:00Z",
    "1969-12-31T23:59:59.999999Z",
    "1900-01-01T00:00:00.000001Z",
    "1883-11-18T12:00:00Z",
    "1582-10-10T12:34:56.789012Z",
    "0001-01-01T00:00:00Z",
    "0000-12-31T23:59:59.999999Z",
    "-0044-03-15T12:00:00Z",
    "9999-12-31T23:59:59.999999Z",
    "+10000-01-01T00:00:00.000001Z",
    "+12345-06-07T08:09:10Z",
  };

  private static final String[] TEXTS = {
    "a,b",
    "say \"hi\"",
    "\"",
    "\"\"",
    "'",
    "two\nlines",
    "two\r\nlines",
    "cr\rcr",
    "\n",
    "\r",
    " leading",
    "trailing ",
    " ",
    "\ttab\t",
    "#comment",
    "\\",
    "\\\"",
    "a\\",
    "null",
    "NULL",
    "-",
    "0042",
    "1e5",
    "true",
    "\u00e9\u4e2d\ud83d\ude00",
    "\uFEFFbom",
    "\u0000",
    "\u0001",
    "\u00a0",
    "\u2028",
    "\u0085",
    "{\"a\":1}",
    "=1+1",
    "x".repeat(5_000),
  };

  /** The id of a row whose status is empty. */
  private static final String EMPTY_STATUS = "empty status";

  private final EventFiles files;
  private final Path folder;

  RoundTripTest(SparkSession spark, @TempDir Path folder) {
    this.folder = folder;
    this.files = new EventFiles(spark, folder);
  }

  @Tag(Sample.TAG)
  @ParameterizedTest
  @MethodSource("com.barraiser.testing.Sample#formats")
  void timesSurviveToTheMicrosecond(Format format) {
    assertSurvives(
        files
            .events(
                Stream.of(TIMES)
                    .map(time -> new Object[] {time, Instant.parse(time), "S", null})
                    .toArray(Object[][]::new))
            .coalesce(1),
        format);
  }

  @Tag(Sample.TAG)
  @ParameterizedTest
  @MethodSource("com.barraiser.testing.Sample#formats")
  void textSurvivesToTheCharacter(Format format) {
    Instant time = Instant.parse(TIMES[0]);
    assertSurvives(
        files
            .events(
                Stream.concat(Stream.of(TEXTS), Stream.of(EMPTY_STATUS))
                    .map(
                        text ->
                            new Object[] {text, time, text.equals(EMPTY_STATUS) ? "" : text, null})
                    .toArray(Object[][]::new))
            .coalesce(1),
        format);
  }

  @ParameterizedTest
  @EnumSource(names = "JSON", mode = EnumSource.Mode.EXCLUDE)
  void furtherFieldsSurvive(Format format) {
    Instant time = Instant.parse(TIMES[0]);
    String extra = "{\"a\":\"x, \\\"y\\\"\\n\",\"b\":[1.0,1e5]}";
    Dataset<Row> rows =
        files.events(new Object[] {"1", time, "S", extra}, new Object[] {"1", time, "S", null});
    TableWriter.write(rows, format, folder + "/events");
    assertSameRows(rows, files.open("events").rows());
  }

  @Test
  void extraOfJsonIsAFieldLikeAnyOther() {
    Instant time = Instant.parse(TIMES[0]);
    TableWriter.write(
        files.events(new Object[] {"1", time, "S", "{\"a\":1}"}), Format.JSON, folder + "/events");
    assertThat(files.open("events").rows().head().<String>getAs(OrderEvents.EXTRA))
        .isEqualTo("{\"extra\":\"{\\\"a\\\":1}\"}");
  }

  @Test
  void timestampWithoutTimeZoneIsTakenAsUtc() {
    Dataset<Row> rows = files.events(new Object[] {"1", Instant.parse(TIMES[4]), "S", null});
    Dataset<Row> without =
        rows.withColumn("event_time", rows.col("event_time").cast("timestamp_ntz"));
    TableWriter.write(without, Format.PARQUET, folder + "/events");
    TableInput input = files.open("events");
    assertSameRows(rows, input.rows());
    assertThat(input.rejectCounts()).isEmpty();
  }

  private void assertSurvives(Dataset<Row> rows, Format format) {
    TableWriter.write(rows.drop(OrderEvents.EXTRA), format, folder + "/events");
    TableInput input = files.open("events");
    assertThat(input.rejectCounts()).isEmpty();
    assertThat(EventFiles.orderIds(input.rows())).isEqualTo(EventFiles.orderIds(rows));
    assertSameRows(rows, input.rows());
  }
}
