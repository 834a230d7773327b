package com.barraiser.questions.ordersfact.solutions;

import static com.barraiser.datasets.tables.OrderLines.EVENT_DATE;
import static com.barraiser.datasets.tables.OrderLines.LINE_ID;
import static com.barraiser.datasets.tables.OrderLines.MARKETPLACE_ID;
import static com.barraiser.datasets.tables.OrderLines.ORDER_ID;
import static com.barraiser.vocabulary.warehouse.Sides.NEW;
import static com.barraiser.vocabulary.warehouse.Sides.OLD;
import static com.barraiser.vocabulary.warehouse.Sides.same;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;

import com.barraiser.vocabulary.warehouse.Warehouse;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Keeps the table {@code moved_lines}: a row for every partition of a line that has landed in
 * several. Rows are noted before the fact changes and never leave. So after a crash the same batch
 * still finds the partition that a line has left, and whatever the fact holds of a partition, one
 * can tell how many lines have landed in it.
 */
public final class MovedLines {

  static final String TABLE = "moved_lines";

  static final StructType SCHEMA =
      new StructType()
          .add(EVENT_DATE, DataTypes.DateType)
          .add(MARKETPLACE_ID, DataTypes.StringType)
          .add(ORDER_ID, DataTypes.StringType)
          .add(LINE_ID, DataTypes.IntegerType);

  private static final String[] COLUMNS = SCHEMA.fieldNames();
  private static final Column[] ALL =
      List.of(COLUMNS).stream().map(functions::col).toArray(Column[]::new);
  private static final String PLACES = "places";
  private static final String PLACE = "place";

  private MovedLines() {}

  /**
   * Where the fact has the lines of a batch. Reads the ids and partitions of all files whose orders
   * may be among the batch's; see {@link IdRanges}.
   */
  public static Dataset<Row> places(Dataset<Row> fact, Dataset<Row> lines) {
    return sameLines(fact, lines);
  }

  /**
   * Notes the lines of a batch that come to have several partitions, in one commit or in none.
   * Belongs before the change of the fact: a crash in between leaves a note too many, which says
   * nothing that is not so.
   *
   * @param lines the batch's lines, wherever they land
   * @param places where the fact has them
   */
  public static void note(Warehouse warehouse, Dataset<Row> lines, Dataset<Row> places) {
    Dataset<Row> moved =
        lines
            .select(ALL)
            .union(places.select(ALL))
            .groupBy(ORDER_ID, LINE_ID)
            .agg(collect_set(struct(EVENT_DATE, MARKETPLACE_ID)).as(PLACES))
            .filter(size(col(PLACES)).gt(1))
            .select(col(ORDER_ID), col(LINE_ID), explode(col(PLACES)).as(PLACE))
            .select(col(PLACE + ".*"), col(ORDER_ID), col(LINE_ID))
            .persist();
    try {
      if (!moved.isEmpty()) {
        warehouse.change("note " + TABLE, () -> add(warehouse, moved));
      }
    } finally {
      moved.unpersist();
    }
  }

  private static void add(Warehouse warehouse, Dataset<Row> moved) {
    Partitions partitions = Partitions.of(moved);
    Dataset<Row> noted = warehouse.table(TABLE).filter(partitions.contain());
    if (moved.join(noted, COLUMNS, "left_anti").isEmpty()) {
      return;
    }
    warehouse
        .delta(TABLE)
        .as(OLD)
        .merge(moved.as(NEW), partitions.contain(OLD).and(same(List.of(COLUMNS))))
        .whenNotMatched()
        .insertAll()
        .execute();
  }

  /** The partitions of those lines of a batch that have ever moved. */
  static Dataset<Row> of(Warehouse warehouse, Dataset<Row> lines) {
    return sameLines(warehouse.table(TABLE), lines);
  }

  /**
   * The lines that have landed in some partitions and do not lie there.
   *
   * @param fact the rows of the fact in those partitions, read before: what has left them since is
   *     in it, and what has left them earlier has been noted
   */
  static Dataset<Row> away(Warehouse warehouse, Dataset<Row> fact, Partitions partitions) {
    Dataset<Row> moved = warehouse.table(TABLE).filter(partitions.contain());
    Dataset<Row> here = fact.select(ALL).join(moved, COLUMNS, "left_semi");
    return moved.except(here);
  }

  private static Dataset<Row> sameLines(Dataset<Row> rows, Dataset<Row> lines) {
    return rows.filter(IdRanges.contain(lines))
        .select(ALL)
        .join(lines.select(ORDER_ID, LINE_ID), Versions.KEY.toArray(String[]::new), "left_semi")
        .select(ALL);
  }
}
