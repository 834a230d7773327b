package com.barraiser.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.check.Verdict.ChangedCell;
import com.barraiser.check.Verdict.Differences;
import com.barraiser.check.Verdict.Misplaced;
import com.barraiser.vocabulary.Answer;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as a difference between two answers, and how it is said. */
class ComparisonTest {

  private static final StructType SCHEMA =
      StructType.fromDDL("id STRING, rate DOUBLE, day DATE, complete BOOLEAN");
  private static final RowComparison ANY_ORDER = comparison(Answer.Order.ANY);
  private static final RowComparison ORDERED = comparison(Answer.Order.FIXED);

  @Test
  void sameRowsInAnyOrderAreNoDifference() {
    List<List<Object>> rows = List.of(row("a", 1.0), row("b", null), row("a", 1.0));
    assertThat(ANY_ORDER.differences(rows, List.of(rows.get(1), rows.get(0), rows.get(2))).none())
        .isTrue();
  }

  @Test
  void missingExtraAndChangedAreToldApartByKey() {
    Differences found =
        ANY_ORDER.differences(
            List.of(row("a", 1.0), row("b", 1.0), row("c", 1.0)),
            List.of(row("a", 2.0), row("c", 1.0), row("d", 1.0)));
    assertThat(found.missing()).containsExactly(row("b", 1.0));
    assertThat(found.extra()).containsExactly(row("d", 1.0));
    assertThat(found.changed()).containsExactly(new ChangedCell(List.of("a"), "rate", 1.0, 2.0));
  }

  @Test
  void rowThatOccursTwiceIsOneTooMany() {
    Differences found =
        ANY_ORDER.differences(List.of(row("a", 1.0)), List.of(row("a", 1.0), row("a", 1.0)));
    assertThat(found.extra()).containsExactly(row("a", 1.0));
    assertThat(found.missing()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.10000000000000002, true",
    "1e15, 1000000000000001, true",
    "0.1, 0.1000001, false",
    "0.0, -0.0, true",
    "0.0, 1e-12, false",
    "NaN, NaN, true",
    "NaN, 1, false",
    "Infinity, Infinity, true",
    "Infinity, 1, false"
  })
  void doublesMayDifferByTheTolerance(double expected, double actual, boolean same) {
    assertThat(ANY_ORDER.differences(List.of(row("a", expected)), List.of(row("a", actual))).none())
        .isEqualTo(same);
  }

  @Test
  void otherNumbersMayNotDifferAtAll() {
    assertThat(Cells.same(new BigDecimal("1.10"), new BigDecimal("1.1"))).isFalse();
    assertThat(Cells.same(1L, 1.0)).isFalse();
    assertThat(Cells.same(null, 0.0)).isFalse();
  }

  @Test
  void firstRowOutOfOrderIsNamedWhereOrderCounts() {
    List<List<Object>> expected = List.of(row("a", 1.0), row("b", 1.0), row("c", 1.0));
    List<List<Object>> actual = List.of(row("a", 1.0), row("c", 1.0), row("b", 1.0));
    assertThat(ORDERED.differences(expected, actual).misplaced())
        .contains(new Misplaced(2, row("b", 1.0), row("c", 1.0)));
    assertThat(ANY_ORDER.differences(expected, actual).none()).isTrue();
  }

  @Test
  void orderIsJudgedWithTheTolerance() {
    assertThat(
            ORDERED
                .differences(
                    List.of(row("a", 0.1), row("b", 1.0)),
                    List.of(row("a", 0.10000000000000002), row("b", 1.0)))
                .none())
        .isTrue();
  }

  @Test
  void tenDifferencesOfAKindAreShownAndAllCounted() {
    List<List<Object>> rows = IntStream.range(10, 30).mapToObj(i -> row("r" + i, 1.0)).toList();
    String text = Verdict.ofRows(ANY_ORDER.differences(rows, List.of())).toString();
    assertThat(text).contains("missing rows (20, the first 10)", "r19").doesNotContain("r20");
    assertThat(text).contains("relative tolerance of 1.0E-9");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id STRING, rate DOUBLE, day DATE | column complete BOOLEAN is missing",
        "id STRING, rate DOUBLE, day DATE, complete BOOLEAN, n INT | column n is one too many",
        "id STRING, rate FLOAT, day DATE, complete BOOLEAN | column rate is FLOAT, but must be DOUBLE",
        "rate DOUBLE, id STRING, day DATE, complete BOOLEAN | columns stand in the order rate, id",
        "ID STRING, rate DOUBLE, day DATE, complete BOOLEAN | column id STRING is missing",
        "id STRING, id STRING, rate DOUBLE, day DATE, complete BOOLEAN | column id is one too many"
      })
  void wrongColumnsAreNamed(String actual, String message) {
    assertThat(SchemaComparison.differences(SCHEMA, StructType.fromDDL(actual)))
        .anyMatch(line -> line.startsWith(message));
  }

  @Test
  void whetherAColumnIsNullableDoesNotCount() {
    StructType strict =
        StructType.fromDDL("id STRING NOT NULL, rate DOUBLE, day DATE, complete BOOLEAN NOT NULL");
    assertThat(SchemaComparison.differences(SCHEMA, strict)).isEmpty();
  }

  private static RowComparison comparison(Answer.Order order) {
    return new RowComparison(new Answer(SCHEMA, List.of("id"), order));
  }

  private static List<Object> row(String id, Double rate) {
    return Arrays.asList(id, rate, null, true);
  }
}
