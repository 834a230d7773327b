package com.barraiser.questions;

import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.check.CaseInputs;
import com.barraiser.check.Judge;
import com.barraiser.check.stages.SharedTrials;
import com.barraiser.datasets.Tuple;
import com.barraiser.testing.Sample;
import com.barraiser.testing.WithSpark;
import com.barraiser.vocabulary.Case;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Question;
import com.barraiser.vocabulary.Shelf;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every question of the catalogue promises, with one test body for all. */
@WithSpark
public class SolutionsTest {

  private final SparkSession spark;

  SolutionsTest(SparkSession spark) {
    this.spark = spark;
  }

  @ParameterizedTest
  @MethodSource("questions")
  void modelAgreesWithTheAnswerWorkedOutByHand(Question question) {
    Judge judge = new Judge(spark, question);
    Case example = question.example();
    Tables tables = CaseInputs.tables(spark, question, example);
    Parameters parameters = Parameters.of(question, example.parameters(), tables);
    assertThat(judge.expected(example, parameters).rows())
        .containsExactlyInAnyOrderElementsOf(
            question.exampleAnswer().stream().map(Tuple::values).toList());
  }

  /**
   * The recommended solution meets every second case everyday, and the others with the long tests;
   * any other one every twentieth, and another twentieth. Tables in memory give no batches: where
   * columnar blocks are recommended, this is about what answers instead, so they are one of the
   * others here, and {@link ColumnarBlocksTest} is about them.
   */
  @Tag(Sample.TAG)
  @ParameterizedTest
  @MethodSource("solutions")
  void solutionIsRightOnNamedCases(Question question, Solution solution) {
    List<Case> cases = question.cases();
    boolean isPlainAndRecommended =
        isRecommended(question, solution) && !solution.name().equals(ColumnarBlocksTest.NAME);
    int nth = isPlainAndRecommended ? 2 : 20;
    int place =
        isPlainAndRecommended
            ? Sample.either(0, 1)
            : Math.floorMod(solution.name().hashCode() + Sample.either(10, 0), nth);
    assertRight(question, solution, Sample.nth(nth, place, cases));
  }

  @Tag(Sample.TAG)
  @ParameterizedTest
  @MethodSource("solutions")
  void solutionIsRightOnGeneratedCases(Question question, Solution solution) {
    int seeds = isRecommended(question, solution) ? 2 : 1;
    assertRight(
        question,
        solution,
        Sample.either(generated(question, 0, seeds), generated(question, seeds, 4 * seeds)));
  }

  @Tag("by-hand")
  @ParameterizedTest
  @MethodSource("solutions")
  void solutionIsRightOnEveryCase(Question question, Solution solution) {
    assertRight(question, solution, question.cases());
    assertRight(question, solution, generated(question, 0, 20));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void questionHasItsExampleFirstAndEnoughSolutionsAndMutants(Question question) {
    assertThat(question.cases()).extracting(Case::name).doesNotHaveDuplicates();
    assertThat(question.cases().get(0)).isEqualTo(question.example());
    assertThat(Shelf.solutions(question)).hasSizeGreaterThanOrEqualTo(3);
    assertThat(Shelf.mutants(question)).hasSizeGreaterThanOrEqualTo(6);
  }

  @ParameterizedTest
  @MethodSource("everyAnswer")
  void solutionSaysWhyItExistsInOneLine(Question question, Solution solution) {
    assertThat(solution.why()).isNotBlank().doesNotContain("\n").hasSizeLessThan(200);
  }

  @Test
  void recommendedSolutionExists() {
    for (Question question : Catalogue.questions()) {
      assertThat(exact(question)).extracting(Solution::name).contains(question.recommended());
    }
  }

  static List<Question> questions() {
    return Catalogue.questions();
  }

  /** Everyday, the recommended ones; every second of the others with the long tests. */
  static List<Arguments> sampledSolutions() {
    BiPredicate<Question, Solution> isRecommended = SolutionsTest::isRecommended;
    return Sample.either(
        exact(isRecommended).toList(), Sample.nth(2, 0, exact(isRecommended.negate()).toList()));
  }

  static Stream<Arguments> solutions() {
    return exact((question, solution) -> true);
  }

  private static Stream<Arguments> exact(BiPredicate<Question, Solution> wanted) {
    return questions().stream()
        .flatMap(q -> exact(q).filter(s -> wanted.test(q, s)).map(s -> named(q, s)));
  }

  private static Stream<Solution> exact(Question question) {
    return Shelf.solutions(question).stream().filter(solution -> !solution.isApproximate());
  }

  public static Stream<Arguments> mutants() {
    return questions().stream()
        .flatMap(q -> Shelf.mutants(q).stream().map(mutant -> named(q, (Solution) mutant)));
  }

  static Stream<Arguments> everyAnswer() {
    return questions().stream()
        .flatMap(
            q ->
                Stream.concat(
                        Shelf.solutions(q).stream(),
                        Shelf.mutants(q).stream().map(Solution.class::cast))
                    .map(solution -> named(q, solution)));
  }

  private static Arguments named(Question question, Solution solution) {
    return Arguments.argumentSet(question.name() + " " + solution.name(), question, solution);
  }

  private static boolean isRecommended(Question question, Solution solution) {
    return solution.name().equals(question.recommended());
  }

  private static List<Case> generated(Question question, long from, long to) {
    return LongStream.range(from, to).mapToObj(question::generatedCase).toList();
  }

  private void assertRight(Question question, Solution solution, List<Case> cases) {
    assertThat(SharedTrials.of(spark, question).all(solution, cases))
        .hasSameSizeAs(cases)
        .allSatisfy(trial -> assertThat(trial.right()).as("%s", trial).isTrue());
  }
}
