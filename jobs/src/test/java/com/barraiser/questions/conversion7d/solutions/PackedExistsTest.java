package com.barraiser.questions.conversion7d.solutions;

import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.check.stages.SharedTrials;
import com.barraiser.questions.Catalogue;
import com.barraiser.testing.Sample;
import com.barraiser.testing.WithSpark;
import com.barraiser.vocabulary.Case;
import com.barraiser.vocabulary.Question;
import com.barraiser.vocabulary.Solution;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All cases are small, so that no customer would be busy in them; here some are, or all. */
@WithSpark
class PackedExistsTest {

  private static final Question QUESTION = Catalogue.question("conversion-7d");

  private final SparkSession spark;

  PackedExistsTest(SparkSession spark) {
    this.spark = spark;
  }

  @Tag(Sample.TAG)
  @ParameterizedTest
  @MethodSource("few")
  void ordersOfBusyCustomersAreLeftOutOnlyWhereTheyChangeNothing(long few) {
    List<Case> cases =
        Stream.concat(
                Sample.everyNth(4, QUESTION.cases()).stream(),
                LongStream.range(0, 4).mapToObj(QUESTION::generatedCase))
            .toList();
    assertThat(SharedTrials.of(spark, QUESTION).all(new PackedExists(few), cases))
        .hasSameSizeAs(cases)
        .allSatisfy(trial -> assertThat(trial.right()).as("%s", trial).isTrue());
  }

  /** Its window would end after all times, and so does any sum that reaches that far. */
  @Test
  void orderAtTheEndOfTimeHidesNoOther() {
    String row =
        "{\"%1$s_id\":\"a\",\"customer_id\":%2$d,\"marketplace_id\":\"US\",\"%1$s_ts\":\"%3$s\"}";
    List<String> sessions = List.of(row.formatted("session", 1, "2024-03-01T00:00:00Z"));
    List<String> orders =
        List.of(
            row.formatted("order", 1, "2024-03-02T00:00:00Z"),
            row.formatted("order", 9, "+294247-01-10T04:00:54.775807Z"));
    Case far =
        new Case(
            "end-of-time",
            "windows beyond it",
            Map.of("sessions", sessions, "orders", orders),
            Map.of());
    for (Solution solution : List.of(new PackedExists(0), new PackedWindows())) {
      assertThat(SharedTrials.of(spark, QUESTION).all(solution, List.of(far)))
          .hasSize(1)
          .allSatisfy(trial -> assertThat(trial.right()).as("%s", trial).isTrue());
    }
  }

  static List<Long> few() {
    return Sample.either(List.of(2L), List.of(0L, 2L));
  }
}
