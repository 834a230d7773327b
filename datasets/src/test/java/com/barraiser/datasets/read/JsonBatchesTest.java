package com.barraiser.datasets.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.datasets.Table;
import com.barraiser.datasets.tables.OrderEvents;
import com.barraiser.testing.Sample;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.sql.vectorized.ColumnarBatchRow;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Batches hold the rows, and reject the lines, that Jackson alone would. */
class JsonBatchesTest {

  private static final int LINES_PER_SEED = 10_000;

  private static final Table EVERY_TYPE =
      Table.named("every_type")
          .identifier("text", DataTypes.StringType)
          .optional("long", DataTypes.LongType)
          .optional("int", DataTypes.IntegerType)
          .optional("money", DataTypes.createDecimalType(18, 2))
          .optional("share", DataTypes.createDecimalType(30, 10))
          .optional("truth", DataTypes.BooleanType)
          .optional("day", DataTypes.DateType)
          .optional("instant", DataTypes.TimestampType)
          .build();

  @TempDir private Path folder;

  private static List<Integer> seeds() {
    return Sample.either(List.of(1), IntStream.rangeClosed(2, 100).boxed().toList());
  }

  @Tag(Sample.TAG)
  @ParameterizedTest
  @MethodSource("seeds")
  void damagedLinesAreReadAsByJackson(int seed) throws IOException {
    Random random = new Random(seed);
    assertReadAsByJackson(
        OrderEvents.TABLE,
        IntStream.range(0, LINES_PER_SEED).mapToObj(i -> DamagedLines.next(random)).toList());
  }

  @Test
  void cellsOfEveryTypeAreReadAsByJackson() throws IOException {
    List<String> cells =
        List.of(
            "\"long\":-999999999999999999",
            "\"long\":9223372036854775807",
            "\"int\":-2147483648",
            "\"int\":2147483648",
            "\"money\":12",
            "\"money\":-0.05",
            "\"money\":\"9999999999999999.99\"",
            "\"share\":12345678901234567890.0123456789",
            "\"share\":3",
            "\"truth\":true",
            "\"truth\":false",
            "\"truth\":null",
            "\"day\":\"1969-12-31\"",
            "\"day\":\"2023-02-29\"",
            "\"instant\":\"1969-12-31T23:59:59.999999Z\"",
            "\"instant\":\"9999-12-31T23:59:59+18:00\"");
    Random random = new Random(1);
    List<byte[]> lines = new ArrayList<>();
    for (int i = 0; i < LINES_PER_SEED; i++) {
      StringBuilder line =
          new StringBuilder("{\"text\":\"%s%d\"".formatted(i % 9 == 0 ? "\u00e9" : "", i));
      for (String cell : cells) {
        line.append(random.nextInt(5) == 0 ? "," + cell : "");
      }
      lines.add((line + "}").getBytes(UTF_8));
    }
    assertReadAsByJackson(EVERY_TYPE, lines);
  }

  /** A batch that would hold nothing is not the end. */
  @Test
  void rowsBehindManyRejectsAreReadToo() throws IOException {
    byte[] reject = " ".repeat(99_999).concat("x").getBytes(UTF_8);
    byte[] row = "{\"text\":\"1\"}".getBytes(UTF_8);
    List<byte[]> lines = new ArrayList<>();
    IntStream.range(0, 100).forEach(i -> lines.add(reject));
    lines.add(row);
    assertReadAsByJackson(EVERY_TYPE, lines);
  }

  @Test
  void batchesOfLongLinesAreShort() throws IOException {
    String line = "{\"text\":\"%s\"}".formatted("x".repeat(1 << 20));
    write(IntStream.range(0, 20).mapToObj(i -> line.getBytes(UTF_8)).toList());
    try (JsonBatches batches = batches(EVERY_TYPE, new RejectCounts())) {
      int rows = 0;
      while (batches.next()) {
        assertThat(batches.get().numRows()).isLessThanOrEqualTo(4);
        rows += batches.get().numRows();
      }
      assertThat(rows).isEqualTo(20);
    }
  }

  private void assertReadAsByJackson(Table table, List<byte[]> lines) throws IOException {
    JsonLineParser parser = new JsonLineParser(table);
    List<List<Object>> rows = new ArrayList<>();
    Map<String, Long> rejects = new TreeMap<>();
    for (byte[] line : split(write(lines))) {
      try {
        Object[] cells = Cells.readable(parser.parse(unplain(line), 0, unplain(line).length));
        if (cells != null) {
          rows.add(Arrays.asList(cells));
        }
      } catch (RejectedRowException e) {
        rejects.merge(e.reason(), 1L, Long::sum);
      }
    }
    RejectCounts counts = new RejectCounts();
    assertThat(read(table, counts)).isEqualTo(rows);
    assertThat(counts.byReason()).isEqualTo(rejects);
    assertThat(rows).isNotEmpty();
  }

  /** White space that few writers put there, so that Jackson reads the line. */
  private static byte[] unplain(byte[] line) {
    return line.length > 0 && line[0] == '{' ? DamagedLines.spliced(line, 1, 1, (byte) '\t') : line;
  }

  private List<List<Object>> read(Table table, RejectCounts counts) throws IOException {
    List<List<Object>> rows = new ArrayList<>();
    try (JsonBatches batches = batches(table, counts)) {
      while (batches.next()) {
        ColumnarBatch batch = batches.get();
        batch.rowIterator().forEachRemaining(row -> rows.add(cells(table.schema(), row)));
      }
    }
    return rows;
  }

  private static List<Object> cells(StructType schema, Object row) {
    ColumnarBatchRow cells = (ColumnarBatchRow) row;
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < schema.size(); i++) {
      values.add(cells.isNullAt(i) ? null : cell(cells.get(i, schema.apply(i).dataType())));
    }
    return values;
  }

  /** The cell as the parser of lines gives it. */
  private static Object cell(Object value) {
    if (value instanceof Integer number) {
      return number.longValue();
    }
    if (value instanceof Decimal decimal) {
      return decimal.toJavaBigDecimal();
    }
    return value instanceof Number || value instanceof Boolean ? value : value.toString();
  }

  private JsonBatches batches(Table table, RejectCounts counts) throws IOException {
    Path file = folder.resolve("lines.json");
    String place = file.toUri().toString();
    long half = Files.size(file) / 2;
    return new JsonBatches(
        new Configuration(),
        table,
        table.schema(),
        List.of(new FileSplit(place, 0, half), new FileSplit(place, half, 2 * half + 1)),
        counts);
  }

  private byte[] write(List<byte[]> lines) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] line : lines) {
      bytes.writeBytes(line);
      bytes.write('\n');
    }
    Files.write(folder.resolve("lines.json"), bytes.toByteArray());
    return bytes.toByteArray();
  }

  /** Damage may have put line feeds into lines. */
  private static List<byte[]> split(byte[] file) {
    List<byte[]> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < file.length; i++) {
      if (file[i] == '\n') {
        lines.add(Arrays.copyOfRange(file, start, i));
        start = i + 1;
      }
    }
    return lines;
  }
}
