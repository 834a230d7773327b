package com.barraiser.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.check.SmallSessions;
import com.barraiser.datasets.Format;
import com.barraiser.datasets.generate.Knobs;
import com.barraiser.questions.Catalogue;
import com.barraiser.testing.WithSpark;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Shelf;
import com.barraiser.vocabulary.Tables;
import com.barraiser.vocabulary.warehouse.Arrival;
import com.barraiser.vocabulary.warehouse.BatchFolders;
import com.barraiser.vocabulary.warehouse.Refresh;
import com.barraiser.vocabulary.warehouse.StatefulQuestion;
import com.barraiser.vocabulary.warehouse.Warehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One more day is loaded into warehouses that hold some days already. */
@WithSpark
class HistoryContestTest {

  private static final long ROWS_PER_DAY = 40;

  private final SparkSession spark;

  @TempDir private Path folder;

  HistoryContestTest(SparkSession spark) {
    this.spark = SmallSessions.forFewRows(spark);
  }

  @BeforeEach
  void useSmallSession() {
    SparkSession.setActiveSession(spark);
  }

  @Tag("long")
  @Test
  void rightRefreshIsTimedAndWrongOneIsNot() throws IOException {
    StatefulQuestion question = stateful("prime-delivery");
    Refresh right = recommended(question);
    List<Measurement> found = measure(question, 1, 1, new NothingAfterTheFirst(right), right);
    Measurement wrong = found.get(0);
    assertThat(wrong.outcome()).isEqualTo(Outcome.WRONG);
    assertThat(wrong.times()).isEmpty();
    assertThat(wrong.acceptable()).isFalse();
    Measurement measured = found.get(1);
    assertThat(measured.outcome()).as(measured.detail()).isEqualTo(Outcome.MEASURED);
    assertThat(measured.times().orElseThrow().seconds()).hasSize(1);
    assertThat(measured.stages()).isNotEmpty();
    assertThat(measured.facts())
        .containsEntry("rows", ROWS_PER_DAY)
        .containsEntry("vary", Map.of("history", "1"));
    assertThat(kept()).hasSize(2).noneMatch(name -> name.startsWith("runs-"));
  }

  @Tag("by-hand")
  @Test
  void everyRunStartsFromTheSameHistory() {
    StatefulQuestion question = stateful("prime-delivery");
    for (int days : new int[] {1, 2}) {
      List<Measurement> found = measure(question, days, 2, recommended(question));
      // A day that had been loaded before would write nothing.
      assertThat(found.get(0).stages()).hasSizeGreaterThan(20);
      assertThat(found.get(0).rows()).isEqualTo(days * ROWS_PER_DAY);
    }
  }

  @Test
  void warehouseThatWasLoadedOtherwiseIsNotUsedAgain() throws IOException {
    StatefulQuestion question = stateful("orders-fact");
    assertThat(keptAfterOneMore(question, "2", Map.of())).hasSize(1);
    assertThat(keptAfterOneMore(question, "2", Map.of())).hasSize(1);
    assertThat(keptAfterOneMore(question, "3", Map.of())).hasSize(2);
    assertThat(keptAfterOneMore(question, "2", Map.of("late", "0.3"))).hasSize(3);
    spark.conf().set("spark.sql.shuffle.partitions", 3);
    assertThat(keptAfterOneMore(question, "2", Map.of())).hasSize(4);
  }

