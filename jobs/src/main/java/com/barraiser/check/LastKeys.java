package com.barraiser.check;

import com.barraiser.vocabulary.warehouse.SurrogateKeys;
import com.barraiser.vocabulary.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The surrogate keys that were seen in warehouses when they were last looked at. To read them in
 * older versions of the tables instead would cost Delta a look through its log for each.
 */
final class LastKeys {

  /** By the path of a table: the key of each row, by what the row is about. */
  private final Map<String, Map<List<Object>, Object>> seen = new ConcurrentHashMap<>();

  /** What is wrong with the keys, a line each. */
  List<String> broken(Warehouse warehouse, SurrogateKeys keys) {
    Map<List<Object>, Object> now = new HashMap<>();
    Set<Object> given = new HashSet<>();
    boolean hasKeyTwice = false;
    for (List<Object> row : Judge.rows(keys.rows(warehouse))) {
      int last = row.size() - 1;
      now.put(row.subList(0, last), row.get(last));
      hasKeyTwice |= row.get(last) != null && !given.add(row.get(last));
    }
    Map<List<Object>, Object> before = seen.put(warehouse.path(keys.table()), now);
    List<String> broken = new ArrayList<>();
    if (now.containsValue(null)) {
      broken.add("%s has rows without a %s".formatted(keys.table(), keys.key()));
    }
    if (hasKeyTwice) {
      broken.add("%s has a %s twice".formatted(keys.table(), keys.key()));
    }
    if (before != null && hasChanged(before, now)) {
      broken.add("%s has a row with another %s than before".formatted(keys.table(), keys.key()));
    }
    return broken;
  }

  private static boolean hasChanged(
      Map<List<Object>, Object> before, Map<List<Object>, Object> now) {
    return now.entrySet().stream()
        .anyMatch(
            row ->
                before.containsKey(row.getKey())
                    && !Objects.equals(before.get(row.getKey()), row.getValue()));
  }
}
