package com.barraiser.check.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.datasets.Tuple;
import com.barraiser.questions.Catalogue;
import com.barraiser.questions.shippedrevenue.ShippedRevenue;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.warehouse.Batch;
import com.barraiser.vocabulary.warehouse.JudgedTable;
import com.barraiser.vocabulary.warehouse.Sequence;
import com.barraiser.vocabulary.warehouse.StatefulQuestion;
import com.barraiser.vocabulary.warehouse.WarehouseModel.Arrived;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sequences that are tried as one leave in the tables what each leaves alone. */
class CombinedSequencesTest {

  @ParameterizedTest
  @MethodSource("questions")
  void sequencesAtOnceLeaveWhatTheyLeaveAlone(StatefulQuestion question) {
    List<Sequence> all =
        Stream.concat(
                question.sequences().stream(),
                LongStream.range(0, 20).mapToObj(question::generatedSequence))
            .toList();
    CombinedSequences combined = CombinedSequences.of(question, "all", all);
    List<Sequence> alone = combined.sequences();
    assertThat(alone).hasSizeGreaterThan(all.size() / 2);
    Sequence together = combined.sequence();
    for (int loaded = 1; loaded <= together.batches().size(); loaded++) {
      Map<String, List<Tuple>> tables = tables(question, together, loaded);
      for (JudgedTable table : question.tables()) {
        List<List<Object>> expected = new ArrayList<>();
        for (Sequence sequence : alone) {
          expected.addAll(
              unchanged(question, table, tables(question, sequence, loaded).get(table.name())));
        }
        assertThat(unchanged(question, table, tables.get(table.name())))
            .as("%s after batch %d", table.name(), loaded)
            .containsExactlyInAnyOrderElementsOf(expected);
      }
    }
  }

  @Test
  void halvesEndWithEverySequenceByItself() {
    List<CombinedSequences> parts = new ArrayList<>(List.of(combined("a", "b", "c", "d", "e")));
    List<String> singles = new ArrayList<>();
    while (!parts.isEmpty()) {
      CombinedSequences part = parts.remove(0);
      if (part.halves().isEmpty()) {
        singles.add(part.name() + " " + part.sequence().name());
      }
      parts.addAll(part.halves());
    }
    assertThat(singles).containsExactlyInAnyOrder("a a", "b b", "c c", "d d", "e e");
  }

  @Test
  void halvesHaveNumbers() {
    List<CombinedSequences> halves = combined("a", "b", "c", "d", "e").halves();
    assertThat(halves).extracting(CombinedSequences::name).containsExactly("all-1", "all-2");
    assertThat(halves)
        .extracting(half -> half.sequence().catches())
        .containsExactly("what these catch: a, c, e", "what these catch: b, d");
  }

  @Test
  void sequencesWithParametersOrInterruptionsAreNotCombined() {
    Batch batch = new Batch(Map.of(), Map.of("date", "2024-03-01"));
    List<Sequence> others =
        List.of(
            new Sequence("a", "", List.of(batch)),
            Sequence.interrupted("b", "", List.of(new Batch(Map.of(), Map.of()))));
    assertThat(CombinedSequences.of(Catalogue.stateful().get(0), "all", others).sequences())
        .isEmpty();
  }

  private static CombinedSequences combined(String... names) {
    return CombinedSequences.of(
        Catalogue.stateful().get(0),
        "all",
        Stream.of(names).map(name -> new Sequence(name, "", List.of())).toList());
  }

  private static Map<String, List<Tuple>> tables(
      StatefulQuestion question, Sequence sequence, int loaded) {
    return question
        .model()
        .tables(
            sequence.batches().stream()
                .limit(loaded)
                .map(
                    batch ->
                        new Arrived(batch.accepted(question.feeds()), new Parameters(Map.of())))
                .toList());
  }

  /** The cells that do not say which sequence a row is of. */
  private static List<List<Object>> unchanged(
      StatefulQuestion question, JudgedTable table, List<Tuple> rows) {
    StructField[] fields = table.contract().schema().fields();
    int[] kept =
        IntStream.range(0, fields.length)
            .filter(i -> !question.namespacedColumns().contains(fields[i].name()))
            .filter(i -> !fields[i].name().equals(ShippedRevenue.SHIP_DATE))
            .toArray();
    return rows.stream()
        .map(row -> IntStream.of(kept).mapToObj(i -> row.values().get(i)).toList())
        .toList();
  }

  static List<StatefulQuestion> questions() {
    return Catalogue.stateful();
  }
}
