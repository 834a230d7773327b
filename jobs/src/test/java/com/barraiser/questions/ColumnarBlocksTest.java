package com.barraiser.questions;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.bench.Checksum;
import com.barraiser.check.CaseInputs;
import com.barraiser.check.Judge;
import com.barraiser.check.Verdict;
import com.barraiser.columnar.ColumnarScan;
import com.barraiser.datasets.Field;
import com.barraiser.datasets.Format;
import com.barraiser.datasets.Table;
import com.barraiser.datasets.generate.Knobs;
import com.barraiser.datasets.read.Source;
import com.barraiser.datasets.read.TableReader;
import com.barraiser.datasets.write.TableWriter;
import com.barraiser.testing.CompilingSessions;
import com.barraiser.testing.Sample;
import com.barraiser.testing.WithSpark;
import com.barraiser.vocabulary.Answer.Order;
import com.barraiser.vocabulary.Case;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Question;
import com.barraiser.vocabulary.Shelf;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The solutions on columnar batches are right on files that give batches, not only beside them. */
@WithSpark
class ColumnarBlocksTest {

  static final String NAME = "columnar-blocks";

  private static final String WRITTEN = "written";

  /** A table that is taken for so large is shuffled into many partitions, and sums into some. */
  private static final long MANY_PARTITIONS_BYTES = 150L << 20;

  private final SparkSession spark;

  @TempDir private Path folder;

  ColumnarBlocksTest(SparkSession spark) {
    this.spark = CompilingSessions.of(spark);
  }

  static List<Question> questions() {
    return Catalogue.questions().stream()
        .filter(q -> Shelf.solutions(q).stream().anyMatch(s -> s.name().equals(NAME)))
        .toList();
  }

  /** Every fourth where this solution is the recommended one, every eighth of other questions. */
  static Stream<Arguments> manyInputs() {
    return questions().stream()
        .flatMap(
            q -> Sample.nth(recommending().contains(q) ? 4 : 8, 1, inputs(q).toList()).stream());
  }

  static Stream<Arguments> inputs() {
    return questions().stream().flatMap(ColumnarBlocksTest::inputs);
  }

  private static Stream<Arguments> inputs(Question question) {
    return Stream.concat(
            question.cases().stream(), LongStream.range(0, 3).mapToObj(question::generatedCase))
        .map(input -> named(question, input));
  }

  private static Arguments named(Question question, Case input) {
    return Arguments.argumentSet(question.name() + " " + input.name(), question, input);
  }

  private static List<Question> recommending() {
    return questions().stream().filter(q -> q.recommended().equals(NAME)).toList();
  }

  static Stream<Arguments> everyThirdCaseOfRecommended() {
    return recommending().stream()
        .flatMap(q -> Sample.nth(3, 0, q.cases()).stream().map(input -> named(q, input)));
  }

