package com.barraiser.vocabulary.warehouse;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Finds rows of a partitioned table by ids that do not tell the partition. Of all partitions the
 * ids are read and nothing else; then, of the partitions that have some of them, whole rows.
 */
public final class IdLookup {

  private IdLookup() {}

  /**
   * The rows of a table that have one of the ids.
   *
   * @param ids one column, which the table has as well; an id may be there more than once
   * @param partition the column that the table is partitioned by
   */
  public static Dataset<Row> rows(Dataset<Row> table, Dataset<Row> ids, String partition) {
    String[] id = ids.columns();
    List<Object> found =
        table
            .select(col(id[0]), col(partition))
            .join(ids, id, "left_semi")
            .select(partition)
            .distinct()
            .collectAsList()
            .stream()
            .map(row -> row.get(0))
            .toList();
    return table.filter(isOneOf(col(partition), found)).join(ids, id, "left_semi");
  }

  private static Column isOneOf(Column partition, List<Object> values) {
    Column isNull = values.contains(null) ? partition.isNull() : lit(false);
    return isNull.or(partition.isin(values.stream().filter(Objects::nonNull).toArray()));
  }
}
