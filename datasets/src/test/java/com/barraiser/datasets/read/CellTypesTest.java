package com.barraiser.datasets.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.barraiser.datasets.Format;
import com.barraiser.datasets.Table;
import com.barraiser.datasets.Tuple;
import com.barraiser.datasets.write.TableWriter;
import com.barraiser.testing.DatasetEquality;
import com.barraiser.testing.Sample;
import com.barraiser.testing.WithSpark;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Money, days, counts and truth values: read exactly or rejected, never rounded; and columns that
 * may be null.
 */
@WithSpark
class CellTypesTest {

  private static final Table TABLE =
      Table.named("t")
          .required("money", DataTypes.createDecimalType(18, 2))
          .required("day", DataTypes.DateType)
          .required("count", DataTypes.IntegerType)
          .optional("seen", DataTypes.TimestampType)
          .optional("sure", DataTypes.BooleanType)
          .build();

  private final SparkSession spark;

  @TempDir private Path folder;

  CellTypesTest(SparkSession spark) {
    this.spark = spark;
  }

  @ParameterizedTest
  @CsvSource({
    "12.5, 12.50",
    "-0.01, -0.01",
    "0, 0.00",
    "-0.0, 0.00",
    "7, 7.00",
    "1.230000, 1.23",
    "1e2, 100.00",
    "0e999999999, 0.00",
    "9999999999999999.99, 9999999999999999.99",
    "-9999999999999999.99, -9999999999999999.99"
  })
  void moneyIsReadExactlyAsNumberAndAsText(String written, String read) {
    for (String json : List.of(written, "\"" + written + "\"")) {
      Tuple row = accepted(json, "\"2024-02-29\"", "1").get(0);
      assertThat(row.decimal("money")).isEqualTo(new BigDecimal(read));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.001 | money has more than 2 decimals",
        "1e-3 | money has more than 2 decimals",
        "10000000000000000 | money is beyond DECIMAL(18,2)",
        "9999999999999999.991 | money has more than 2 decimals",
        "1e999999999 | money is beyond DECIMAL(18,2)",
        "1e99999999999 | money is not a decimal number",
        "\"12,50\" | money is not a decimal number",
        "\"\" | money is not a decimal number",
        "\" 1\" | money is not a decimal number",
        "\"NaN\" | money is not a decimal number",
        "true | money is not a decimal number",
        "null | money is missing"
      })
  void moneyThatDoesNotFitIsRejected(String json, String reason) {
    assertRejected(line(json, "\"2024-02-29\"", "1", "null"), reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"2023-02-29\" | day is not an ISO-8601 date",
        "\"2024-2-9\" | day is not an ISO-8601 date",
        "\"2024-02-29T00:00:00Z\" | day is not an ISO-8601 date",
        "\"20240229\" | day is not an ISO-8601 date",
        "20240229 | day is not text",
        "null | day is missing"
      })
  void whatIsNoDayIsRejected(String json, String reason) {
    assertRejected(line("1", json, "1", "null"), reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2147483648 | count is beyond 32 bits",
        "-2147483649 | count is beyond 32 bits",
        "9223372036854775808 | count is beyond 64 bits",
        "1.0 | count is not a whole number",
        "\"1\" | count is not a whole number",
        "null | count is missing"
      })
  void whatIsNoIntIsRejected(String json, String reason) {
    assertRejected(line("1", "\"2024-02-29\"", json, "null"), reason);
  }

