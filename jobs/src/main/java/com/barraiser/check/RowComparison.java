package com.barraiser.check;

import com.barraiser.check.Verdict.ChangedCell;
import com.barraiser.check.Verdict.Differences;
import com.barraiser.check.Verdict.Misplaced;
import com.barraiser.vocabulary.Answer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.types.DataTypes;

/** Compares the rows of an answer with those that are expected, each as often as it occurs. */
final class RowComparison {

  private final Answer contract;
  private final List<String> columns;
  private final List<Integer> keyIndexes;

  RowComparison(Answer contract) {
    this.contract = contract;
    this.columns = List.of(contract.schema().fieldNames());
    this.keyIndexes = contract.key().stream().map(columns::indexOf).toList();
  }

  Differences differences(List<List<Object>> expected, List<List<Object>> actual) {
    Map<List<Object>, List<List<Object>>> missing = byKey(without(expected, actual));
    Map<List<Object>, List<List<Object>>> extra = byKey(without(actual, expected));
    List<ChangedCell> changed = new ArrayList<>();
    missing.forEach(
        (key, rows) -> {
          List<List<Object>> others = extra.getOrDefault(key, List.of());
          rows.removeIf(row -> removeSame(others, row));
          if (rows.size() == 1 && others.size() == 1) {
            changed.addAll(changes(key, rows.remove(0), others.remove(0)));
          }
        });
    boolean sameRows = changed.isEmpty() && all(missing).isEmpty() && all(extra).isEmpty();
    return new Differences(
        columns,
        contract.key(),
        all(missing),
        all(extra),
        changed,
        sameRows ? misplaced(expected, actual) : Optional.empty(),
        hasDoubles());
  }

  /** The rows of the first list that the second one lacks. */
  static List<List<Object>> without(List<List<Object>> rows, List<List<Object>> others) {
    Map<List<Object>, Integer> counts = new HashMap<>();
    others.forEach(row -> counts.merge(row, 1, Integer::sum));
    return rows.stream().filter(row -> counts.merge(row, -1, Integer::sum) < 0).toList();
  }

  private Map<List<Object>, List<List<Object>>> byKey(List<List<Object>> rows) {
    Map<List<Object>, List<List<Object>>> byKey = new LinkedHashMap<>();
    for (List<Object> row : rows) {
      List<Object> key = Arrays.asList(keyIndexes.stream().map(row::get).toArray());
      byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
    }
    return byKey;
  }

  private static boolean removeSame(List<List<Object>> rows, List<Object> row) {
    for (int i = 0; i < rows.size(); i++) {
      if (Cells.sameRow(rows.get(i), row)) {
        rows.remove(i);
        return true;
      }
    }
    return false;
  }

  private List<ChangedCell> changes(List<Object> key, List<Object> expected, List<Object> actual) {
    return IntStream.range(0, columns.size())
        .filter(i -> !Cells.same(expected.get(i), actual.get(i)))
        .mapToObj(i -> new ChangedCell(key, columns.get(i), expected.get(i), actual.get(i)))
        .toList();
  }

  private static List<List<Object>> all(Map<List<Object>, List<List<Object>>> byKey) {
    return byKey.values().stream().flatMap(List::stream).toList();
  }

  private Optional<Misplaced> misplaced(List<List<Object>> expected, List<List<Object>> actual) {
    if (contract.order() == Answer.Order.ANY) {
      return Optional.empty();
    }
    return IntStream.range(0, expected.size())
        .filter(i -> !Cells.sameRow(expected.get(i), actual.get(i)))
        .mapToObj(i -> new Misplaced(i + 1, expected.get(i), actual.get(i)))
        .findFirst();
  }

  private boolean hasDoubles() {
    return Arrays.stream(contract.schema().fields())
        .anyMatch(field -> field.dataType().equals(DataTypes.DoubleType));
  }
}
