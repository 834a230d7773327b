package com.barraiser.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.barraiser.datasets.Format;
import com.barraiser.datasets.Table;
import com.barraiser.datasets.generate.Knobs;
import com.barraiser.datasets.read.Source;
import com.barraiser.datasets.read.TableInput;
import com.barraiser.datasets.read.TableReader;
import com.barraiser.questions.Catalogue;
import com.barraiser.testing.Sample;
import com.barraiser.testing.WithSpark;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Peer;
import com.barraiser.vocabulary.Question;
import com.barraiser.vocabulary.Shelf;
import com.barraiser.vocabulary.Tables;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Other engines give the same answers. */
@WithSpark
class PeersTest {

  private final SparkSession spark;

  @TempDir private Path folder;

  PeersTest(SparkSession spark) {
    this.spark = spark;
  }

  /** Skewed, late, repeated and damaged rows; few keys, so that ties are common. */
  @Tag(Sample.TAG)
  @ParameterizedTest
  @MethodSource("peers")
  void peerGivesTheRecommendedSolutionsAnswer(Question question, Peer peer) {
    assertGivesTheSameAnswer(
        question, peer, new Knobs(4_000, 7, 0.8, 0.1, 0.1, 0.02, 7), Format.PARQUET);
  }

  /** Also what lines hold besides the columns; DuckDB stops at a line that is damaged. */
  @Tag(Sample.TAG)
  @Test
  void peersReadJsonLines() {
    for (String name : Sample.either(List.of("first-event"), List.of("category-share"))) {
      Question question = Catalogue.question(name);
      assertGivesTheSameAnswer(
          question,
          Shelf.peers(question).get(0),
          new Knobs(4_000, 7, 0.8, 0.1, 0.1, 0, 7),
          Format.JSON);
    }
  }

  private void assertGivesTheSameAnswer(Question question, Peer peer, Knobs knobs, Format format) {
    String place = folder.resolve(question.name()).toString();
    question.generator().write(spark, knobs, format, 2, place);
    BenchData data = data(question, place);
    Parameters parameters = Parameters.of(question, Map.of(), data.tables());
    Checksum expected =
        Checksum.of(
            Shelf.solution(question, question.recommended()).answer(data.tables(), parameters),
            question.answer().schema());
    assertThat(expected.rows()).isPositive();
    try (DuckDb duckDb = DuckDb.open(folder, 2, question.tables(), data)) {
      Contender contender = new DuckDbContender(spark, duckDb, question, peer, parameters);
      assertThat(contender.checksum()).isEqualTo(expected);
      contender.consume();
      assertThat(contender.plan()).isNotBlank();
    }
  }

  static List<? extends Arguments> peers() {
    return Sample.everyNth(
        5,
        Catalogue.questions().stream()
            .flatMap(
                question ->
                    Shelf.peers(question).stream()
                        .map(
                            peer ->
                                Arguments.argumentSet(
                                    question.name() + " " + peer.name(), question, peer)))
            .toList());
  }

  @Test
  void parametersBecomeLiterals() {
    Map<String, Object> values =
        Map.of(
            "as-of", Instant.parse("1969-12-31T23:59:59.999999Z"),
            "window", Duration.ofHours(36),
            "k", 10);
    assertThat(
            DuckDbContender.withLiterals(
                "SELECT x::BIGINT WHERE t <= :as_of AND t > :as_of - :window LIMIT :k;\n", values))
        .isEqualTo(
            "SELECT x::BIGINT WHERE t <= make_timestamptz(-1) AND t > make_timestamptz(-1)"
                + " - INTERVAL '129600000000 microseconds' LIMIT 10");
  }

  @Test
  void unknownMarkerIsSaid() {
    assertThatThrownBy(() -> DuckDbContender.withLiterals("SELECT :nope", Map.of()))
        .hasMessageContaining(":nope");
  }

  @Test
  void missingEngineIsSaidInALine() {
    assertThatThrownBy(() -> Peers.driver("org.example.Driver", folder))
        .hasMessageContaining("org.example.Driver is in no jar of " + folder);
  }

  private BenchData data(Question question, String place) {
    Map<String, Dataset<Row>> rows = new HashMap<>();
    Map<String, Source> sources = new HashMap<>();
    boolean rejected = false;
    for (Table table : question.tables()) {
      Source source = Source.at(spark.sessionState().newHadoopConf(), place + "/" + table.name());
      TableInput input = TableReader.open(spark, table, source);
      rows.put(table.name(), input.rows());
      sources.put(table.name(), source);
      rejected |= !input.rejectCounts().isEmpty();
    }
    return new BenchData(4_000, new Tables(rows, Map.of()), sources, rejected);
  }
}
