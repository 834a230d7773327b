package com.barraiser.questions;

import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.bench.Checksum;
import com.barraiser.datasets.Format;
import com.barraiser.datasets.Table;
import com.barraiser.datasets.generate.Knobs;
import com.barraiser.testing.CompilingSessions;
import com.barraiser.testing.WithSpark;
import com.barraiser.vocabulary.Question;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The content of generated files does not depend on into how many they are cut. */
@WithSpark
class GeneratedFilesTest {

  private final SparkSession spark;

  @TempDir private Path folder;

  GeneratedFilesTest(SparkSession spark) {
    this.spark = CompilingSessions.of(spark);
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("com.barraiser.questions.SolutionsTest#questions")
  void oneFileAndSixtyFourHoldTheSameRowsOfABlockAndMore(Question question) {
    assertSameContent(question, 100_000);
  }

  @Tag("by-hand")
  @Test
  void oneFileAndSixtyFourHoldTheSameMillionRows() {
    assertSameContent(Catalogue.question("first-event"), 1_000_000);
  }

  private void assertSameContent(Question question, long rows) {
    Knobs knobs = new Knobs(rows, 3, 0.8, 0.1, 0.1, 0.02, 7);
    Map<String, Checksum> whole = checksums(question, knobs, 1);
    assertThat(whole.values()).allMatch(table -> table.rows() > 0);
    assertThat(checksums(question, knobs, 64)).isEqualTo(whole);
  }

  private Map<String, Checksum> checksums(Question question, Knobs knobs, int partitions) {
    String place = folder.resolve("files-" + partitions).toString();
    question.generator().write(spark, knobs, Format.PARQUET, partitions, place);
    return question.tables().stream()
        .collect(Collectors.toMap(Table::name, table -> checksum(place + "/" + table.name())));
  }

  private Checksum checksum(String table) {
    Dataset<Row> rows = spark.read().parquet(table);
    return Checksum.of(rows, rows.schema());
  }
}
