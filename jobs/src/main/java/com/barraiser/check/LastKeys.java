package com.barraiser.check;

import com.barraiser.vocabulary.warehouse.SurrogateKeys;
import com.barraiser.vocabulary.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * The surrogate keys that were seen in warehouses when they were last looked at. To read them in
 * older versions of the tables instead would cost Delta a look through its log for each.
 */
final class LastKeys {

  private final Map<String, Seen> tables = new ConcurrentHashMap<>();

  /**
   * What is wrong with the keys, a line each. A key that has changed since the look before stays
   * wrong; with the first look, none has.
   */
  List<String> broken(Warehouse warehouse, SurrogateKeys keys) {
    String path = warehouse.path(keys.table());
    String state = warehouse.state(keys.table());
    Seen last = tables.get(path);
    if (last == null || !last.state.equals(state)) {
      Dataset<Row> rows = keys.rows(warehouse);
      DataType type = rows.schema().apply(keys.key()).dataType();
      last = seen(state, type, Judge.rows(rows), last);
      tables.put(path, last);
    }
    return last.broken(keys);
  }

  /** Forgets a warehouse, which will not be looked at again. */
  void forget(Warehouse warehouse, List<SurrogateKeys> keys) {
    keys.forEach(one -> tables.remove(warehouse.path(one.table())));
  }

  private static Seen seen(String state, DataType type, List<List<Object>> rows, Seen last) {
    // A run may be looked at between taking rows out and putting them back.
    Map<List<Object>, Object> known = new HashMap<>(last == null ? Map.of() : last.keys);
    Set<Object> given = new HashSet<>();
    boolean missing = false;
    boolean twice = false;
    boolean changed = last != null && last.changed;
    for (List<Object> row : rows) {
      int end = row.size() - 1;
      List<Object> about = row.subList(0, end);
      Object key = row.get(end);
      missing |= key == null;
      twice |= key != null && !given.add(key);
      Object before = key == null ? null : known.put(about, key);
      changed |= before != null && !before.equals(key);
    }
    return new Seen(state, type, known, missing, twice, changed);
  }

  /**
   * A table at a look.
   *
   * @param state what tells it from the table at other times
   * @param type of the keys
   * @param keys the last key of everything that has had one, by what its row is about
   * @param changed whether a row had another key with an earlier look
   */
  private record Seen(
      String state,
      DataType type,
      Map<List<Object>, Object> keys,
      boolean missing,
      boolean twice,
      boolean changed) {

    List<String> broken(SurrogateKeys names) {
      List<String> broken = new ArrayList<>();
      if (!type.equals(DataTypes.LongType)) {
        broken.add(
            "%s has a %s that is %s, not BIGINT".formatted(names.table(), names.key(), type.sql()));
      }
      if (missing) {
        broken.add("%s has rows without a %s".formatted(names.table(), names.key()));
      }
      if (twice) {
        broken.add("%s has a %s twice".formatted(names.table(), names.key()));
      }
      if (changed) {
        broken.add(
            "%s has a row with another %s than it had before"
                .formatted(names.table(), names.key()));
      }
      return broken;
    }
  }
}
