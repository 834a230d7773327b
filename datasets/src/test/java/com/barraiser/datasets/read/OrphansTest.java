package com.barraiser.datasets.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.datasets.Format;
import com.barraiser.datasets.Table;
import com.barraiser.datasets.write.TableWriter;
import com.barraiser.testing.Sample;
import com.barraiser.testing.WithSpark;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A row that refers to nothing is counted and kept, whatever the format. */
@WithSpark
class OrphansTest {

  private static final Table SHELVES =
      Table.named("shelves")
          .identifier("shelf", DataTypes.StringType)
          .required("room", DataTypes.LongType)
          .build();
  private static final Table BOXES =
      Table.named("boxes")
          .identifier("box", DataTypes.StringType)
          .identifier("shelf", DataTypes.StringType)
          .references("shelf", SHELVES)
          .build();
  private static final Table LABELS =
      Table.named("labels")
          .identifier("box", DataTypes.StringType)
          .identifier("shelf", DataTypes.StringType)
          .required("text", DataTypes.StringType)
          .references("box", BOXES)
          .references("shelf", SHELVES)
          .build();

  private static final String NO_SHELF = "orphan: its shelf is not in shelves";
  private static final String NO_BOX = "orphan: its box is not in boxes";

  /** The same tables in every format, each in a folder under its key. */
  @TempDir private static Path home;

  private final SparkSession spark;

  OrphansTest(SparkSession spark) {
    this.spark = spark;
  }

  /** Shelf B has no room, so it is rejected and holds nothing; A and a are not the same. */
  @BeforeAll
  static void writeTables(SparkSession spark) {
    for (Format format : Format.values()) {
      write(spark, format, SHELVES, row("A", 1L), row("B", null), row("\u00e9", 2L));
      write(
          spark,
          format,
          BOXES,
          row("1", "A"),
          row("2", "B"),
          row("3", "a"),
          row("3", "a"),
          row("4", "\u00e9"),
          row(null, "Z"));
      write(
          spark,
          format,
          LABELS,
          row("1", "A", "both"),
          row("2", "A", "box of no shelf"),
          row("9", "A", "no box"),
          row("9", "Z", "neither"),
          row("1", "Z", "no shelf"),
          row("9", "Z", null));
    }
  }

  @Tag(Sample.TAG)
  @ParameterizedTest
  @MethodSource("com.barraiser.testing.Sample#formats")
  void orphansAreCountedByTheirFirstBrokenKey(Format format) {
    assertThat(orphans(BOXES, format).counts()).isEqualTo(Map.of(NO_SHELF, 3L));
    assertThat(orphans(LABELS, format).counts()).isEqualTo(Map.of(NO_BOX, 2L, NO_SHELF, 1L));
  }

  @Tag(Sample.TAG)
  @ParameterizedTest
  @MethodSource("com.barraiser.testing.Sample#formats")
  void orphanIsKeptWithItsTableReasonAndFile(Format format) {
    Dataset<Row> rejects = orphans(BOXES, format).rejects();
    assertThat(rejects.schema().asNullable()).isEqualTo(TableInput.REJECTS);
    assertThat(rejects.collectAsList())
        .hasSize(3)
        .allSatisfy(row -> assertThat(row.<String>getAs("table")).isEqualTo("boxes"))
        .allSatisfy(row -> assertThat(row.<String>getAs("reason")).isEqualTo(NO_SHELF))
        .allSatisfy(
            row ->
                assertThat(Path.of(row.<String>getAs("file").replaceFirst("^file:/+", "/")))
                    .exists()
                    .startsWith(place(BOXES, format)));
  }

  @Tag(Sample.TAG)
  @ParameterizedTest
  @MethodSource("com.barraiser.testing.Sample#formats")
  void orphanIsKeptAsItStandsInTheFile(Format format) {
    String[] raw =
        format == Format.CSV
            ? new String[] {"2,B", "3,a", "3,a"}
            : new String[] {
              "{\"box\":\"2\",\"shelf\":\"B\"}",
              "{\"box\":\"3\",\"shelf\":\"a\"}",
              "{\"box\":\"3\",\"shelf\":\"a\"}"
            };
    assertThat(orphans(BOXES, format).rejects().collectAsList())
        .extracting(row -> row.<String>getAs("raw"))
        .containsExactlyInAnyOrder(raw);
  }

  @Tag(Sample.TAG)
  @ParameterizedTest
  @MethodSource("com.barraiser.testing.Sample#formats")
  void orphanWithTwoBrokenKeysIsKeptOnce(Format format) {
    assertThat(orphans(LABELS, format).rejects().collectAsList())
        .extracting(row -> row.<String>getAs("reason"))
        .containsExactlyInAnyOrder(NO_BOX, NO_BOX, NO_SHELF);
  }

  @Tag(Sample.TAG)
  @ParameterizedTest
  @MethodSource("com.barraiser.testing.Sample#formats")
  void rowThatIsAnOrphanExistsForOthers(Format format) {
    assertThat(orphans(LABELS, format).rejects().collectAsList())
        .noneSatisfy(row -> assertThat(row.<String>getAs("raw")).contains("box of no shelf"));
  }

  @Test
  void nothingRefersToAnEmptyTable() {
    Map<String, TableInput> inputs = new HashMap<>();
    inputs.put("boxes", open(BOXES, Format.JSON));
    inputs.put("shelves", TableReader.absent(spark, SHELVES));
    assertThat(new Orphans(BOXES, inputs::get).counts()).isEqualTo(Map.of(NO_SHELF, 5L));
  }

  @Test
  void tableWithoutForeignKeysHasNoOrphans() {
    Orphans none = orphans(SHELVES, Format.CSV);
    assertThat(none.counts()).isEmpty();
    assertThat(none.rejects().collectAsList()).isEmpty();
  }

  private Orphans orphans(Table table, Format format) {
    Map<String, TableInput> inputs = new HashMap<>();
    for (Table one : List.of(SHELVES, BOXES, LABELS)) {
      inputs.put(one.name(), open(one, format));
    }
    return new Orphans(table, inputs::get);
  }

  private TableInput open(Table table, Format format) {
    Source source =
        Source.at(spark.sessionState().newHadoopConf(), place(table, format).toString());
    return TableReader.open(spark, table, source);
  }

  private static void write(SparkSession spark, Format format, Table table, Row... rows) {
    TableWriter.write(
        spark.createDataFrame(Arrays.asList(rows), table.schema()).repartition(2),
        format,
        place(table, format).toString());
  }

  private static Path place(Table table, Format format) {
    return home.resolve(format.key()).resolve(table.name());
  }

  private static Row row(Object... cells) {
    return RowFactory.create(cells);
  }
}
