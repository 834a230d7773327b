package com.barraiser.check.warehouse;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.datasets.Table;
import com.barraiser.datasets.Tuple;
import com.barraiser.datasets.read.LineTuples;
import com.barraiser.questions.Catalogue;
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
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sequences that are tried as one leave in the tables what each leaves alone. */
class TogetherTest {

  @ParameterizedTest
  @MethodSource("questions")
  void sequencesAtOnceLeaveWhatTheyLeaveAlone(StatefulQuestion question) {
    List<Sequence> alone =
        Stream.concat(
                question.sequences().stream(),
                LongStream.range(0, 20).mapToObj(question::generatedSequence))
            .toList();
    Sequence together = Together.of(question, "together", alone, 1).get(0);
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

  @ParameterizedTest
  @MethodSource("questions")
  void everySequenceIsInOneOfTheParts(StatefulQuestion question) {
    List<Sequence> alone = question.sequences();
    List<Sequence> parts = Together.of(question, "part", alone, 3);
    assertThat(parts).extracting(Sequence::name).containsExactly("part-1", "part-2", "part-3");
    assertThat(lines(parts)).isEqualTo(lines(alone));
  }

  private static long lines(List<Sequence> sequences) {
    return sequences.stream()
        .flatMap(sequence -> sequence.batches().stream())
        .flatMap(batch -> batch.feeds().values().stream())
        .mapToLong(List::size)
        .sum();
  }

  private static Map<String, List<Tuple>> tables(
      StatefulQuestion question, Sequence sequence, int loaded) {
    return question
        .model()
        .tables(
            sequence.batches().stream()
                .limit(loaded)
                .map(batch -> new Arrived(accepted(question, batch), new Parameters(Map.of())))
                .toList());
  }

  private static Map<String, List<Tuple>> accepted(StatefulQuestion question, Batch batch) {
    return question.feeds().stream()
        .collect(
            toMap(
                Table::name,
                feed ->
                    LineTuples.accepted(feed, batch.feeds().getOrDefault(feed.name(), List.of()))));
  }

  /** The cells that do not say which sequence a row is of: neither keys nor days. */
  private static List<List<Object>> unchanged(
      StatefulQuestion question, JudgedTable table, List<Tuple> rows) {
    StructField[] fields = table.contract().schema().fields();
    int[] kept =
        IntStream.range(0, fields.length)
            .filter(i -> !question.apart().contains(fields[i].name()))
            .filter(i -> !fields[i].dataType().equals(DataTypes.DateType))
            .toArray();
    return rows.stream()
        .map(row -> IntStream.of(kept).mapToObj(i -> row.values().get(i)).toList())
        .toList();
  }

  static List<StatefulQuestion> questions() {
    return Catalogue.stateful();
  }
}
