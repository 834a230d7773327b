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
 * Many sequences as one: all their first batches arrive at once, then all their second ones, and so
 * on. The rows of each are given keys of their own, so what one of them leaves in the tables is
 * what it leaves alone, and all of them have been tried after as many batches as the longest has.
 *
 * @param sequences without those whose batches set parameters, which would be set for all
 */
record Together(StatefulQuestion question, List<Sequence> sequences) {

  /**
   * Sequences as a few.
   *
   * @param name what the few are called, but for their number, from 1
   * @param parts how many there shall be
   */
  static List<Sequence> of(
      StatefulQuestion question, String name, List<Sequence> sequences, int parts) {
    List<Sequence> joinable = sequences.stream().filter(Together::setsNothing).toList();
    return IntStream.range(0, parts)
        .mapToObj(
            part ->
                new Together(question, everyOther(joinable, parts, part))
                    .as(name + "-" + (part + 1)))
        .toList();
  }

  private static boolean setsNothing(Sequence sequence) {
    return sequence.batches().stream().allMatch(batch -> batch.parameters().isEmpty());
  }

  private static List<Sequence> everyOther(List<Sequence> sequences, int step, int first) {
    return IntStream.iterate(first, i -> i < sequences.size(), i -> i + step)
        .mapToObj(sequences::get)
        .toList();
  }

  private Sequence as(String name) {
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
    ApartLines apart = new ApartLines(feed, question.apart(), sequence, number);
    return sequence.batches().stream()
        .skip(index)
        .limit(1)
        .flatMap(batch -> batch.feeds().getOrDefault(feed.name(), List.of()).stream())
        .map(apart::line);
  }
}
