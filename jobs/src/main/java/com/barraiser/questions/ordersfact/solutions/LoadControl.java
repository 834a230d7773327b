package com.barraiser.questions.ordersfact.solutions;

import static com.barraiser.questions.ordersfact.OrdersFact.COMPLETE;
import static com.barraiser.questions.ordersfact.OrdersFact.CONTROL;
import static com.barraiser.questions.ordersfact.OrdersFact.EXPECTED_ROWS;
import static com.barraiser.questions.ordersfact.OrdersFact.FACT;
import static com.barraiser.questions.ordersfact.OrdersFact.FIRST_LOADED_AT;
import static com.barraiser.questions.ordersfact.OrdersFact.INCOMPLETE;
import static com.barraiser.questions.ordersfact.OrdersFact.LANDED_ROWS;
import static com.barraiser.questions.ordersfact.OrdersFact.LAST_LOADED_AT;
import static com.barraiser.questions.ordersfact.OrdersFact.MISSING;
import static com.barraiser.questions.ordersfact.OrdersFact.PARTITION;
import static com.barraiser.questions.ordersfact.OrdersFact.REJECTED_ROWS;
import static com.barraiser.questions.ordersfact.OrdersFact.STATUS;
import static com.barraiser.vocabulary.warehouse.Sides.NEW;
import static com.barraiser.vocabulary.warehouse.Sides.OLD;
import static com.barraiser.vocabulary.warehouse.Sides.assignments;
import static com.barraiser.vocabulary.warehouse.Sides.before;
import static com.barraiser.vocabulary.warehouse.Sides.coming;
import static com.barraiser.vocabulary.warehouse.Sides.same;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import com.barraiser.datasets.tables.ExpectedPartitions;
import com.barraiser.datasets.tables.LandedPartitions;
import com.barraiser.vocabulary.Tables;
import com.barraiser.vocabulary.warehouse.Warehouse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Keeps {@code load_control}. Every cell only ever grows towards what all batches together say: the
 * greatest number expected, the lines that have landed, whether or not they lie there still, the
 * earliest and the latest load. So the order of batches does not matter, nor does a batch that
 * comes twice, nor two runs at once.
 */
public final class LoadControl {

  private LoadControl() {}

  /** Takes what a batch says about its partitions into the table, in one commit or in none. */
  public static void merge(Warehouse warehouse, Tables batch, Partitions partitions) {
    warehouse.change("merge " + CONTROL, () -> mergeOnce(warehouse, batch, partitions));
  }

  private static void mergeOnce(Warehouse warehouse, Tables batch, Partitions partitions) {
    Dataset<Row> said = said(warehouse, batch, partitions);
    Dataset<Row> changes =
        said.as(NEW)
            .join(warehouse.table(CONTROL).as(OLD), same(PARTITION), "left_outer")
            .filter(before(LANDED_ROWS).isNull().or(isChange()))
            .select(NEW + ".*")
            .persist();
    try {
      if (changes.isEmpty()) {
        return;
      }
      warehouse
          .delta(CONTROL)
          .as(OLD)
          .merge(changes.as(NEW), partitions.contain(OLD).and(same(PARTITION)))
          .whenMatched()
          .update(merged())
          .whenNotMatched()
          .insert(inserted())
          .execute();
    } finally {
      changes.unpersist();
    }
  }

  /**
   * What the batch and the fact say about the partitions, a row each. Lines that lie elsewhere by
   * now have landed all the same.
   */
  private static Dataset<Row> said(Warehouse warehouse, Tables batch, Partitions partitions) {
    Dataset<Row> fact = warehouse.table(FACT).filter(partitions.contain());
    Dataset<Row> landed =
        fact.select(partition())
            .union(MovedLines.away(warehouse, fact, partitions).select(partition()))
            .groupBy(partition())
            .agg(count(lit(1)).as(LANDED_ROWS));
    Dataset<Row> loads =
        batch
            .table(LandedPartitions.TABLE.name())
            .groupBy(partition())
            .agg(
                max(LandedPartitions.REJECTED_ROWS).as(REJECTED_ROWS),
                min(LandedPartitions.LOADED_AT).as(FIRST_LOADED_AT),
                max(LandedPartitions.LOADED_AT).as(LAST_LOADED_AT));
    String[] columns = PARTITION.toArray(String[]::new);
    return batch
        .table(ExpectedPartitions.TABLE.name())
        .groupBy(partition())
        .agg(max(ExpectedPartitions.EXPECTED_ROWS).as(EXPECTED_ROWS))
        .join(loads, columns, "full_outer")
        .join(landed, columns, "full_outer")
        .select(
            col(PARTITION.get(0)),
            col(PARTITION.get(1)),
            col(EXPECTED_ROWS),
            coalesce(col(LANDED_ROWS), lit(0L)).as(LANDED_ROWS),
            coalesce(col(REJECTED_ROWS), lit(0L)).as(REJECTED_ROWS),
            col(FIRST_LOADED_AT),
            col(LAST_LOADED_AT));
  }

  /** Whether the merge would change a row that is there. */
  private static Column isChange() {
    return merged().entrySet().stream()
        .map(cell -> cell.getValue().eqNullSafe(before(cell.getKey())).equalTo(false))
        .reduce(Column::or)
        .orElseThrow();
  }

  private static Map<String, Column> merged() {
    Map<String, Column> cells = new LinkedHashMap<>();
    for (String growing :
        new String[] {EXPECTED_ROWS, LANDED_ROWS, REJECTED_ROWS, LAST_LOADED_AT}) {
      cells.put(growing, greatest(before(growing), coming(growing)));
    }
    cells.put(FIRST_LOADED_AT, least(before(FIRST_LOADED_AT), coming(FIRST_LOADED_AT)));
    cells.put(STATUS, status(cells.get(EXPECTED_ROWS), cells.get(LANDED_ROWS)));
    return cells;
  }

  private static Map<String, Column> inserted() {
    Map<String, Column> cells = new LinkedHashMap<>();
    cells.putAll(assignments(PARTITION));
    cells.putAll(assignments(merged().keySet()));
    cells.put(STATUS, status(coming(EXPECTED_ROWS), coming(LANDED_ROWS)));
    return cells;
  }

  /** How complete a partition is; the comparison with nothing expected is not true. */
  private static Column status(Column expected, Column landed) {
    return when(landed.geq(expected), COMPLETE)
        .when(landed.equalTo(0L), MISSING)
        .otherwise(INCOMPLETE);
  }

  private static Column[] partition() {
    return PARTITION.stream().map(column -> col(column)).toArray(Column[]::new);
  }
}