  @ParameterizedTest
  @CsvSource({"true, true", " true , true", "false, false", "null, "})
  void truthIsReadAsJsonWritesIt(String json, Boolean read) {
    assertThat(LineTuples.accepted(TABLE, List.of(sureLine(json))))
        .singleElement()
        .satisfies(row -> assertThat(row.truth("sure")).isEqualTo(read));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "\"true\"", "\"\"", "{}"})
  void whatIsNeitherTrueNorFalseIsRejected(String json) {
    assertRejected(sureLine(json), "sure is neither true nor false");
  }

  @Test
  void wordThatIsNoJsonIsRejected() {
    assertRejected(sureLine("tru"), "not valid JSON");
    assertRejected(line("true", "\"2024-02-29\"", "1", "null"), "money is not a decimal number");
  }

  @Test
  void nullableColumnMayBeNullOrAbsentButNotWrong() {
    assertThat(LineTuples.accepted(TABLE, List.of(line("1", "\"2024-02-29\"", "1", "null"))))
        .singleElement()
        .satisfies(row -> assertThat(row.instant("seen")).isNull());
    assertThat(
            LineTuples.accepted(
                TABLE, List.of("{\"money\":1,\"day\":\"2024-02-29\",\"count\":-2147483648}")))
        .singleElement()
        .satisfies(row -> assertThat(row.integer("count")).isEqualTo(Integer.MIN_VALUE));
    assertRejected(
        line("1", "\"2024-02-29\"", "1", "\"soon\""), "seen is not an ISO-8601 date-time");
  }

  @Tag(Sample.TAG)
  @ParameterizedTest
  @MethodSource("com.barraiser.testing.Sample#formats")
  void everyFormatKeepsEveryType(Format format) {
    StructType schema = TABLE.schema();
    Dataset<Row> rows =
        spark.createDataFrame(
            List.of(
                RowFactory.create(
                    new BigDecimal("9999999999999999.99"),
                    LocalDate.of(9999, 12, 31),
                    Integer.MAX_VALUE,
                    Instant.parse("1969-12-31T23:59:59.999999Z"),
                    true),
                RowFactory.create(new BigDecimal("-0.01"), LocalDate.of(1, 1, 1), 0, null, null)),
            schema);
    String place = folder.resolve("t").toString();
    TableWriter.write(rows, format, place);
    Source source = Source.at(spark.sessionState().newHadoopConf(), place);
    TableInput read = TableReader.open(spark, TABLE, source);
    DatasetEquality.assertSameRows(rows, read.rows());
    assertThat(read.rejectCounts()).isEmpty();
    assertThat(read.tracedRows().select(TableInput.FILE).distinct().collectAsList())
        .allSatisfy(file -> assertThat(file.getString(0)).contains("/t"));
    DatasetEquality.assertSameRows(rows, read.tracedRows().drop(TableInput.FILE, TableInput.RAW));
  }

  @Test
  void orphanIsCountedAndKeptWithItsTextAndFile() throws IOException {
    Table parents = Table.named("parents").identifier("id", DataTypes.StringType).build();
    Table children =
        Table.named("children")
            .identifier("id", DataTypes.StringType)
            .references("id", parents)
            .build();
    TableInput ofParents = opened(parents, "parents.json", "{\"id\":\"a\"}\n{\"id\":\"a\"}\n");
    TableInput ofChildren = opened(children, "children.csv", "id\na\nb\n\"b\"\n");
    Orphans orphans =
        new Orphans(children, name -> name.equals("parents") ? ofParents : ofChildren);
    String reason = "orphan: its id is not in parents";
    assertThat(orphans.counts()).containsExactly(Map.entry(reason, 2L));
    assertThat(orphans.rejects().columns()).isEqualTo(TableInput.REJECTS.fieldNames());
    assertThat(orphans.rejects().collectAsList())
        .extracting(row -> row.<String>getAs("raw"))
        .containsExactlyInAnyOrder("b", "\"b\"");
    assertThat(orphans.rejects().collectAsList())
        .allSatisfy(row -> assertThat(row.<String>getAs("reason")).isEqualTo(reason))
        .allSatisfy(row -> assertThat(row.<String>getAs("file")).endsWith("children.csv"));
  }

  private TableInput opened(Table table, String name, String content) throws IOException {
    Path file = Files.writeString(folder.resolve(name), content);
    return TableReader.open(
        spark, table, Source.at(spark.sessionState().newHadoopConf(), file.toString()));
  }

  private static List<Tuple> accepted(String money, String day, String count) {
    return LineTuples.accepted(TABLE, List.of(line(money, day, count, "null")));
  }

  private static void assertRejected(String line, String reason) {
    byte[] bytes = line.getBytes(UTF_8);
    assertThatThrownBy(() -> new JsonLineParser(TABLE).parse(bytes, 0, bytes.length))
        .isInstanceOfSatisfying(
            RejectedRowException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private static String line(String money, String day, String count, String seen) {
    return "{\"money\":%s,\"day\":%s,\"count\":%s,\"seen\":%s}".formatted(money, day, count, seen);
  }

  private static String sureLine(String sure) {
    return "{\"money\":1,\"day\":\"2024-02-29\",\"count\":1,\"seen\":null,\"sure\":%s}"
        .formatted(sure);
  }
}
