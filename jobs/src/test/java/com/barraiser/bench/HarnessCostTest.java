package com.barraiser.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.datasets.Format;
import com.barraiser.datasets.Table;
import com.barraiser.datasets.generate.Knobs;
import com.barraiser.datasets.read.Source;
import com.barraiser.datasets.read.TableReader;
import com.barraiser.questions.Catalogue;
import com.barraiser.testing.CompilingSessions;
import com.barraiser.testing.WithSpark;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Question;
import com.barraiser.vocabulary.Shelf;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is measured is the solution, not the harness around it. */
@Tag("by-hand")
@WithSpark
class HarnessCostTest {

  private static final double MOST = 1.03;
  private static final int PAIRS = 9;
  private static final long ROWS = 1_000_000;
  private static final double NANOS = 1e9;

  private final SparkSession spark;

  @TempDir private Path folder;

  HarnessCostTest(SparkSession spark) {
    this.spark = CompilingSessions.of(spark);
  }

  /**
   * The shortest of many runs: what else the machine does only ever adds. A plain run and a
   * measured one take turns, since later ones profit from compiled code.
   */
  @Test
  void harnessAddsLessThanThreePercent() {
    Question question = Catalogue.questions().get(0);
    Solution solution = Shelf.solution(question, "packed-values");
    BenchData data = generated(question);
    Parameters parameters = Parameters.of(question, Map.of(), data.tables());
    List<Double> plain = new ArrayList<>();
    List<Double> measured = new ArrayList<>();
    for (int pair = 0; pair < PAIRS; pair++) {
      plain.add(plain(solution, data.tables(), parameters));
      measured.add(measured(question, solution, data, parameters));
    }
    String figures = "plain %s s, in the harness %s s".formatted(plain, measured);
    System.out.println(figures);
    assertThat(Collections.min(measured)).as(figures).isLessThan(Collections.min(plain) * MOST);
  }

  private static double plain(Solution solution, Tables tables, Parameters parameters) {
    long start = System.nanoTime();
    solution.answer(tables, parameters).write().format("noop").mode(SaveMode.Overwrite).save();
    return (System.nanoTime() - start) / NANOS;
  }

  private double measured(
      Question question, Solution solution, BenchData data, Parameters parameters) {
    Scale scale = new Scale(Scale.Unit.ROWS, ROWS);
    Setup setup = new Setup(question.name(), scale, ROWS, Map.of(), 1, Duration.ofMinutes(5));
    TableContest contest =
        new TableContest(setup, question, List.of(solution), List.of(), folder, data, parameters);
    return new Experiment(spark, contest, line -> {}).measure().get(0).times().orElseThrow().min();
  }

  private BenchData generated(Question question) {
    String place = folder.resolve("data").toString();
    question.generator().write(spark, Knobs.rows(ROWS), Format.PARQUET, 2, place);
    Table table = question.tables().get(0);
    Source source = Source.at(spark.sessionState().newHadoopConf(), place + "/" + table.name());
    Tables tables =
        new Tables(Map.of(table.name(), TableReader.open(spark, table, source).rows()), Map.of());
    return new BenchData(ROWS, tables, Map.of(table.name(), source), false);
  }
}
