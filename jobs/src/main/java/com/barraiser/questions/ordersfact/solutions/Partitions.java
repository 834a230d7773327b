package com.barraiser.questions.ordersfact.solutions;

import static com.barraiser.datasets.tables.OrderLines.EVENT_DATE;
import static com.barraiser.datasets.tables.OrderLines.MARKETPLACE_ID;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import com.barraiser.datasets.tables.ExpectedPartitions;
import com.barraiser.datasets.tables.LandedPartitions;
import com.barraiser.datasets.tables.OrderLines;
import com.barraiser.vocabulary.Tables;
import com.barraiser.vocabulary.warehouse.Warehouse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The partitions that a batch touches, as literals: only what stands in a condition as a literal
 * keeps Delta from opening the files of all others.
 *
 * @param byDay the marketplaces of each day
 */
public record Partitions(Map<LocalDate, List<String>> byDay) {

  /** The partitions that rows lie in. */
  public static Partitions of(Dataset<Row> rows) {
    return new Partitions(
        partitions(rows).distinct().collectAsList().stream()
            .collect(
                groupingBy(
                    row -> row.getLocalDate(0),
                    TreeMap::new,
                    mapping(row -> row.getString(1), toList()))));
  }

  /**
   * The partitions of which a batch says something: those that its lines land in, and those that
   * have landed without a line, or are expected.
   */
  public static Partitions of(Tables batch) {
    return of(named(batch));
  }

  /**
   * The partitions that a batch may have changed: its own, and those that its lines have ever moved
   * from or to, also in a run that died after that.
   */
  public static Partitions concernedBy(Warehouse warehouse, Tables batch) {
    Dataset<Row> moved = MovedLines.of(warehouse, batch.table(OrderLines.TABLE.name()));
    return of(named(batch).union(partitions(moved)));
  }

  /** These and others. */
  public Partitions and(Partitions others) {
    Map<LocalDate, List<String>> both = new TreeMap<>(byDay);
    others.byDay.forEach(
        (day, marketplaces) ->
            both.merge(
                day,
                marketplaces,
                (a, b) -> Stream.concat(a.stream(), b.stream()).distinct().toList()));
    return new Partitions(both);
  }

  /** Whether a row lies in one of them. */
  public Column contain() {
    return expr(predicate(""));
  }

  /** Whether a row with an alias lies in one of them. */
  public Column contain(String alias) {
    return expr(predicate(alias + "."));
  }

  /** The condition in SQL. */
  public String predicate() {
    return predicate("");
  }

  private String predicate(String prefix) {
    return byDay.isEmpty()
        ? "false"
        : byDay.entrySet().stream()
            .map(
                day ->
                    "(%s%s = DATE '%s' AND %s%s IN (%s))"
                        .formatted(
                            prefix,
                            EVENT_DATE,
                            day.getKey(),
                            prefix,
                            MARKETPLACE_ID,
                            day.getValue().stream().map(Partitions::quoted).collect(joining(", "))))
            .collect(joining(" OR ", "(", ")"));
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  private static Dataset<Row> named(Tables batch) {
    return partitions(batch.table(OrderLines.TABLE.name()))
        .union(partitions(batch.table(LandedPartitions.TABLE.name())))
        .union(partitions(batch.table(ExpectedPartitions.TABLE.name())));
  }

  private static Dataset<Row> partitions(Dataset<Row> rows) {
    return rows.select(col(EVENT_DATE), col(MARKETPLACE_ID));
  }
}
