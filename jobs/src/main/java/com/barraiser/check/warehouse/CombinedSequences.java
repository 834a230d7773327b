package com.barraiser.check.warehouse;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import com.barraiser.datasets.Table;
import com.barraiser.vocabulary.warehouse.Batch;
import com.barraiser.vocabulary.warehouse.Sequence;
import com.barraiser.vocabulary.warehouse.StatefulQuestion;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Sequences that are tried as one: all their first batches arrive at once, then all their second
 * ones, and so on. The keys of each lie in a namespace, so what it leaves in the tables is what it
 * leaves alone, and all of them have been tried after as many batches as the longest has.
 *
 * @param name what they are called as one
 * @param sequences of which no batch sets a parameter, which would be set for all, and no run is
 *     interrupted
 */
record CombinedSequences(StatefulQuestion question, String name, List<Sequence> sequences) {

  /** Those of some sequences that can be combined. */
  static CombinedSequences of(StatefulQuestion question, String name, List<Sequence> sequences) {
    return new CombinedSequences(
        question, name, sequences.stream().filter(CombinedSequences::canBeCombined).toList());
  }

  private static boolean canBeCombined(Sequence sequence) {
    return !sequence.interrupted()
        && sequence.batches().stream().allMatch(batch -> batch.parameters().isEmpty());
  }

  /** Every other one, and the rest; a single one has no halves, and its own name as a half. */
  List<CombinedSequences> halves() {
    return sequences.size() < 2 ? List.of() : List.of(half(0), half(1));
  }

  private CombinedSequences half(int first) {
    List<Sequence> half =
        IntStream.iterate(first, i -> i < sequences.size(), i -> i + 2)
            .mapToObj(sequences::get)
            .toList();
    return new CombinedSequences(
        question, half.size() == 1 ? half.get(0).name() : name + "-" + (first + 1), half);
  }

  /** The one; a single sequence as it is. */
  Sequence sequence() {
    if (sequences.size() == 1) {
      return sequences.get(0);
    }
    int longest = sequences.stream().mapToInt(one -> one.batches().size()).max().orElse(0);
    return new Sequence(
        name,
        "what these catch: " + sequences.stream().map(Sequence::name).collect(joining(", ")),
        IntStream.range(0, longest).mapToObj(this::batch).toList());
  }

  private Batch batch(int index) {
    Map<String, List<String>> feeds =
        question.feeds().stream().collect(toMap(Table::name, feed -> lines(feed, index)));
    return new Batch(feeds, Map.of());
  }

  private List<String> lines(Table feed, int index) {
    return IntStream.range(0, sequences.size())
        .boxed()
        .flatMap(number -> lines(feed, index, number))
        .toList();
  }

  private Stream<String> lines(Table feed, int index, int number) {
    Sequence sequence = sequences.get(number);
    NamespacedLines namespaced =
        new NamespacedLines(feed, question.namespacedColumns(), sequence.name(), number);
    return sequence.batches().stream()
        .skip(index)
        .limit(1)
        .flatMap(batch -> batch.lines(feed).stream())
        .map(namespaced::line);
  }
}