  @Tag("by-hand")
  @Test
  void historyThatCannotBeLoadedIsAResult() {
    StatefulQuestion question = stateful("prime-delivery");
    List<Measurement> found = measure(question, 1, 1, new Failing());
    assertThat(found.get(0).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(found.get(0).detail()).contains("on purpose");
  }

  @Tag("by-hand")
  @ParameterizedTest
  @MethodSource("questions")
  void allSolutionsComeToTheSameTables(StatefulQuestion question) {
    Refresh[] all =
        Shelf.approaches(question).stream().map(Refresh.class::cast).toArray(Refresh[]::new);
    assertThat(measure(question, 3, 1, all))
        .allSatisfy(
            one -> assertThat(one.outcome()).as(one.toString()).isEqualTo(Outcome.MEASURED));
  }

  static List<StatefulQuestion> questions() {
    return Catalogue.stateful();
  }

  private List<Measurement> measure(
      StatefulQuestion question, int days, int runs, Refresh... refreshes) {
    long rows = ROWS_PER_DAY * (days + 1);
    Knobs knobs = new Knobs(rows, 1, 0, 0.1, 0, 0, days + 1);
    String data = folder.resolve(question.name() + days).toString();
    if (!Files.exists(Path.of(data))) {
      question.generator().writeHistory(spark, knobs, Format.PARQUET, 1, data);
    }
    List<Arrival> batches =
        new BatchFolders(question).arrivals(Warehouse.at(spark, data), data, Map.of());
    HistoryContest contest = contest(question, days, runs, Map.of(), batches, List.of(refreshes));
    return new Experiment(spark, contest, line -> {}).measure();
  }

  private HistoryContest contest(
      StatefulQuestion question,
      int days,
      int runs,
      Map<String, String> vary,
      List<Arrival> batches,
      List<Refresh> refreshes) {
    Setup setup =
        new Setup(
            question.name(),
            new Scale(Scale.Unit.HISTORY, days),
            ROWS_PER_DAY * days,
            vary,
            runs,
            Duration.ofMinutes(2));
    return new HistoryContest(
        setup, question, refreshes, batches.get(0), batches.get(1), folder.resolve("kept" + days));
  }

  /** What is kept once one more contest has set up its only contender. */
  private List<String> keptAfterOneMore(
      StatefulQuestion question, String backfillDays, Map<String, String> vary) throws IOException {
    Path batch = Files.createDirectories(folder.resolve("batch"));
    Files.writeString(batch.resolve("order_lines.json"), "");
    List<Arrival> arrivals =
        new BatchFolders(question)
            .arrivals(
                Warehouse.at(spark, folder.toString()),
                batch.toString(),
                Map.of("date", "2024-03-01", "backfill-days", backfillDays));
    List<Arrival> twice = List.of(arrivals.get(0), arrivals.get(0));
    HistoryContest contest = contest(question, 1, 1, vary, twice, List.of(new FolderOnly()));
    try (Contender contender = contest.contenders(spark).get(0)) {
      contender.setUp();
    }
    return kept();
  }

  private List<String> kept() throws IOException {
    try (Stream<Path> all = Files.walk(folder, 2)) {
      return all.filter(path -> path.getParent().getFileName().toString().startsWith("kept"))
          .map(path -> path.getFileName().toString())
          .toList();
    }
  }

  private static StatefulQuestion stateful(String name) {
    return (StatefulQuestion) Catalogue.exercise(name);
  }

  private static Refresh recommended(StatefulQuestion question) {
    return (Refresh) Shelf.approach(question, question.recommended());
  }

  /** Loads the first batch of a warehouse and forgets all others. */
  private static final class NothingAfterTheFirst implements Refresh {

    private final Refresh right;

    NothingAfterTheFirst(Refresh right) {
      this.right = right;
    }

    @Override
    public void refresh(Warehouse warehouse, Tables batch, Parameters parameters) {
      if (!warehouse.exists("fact_delivery")) {
        right.refresh(warehouse, batch, parameters);
      }
    }
  }

  /** Loads nothing ever. */
  private static final class Failing implements Refresh {
    @Override
    public void refresh(Warehouse warehouse, Tables batch, Parameters parameters) {
      throw new IllegalStateException("on purpose");
    }
  }

  /** Makes a warehouse without tables. */
  private static final class FolderOnly implements Refresh {
    @Override
    public void refresh(Warehouse warehouse, Tables batch, Parameters parameters) {
      try {
        Files.createDirectories(Path.of(URI.create(warehouse.folder())));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
