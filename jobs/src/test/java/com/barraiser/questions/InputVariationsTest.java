package com.barraiser.questions;

import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.check.Judge;
import com.barraiser.check.Judge.Expected;
import com.barraiser.check.Verdict;
import com.barraiser.datasets.Table;
import com.barraiser.datasets.read.Source;
import com.barraiser.datasets.read.TableReader;
import com.barraiser.testing.DatasetEquality;
import com.barraiser.testing.Sample;
import com.barraiser.testing.WithSpark;
import com.barraiser.vocabulary.Case;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Question;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An answer does not depend on the order of the rows, nor on files and partitions. */
@WithSpark
class InputVariationsTest {

  private static final long SEED = 1_000;
  private static final int[] FILES = {1, 8};
  private static final int[] PARTITIONS = {1, 5};

  private final SparkSession spark;

  @TempDir private Path folder;

  InputVariationsTest(SparkSession spark) {
    this.spark = spark;
  }

  @Tag(Sample.TAG)
  @ParameterizedTest
  @MethodSource("com.barraiser.questions.SolutionsTest#sampledSolutions")
  void answerIsTheSameForAnyRowOrderFilesAndPartitions(Question question, Solution solution)
      throws IOException {
    Case input = question.generatedCase(SEED);
    Judge judge = new Judge(spark, question);
    Dataset<Row> first = null;
    for (int i = 0; i < FILES.length; i++) {
      Tables tables = written(question, input, FILES[i], PARTITIONS[i]);
      Parameters parameters = Parameters.of(question, input.parameters(), tables);
      Expected expected = judge.expected(input, parameters);
      Computed answer = new Computed(() -> solution.answer(tables, parameters));
      Verdict verdict = judge.verdict(answer, expected);
      assertThat(verdict.right())
          .as("%s from %d files: %s", solution.name(), FILES[i], verdict)
          .isTrue();
      if (expected.refusal().isEmpty()) {
        first = first == null ? answer.get() : first;
        DatasetEquality.assertSameRows(first, answer.get());
      }
    }
  }

  /** Shuffles the lines of every table into that many files, and reads them as a run does. */
  private Tables written(Question question, Case input, int files, int partitions)
      throws IOException {
    Map<String, Dataset<Row>> rows = new HashMap<>();
    for (Table table : question.tables()) {
      Path place = Files.createDirectories(folder.resolve(table.name() + "-" + files));
      List<String> lines = new ArrayList<>(input.tables().getOrDefault(table.name(), List.of()));
      Collections.shuffle(lines, new Random(files));
      for (int file = 0; file < files; file++) {
        int from = lines.size() * file / files;
        int to = lines.size() * (file + 1) / files;
        Files.write(place.resolve(file + ".json"), lines.subList(from, to));
      }
      Source source = Source.at(spark.sessionState().newHadoopConf(), place.toString());
      rows.put(table.name(), TableReader.open(spark, table, source).rows().repartition(partitions));
    }
    return new Tables(rows, Map.of());
  }

  /** An answer whose rows are computed once, however often they are compared. */
  private final class Computed implements Supplier<Dataset<Row>> {

    private final Supplier<Dataset<Row>> answer;
    private Dataset<Row> rows;

    private Computed(Supplier<Dataset<Row>> answer) {
      this.answer = answer;
    }

    @Override
    public Dataset<Row> get() {
      if (rows == null) {
        Dataset<Row> planned = answer.get();
        rows = spark.createDataFrame(planned.collectAsList(), planned.schema());
      }
      return rows;
    }
  }
}
