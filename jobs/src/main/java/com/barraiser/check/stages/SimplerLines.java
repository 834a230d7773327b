package com.barraiser.check.stages;

import com.barraiser.datasets.Field;
import com.barraiser.datasets.Table;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.sql.types.DataTypes;

/**
 * Suggests simpler values for the JSON lines of a table, one change at a time: first fields that
 * the table does not name are dropped, then each value is replaced wherever it occurs in its
 * column, smaller ones by smaller ones, so that most of what was equal or in order stays so.
 */
final class SimplerLines {

  private static final int SIMPLE_VALUES = 26;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Table table;
  private final Deque<Change> changes = new ArrayDeque<>();
  private List<String> lines;
  private List<String> suggested;

  SimplerLines(Table table, List<String> lines) {
    this.table = table;
    this.lines = lines;
    collectUnnamedFields();
    collectValues();
  }

  /** The next suggestion; empty where there are no more. */
  Optional<List<String>> next() {
    while (!changes.isEmpty()) {
      Change change = changes.poll();
      suggested = lines.stream().map(line -> changed(line, change)).toList();
      if (!suggested.equals(lines)) {
        return Optional.of(suggested);
      }
    }
    return Optional.empty();
  }

  /** Says whether the last suggestion was taken. */
  void judged(boolean taken) {
    if (taken) {
      lines = suggested;
    }
  }

  private void collectUnnamedFields() {
    Set<String> names = new LinkedHashSet<>();
    lines.forEach(
        line -> parse(line).ifPresent(row -> row.fieldNames().forEachRemaining(names::add)));
    names.removeAll(table.columns());
    names.forEach(name -> changes.add(new Change(name, Optional.empty(), Optional.empty())));
  }

  private void collectValues() {
    for (Field field : table.fields()) {
      Set<JsonNode> values = new TreeSet<>(Comparator.comparing(JsonNode::asText));
      for (String line : lines) {
        parse(line).map(row -> row.get(field.name())).ifPresent(values::add);
      }
      List<JsonNode> simple = simple(field);
      Iterator<JsonNode> free = simple.stream().filter(value -> !values.contains(value)).iterator();
      for (JsonNode value : values) {
        if (!simple.contains(value) && free.hasNext()) {
          changes.add(new Change(field.name(), Optional.of(value), Optional.of(free.next())));
        }
      }
    }
  }

  /** Short values, in ascending order; none for types that have no simpler values. */
  private static List<JsonNode> simple(Field field) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    IntStream numbers = IntStream.range(0, SIMPLE_VALUES);
    if (field.type().equals(DataTypes.StringType)) {
      return numbers.<JsonNode>mapToObj(i -> nodes.textNode((char) ('a' + i) + "")).toList();
    }
    if (field.type().equals(DataTypes.TimestampType)) {
      return numbers
          .<JsonNode>mapToObj(i -> nodes.textNode("2024-01-%02dT00:00:00Z".formatted(i + 1)))
          .toList();
    }
    return field.type().equals(DataTypes.LongType) || field.type().equals(DataTypes.IntegerType)
        ? numbers.<JsonNode>mapToObj(i -> nodes.numberNode(i + 1)).toList()
        : List.of();
  }

  private static String changed(String line, Change change) {
    Optional<ObjectNode> parsed = parse(line);
    if (parsed.isEmpty() || !parsed.get().has(change.field)) {
      return line;
    }
    ObjectNode row = parsed.get();
    if (change.to.isEmpty()) {
      row.remove(change.field);
    } else if (row.get(change.field).equals(change.from.orElseThrow())) {
      row.set(change.field, change.to.get());
    } else {
      return line;
    }
    return row.toString();
  }

  private static Optional<ObjectNode> parse(String line) {
    try {
      return MAPPER.readTree(line) instanceof ObjectNode row ? Optional.of(row) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** A field that is dropped, or a value of it that is replaced. */
  private record Change(String field, Optional<JsonNode> from, Optional<JsonNode> to) {}
}
