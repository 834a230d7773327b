package com.barraiser.datasets.read;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import com.barraiser.datasets.Reference;
import com.barraiser.datasets.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The accepted rows of a table whose foreign keys refer to nothing. Finding them takes a join per
 * key, so it is done once, for the record, and not on the way to an answer.
 *
 * @param table the table that refers to others
 * @param tables finds an input by its table's name
 */
public record Orphans(Table table, Function<String, TableInput> tables) {

  private static final String REASON = "reason";

  /**
   * The orphans in the schema of {@link TableInput#rejects}; each once, by its first broken key.
   */
  public Dataset<Row> rejects() {
    return found(tables.apply(table.name()).tracedRows())
        .select(
            lit(table.name()).as("table"), col(REASON), col(TableInput.FILE), col(TableInput.RAW));
  }

  /** How many orphans there are, by reason. */
  public Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    if (!table.references().isEmpty()) {
      found(tables.apply(table.name()).rows())
          .groupBy(REASON)
          .count()
          .collectAsList()
          .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
    }
    return counts;
  }

  private Dataset<Row> found(Dataset<Row> rows) {
    List<Dataset<Row>> found = new ArrayList<>();
    found.add(rows.limit(0).withColumn(REASON, lit("")));
    Dataset<Row> others = rows;
    for (Reference reference : table.references()) {
      Dataset<Row> known = tables.apply(reference.table()).rows().select(reference.column());
      found.add(joined(others, known, "left_anti").withColumn(REASON, lit(reference.reason())));
      others = joined(others, known, "left_semi");
    }
    return found.stream().reduce(Dataset::union).orElseThrow();
  }

  private static Dataset<Row> joined(Dataset<Row> rows, Dataset<Row> known, String type) {
    return rows.join(known, known.columns(), type);
  }
}
