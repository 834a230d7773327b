package com.barraiser.questions.joborder;

import static com.barraiser.datasets.tables.Dependencies.TABLE;
import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.datasets.Tuple;
import com.barraiser.datasets.read.LineTuples;
import com.barraiser.vocabulary.NoAnswerException;
import com.barraiser.vocabulary.Parameters;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which messages name one whole cycle. The edges are written as {@code a>b}. */
class CycleInTextTest {

  @ParameterizedTest
  @CsvSource({
    "a>b b>a, a -> b -> a",
    "a>b b>a, b -> a -> b",
    "a>b b>a, there is a cycle: a -> b -> a.",
    "a>b b>a, 'no order (a -> b -> a), so there'",
    "a>a, a -> a",
    "a>b b>a, 'java.lang.RuntimeException: [a -> b -> a]'",
    "a>b b>a b>c c>b, a -> b -> a",
    "a>b b>a b>c c>b, c -> b -> c",
    "a>b b>c c>a, b -> c -> a -> b",
    "ab>b b>ab, ab -> b -> ab",
    "a>ab ab>a, a -> ab -> a"
  })
  void wholeCycleIsFoundAmongOtherWords(String edges, String message) {
    assertThat(isNamed(edges, message)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "a>b b>a, ''",
    "a>b b>a, null",
    "a>b b>a, a",
    "a>b b>a, a -> b",
    "a>b b>a, a -> a",
    "a>b b>a, a->b->a",
    "a>b b>a, a -> b -> ab",
    "a>b b>a, ba -> b -> a",
    "a>b b>a, a -> b -> a -> b -> a",
    "a>b b>c c>a, a -> c -> b -> a",
    "a>b b>c c>a, a -> b -> c",
    "a>b b>c c>b, a -> b -> c -> b",
    "a>b b>a a>c, a -> b -> a -> c",
    "a>b b>a b>c c>b, a -> b -> c -> b -> a",
    "a>b b>a, A -> B -> A"
  })
  void anythingElseIsNotEnough(String edges, String message) {
    assertThat(isNamed(edges, message)).isFalse();
  }

  @Test
  void namesMayHoldArrowsAndLineBreaks() {
    List<Tuple> edges = List.of(edge("a -> b", "line\nbreak"), edge("line\nbreak", "a -> b"));
    assertThat(new CycleInText(edges, "x: a -> b -> line\nbreak -> a -> b!").isThere()).isTrue();
    assertThat(new CycleInText(edges, "x: a -> b -> line\nbreak -> a").isThere()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void modelNamesACycleWhereItNamesAny(long seed) {
    JobOrder question = new JobOrder();
    Map<String, List<String>> lines = question.generatedCase(seed).tables();
    Map<String, List<Tuple>> tables =
        Map.of(
            "dependencies",
                LineTuples.accepted(question.tables().get(0), lines.get("dependencies")),
            "jobs", LineTuples.accepted(question.tables().get(1), lines.get("jobs")));
    try {
      assertThat(question.model().answer(tables, new Parameters(Map.of()))).isNotNull();
    } catch (NoAnswerException e) {
      assertThat(question.failsRightly(tables, e.getMessage())).as(e.getMessage()).isTrue();
    }
  }

  @Test
  void someGeneratedGraphsHaveACycleAndMostHaveNone() {
    long cycles = seeds().filter(CycleInTextTest::hasCycle).count();
    assertThat(cycles).isBetween(10L, 90L);
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  private static boolean hasCycle(long seed) {
    JobOrder question = new JobOrder();
    Map<String, List<String>> lines = question.generatedCase(seed).tables();
    List<Tuple> edges = LineTuples.accepted(question.tables().get(0), lines.get("dependencies"));
    try {
      question
          .model()
          .answer(Map.of("dependencies", edges, "jobs", List.of()), new Parameters(Map.of()));
      return false;
    } catch (NoAnswerException e) {
      return true;
    }
  }

  private static boolean isNamed(String edges, String message) {
    List<Tuple> tuples =
        Arrays.stream(edges.split(" "))
            .map(text -> text.split(">"))
            .map(jobs -> edge(jobs[0], jobs[1]))
            .toList();
    return new CycleInText(tuples, message).isThere();
  }

  private static Tuple edge(String upstream, String downstream) {
    return Tuple.of(TABLE.columns(), upstream, downstream);
  }
}