  @ParameterizedTest
  @MethodSource("everyThirdCaseOfRecommended")
  void recommendedIsRightOnEveryThirdNamedCaseInJsonLines(Question question, Case input)
      throws IOException {
    Path place = folder.resolve("lines");
    for (Table table : question.tables()) {
      Path file = Files.createDirectories(place.resolve(table.name())).resolve("rows.json");
      Files.write(file, input.tables().getOrDefault(table.name(), List.of()));
    }
    assertRight(question, input, opened(question, place.toString()));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void rightOnAGeneratedCaseThatLiesInFiles(Question question) {
    assertRight(question, question.generatedCase(0));
  }

  @ParameterizedTest
  @Tag("long")
  @MethodSource("manyInputs")
  void rightOnManyCasesThatLieInFiles(Question question, Case input) {
    assertRight(question, input);
  }

  @ParameterizedTest
  @Tag("by-hand")
  @MethodSource("inputs")
  void rightOnEveryCaseThatLiesInFiles(Question question, Case input) {
    assertRight(question, input);
  }

  @ParameterizedTest
  @Tag("long")
  @MethodSource("questions")
  void agreesWithAPlainSolutionOnSkewedRepeatedAndRejectedRows(Question question) {
    Knobs knobs = new Knobs(100_000, 5, 1.1, 0.1, 0.2, 0.02, 12);
    // By turns, so that both kinds of files meet some of the questions.
    Format format = questions().indexOf(question) % 2 == 0 ? Format.PARQUET : Format.DELTA;
    String place = folder.resolve(format.key()).toString();
    question.generator().write(spark, knobs, format, 5, place);
    assertAgrees(question, opened(question, place));
  }

  @ParameterizedTest
  @Tag("long")
  @MethodSource("questions")
  void agreesWithAPlainSolutionOnOddRows(Question question) {
    assertAgrees(question, oddTables(question, 60_000));
  }

  static List<Question> questionsWithOptionalColumns() {
    return questions().stream()
        .filter(q -> q.tables().stream().anyMatch(table -> !optional(table).isEmpty()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("questionsWithOptionalColumns")
  void agreesWithAPlainSolutionWhereTheFirstFileLacksOptionalColumns(Question question) {
    String whole = folder.resolve("whole").toString();
    String mixed = folder.resolve("mixed").toString();
    question.generator().write(spark, Knobs.rows(3_000), Format.PARQUET, 2, whole);
    for (Table table : question.tables()) {
      Dataset<Row> rows = spark.read().parquet(whole + "/" + table.name());
      String[] columns = optional(table).toArray(String[]::new);
      TableWriter.write(rows.drop(columns), Format.PARQUET, mixed + "/" + table.name() + "/a");
      TableWriter.write(rows, Format.PARQUET, mixed + "/" + table.name() + "/b");
    }
    assertAgrees(question, opened(question, mixed));
  }

  private static List<String> optional(Table table) {
    return table.fields().stream().filter(f -> !f.required()).map(Field::name).toList();
  }

  /** Files that Spark takes for large ones are shuffled into many partitions. */
  @Tag("long")
  @ParameterizedTest
  @MethodSource("questions")
  void agreesWithAPlainSolutionInManyPartitions(Question question) {
    String factor = "spark.sql.sources.fileCompressionFactor";
    long bytes =
        oddTables(question, 6_000).rows().values().stream()
            .mapToLong(ColumnarBlocksTest::sizeInBytes)
            .max()
            .orElseThrow();
    spark.conf().set(factor, MANY_PARTITIONS_BYTES / bytes);
    Tables tables = opened(question, folder.resolve(WRITTEN).toString());
    assertAgrees(question, tables);
    assertThat(tables.rows().values())
        .extracting(table -> ColumnarScan.of(table).orElseThrow().fewPartitions())
        .anyMatch(partitions -> partitions > 1);
  }

  private static long sizeInBytes(Dataset<Row> table) {
    var query = ((org.apache.spark.sql.classic.Dataset<Row>) table).queryExecution();
    return query.optimizedPlan().stats().sizeInBytes().longValue();
  }

  private Tables oddTables(Question question, long rows) {
    String place = folder.resolve("plain").toString();
    question
        .generator()
        .write(spark, new Knobs(rows, 6, 0, 0, 0.1, 0, 12), Format.PARQUET, 4, place);
    Map<String, Dataset<Row>> odd =
        opened(question, place).rows().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, table -> OddRows.of(table.getValue())));
    return written(question, odd, Format.PARQUET);
  }

  private void assertRight(Question question, Case input) {
    Tables small = CaseInputs.tables(spark, question, input);
    assertRight(question, input, written(question, small.rows(), Format.PARQUET));
  }

  private void assertRight(Question question, Case input, Tables tables) {
    Parameters parameters = Parameters.of(question, input.parameters(), tables);
    Judge judge = new Judge(spark, question);
    Verdict verdict =
        judge.verdict(
            () -> solution(question).answer(tables, parameters), judge.expected(input, parameters));
    assertThat(verdict.right()).as(verdict.toString()).isTrue();
  }

  private void assertAgrees(Question question, Tables tables) {
    Parameters parameters = Parameters.of(question, Map.of(), tables);
    // Read once, and compared twice.
    Dataset<Row> right = plain(question).answer(tables, parameters).cache();
    Checksum expected = Checksum.of(right, question.answer().schema());
    Dataset<Row> answer = solution(question).answer(tables, parameters);
    assertThat(expected.rows()).isPositive();
    assertThat(Checksum.of(answer, question.answer().schema())).isEqualTo(expected);
    if (question.answer().order() == Order.FIXED) {
      Judge judge = new Judge(spark, question);
      Verdict verdict = judge.verdict(Judge.rows(answer), Judge.rows(right));
      assertThat(verdict.right()).as(verdict.toString()).isTrue();
    }
    assertThat(Checksum.of(answer.repartition(3), question.answer().schema())).isEqualTo(expected);
    right.unpersist();
  }

  /** The recommended solution, or the first by name where that is the one that is tested. */
  private static Solution plain(Question question) {
    return Shelf.solutions(question).stream()
        .filter(other -> !other.name().equals(NAME) && !other.isApproximate())
        .min(comparing(other -> !other.name().equals(question.recommended())))
        .orElseThrow();
  }

  private static Solution solution(Question question) {
    return Shelf.solution(question, NAME);
  }

  private Tables written(Question question, Map<String, Dataset<Row>> rows, Format format) {
    String place = folder.resolve(WRITTEN).toString();
    rows.forEach((table, data) -> TableWriter.write(data.coalesce(2), format, place + "/" + table));
    return opened(question, place);
  }

  private Tables opened(Question question, String place) {
    Map<String, Dataset<Row>> rows =
        question.tables().stream()
            .collect(Collectors.toMap(Table::name, table -> opened(table, place)));
    return new Tables(rows, Map.of());
  }

  private Dataset<Row> opened(Table table, String place) {
    Source source = Source.at(spark.sessionState().newHadoopConf(), place + "/" + table.name());
    Dataset<Row> rows = TableReader.open(spark, table, source).rows();
    assertThat(ColumnarScan.of(rows)).as("scan of " + table.name()).isPresent();
    return rows;
  }
}
