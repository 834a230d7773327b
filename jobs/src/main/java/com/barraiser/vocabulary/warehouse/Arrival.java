package com.barraiser.vocabulary.warehouse;

import com.barraiser.datasets.read.TableInput;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Tables;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A batch that waits to be loaded. */
public interface Arrival extends AutoCloseable {

  /** A name for the user. */
  String name();

  /** The accepted rows of every feed. */
  Tables tables();

  /** The values that the batch is loaded with. */
  Parameters parameters();

  /** The rejected rows of each feed by reason; absent where none are. */
  Map<String, Map<String, Long>> rejectCounts();

  /** The rejected rows, in the schema {@link TableInput#REJECTS}. */
  Dataset<Row> rejects();

  /** Notes in the warehouse that the batch is in its tables, where the intake keeps books. */
  default void loaded() {}

  /** What else the user should know of, a line each. */
  default List<String> remarks() {
    return List.of();
  }

  /** Gives back what was kept for the batch. */
  @Override
  default void close() {}
}
