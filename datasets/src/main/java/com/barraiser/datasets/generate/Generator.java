package com.barraiser.datasets.generate;

import com.barraiser.datasets.Format;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** Makes the tables of a question, of any size. */
public interface Generator {

  /** The knobs that only this generator has. */
  default List<Knob> knobs() {
    return List.of();
  }

  /**
   * Checks what the range of a single knob does not tell.
   *
   * @throws IllegalArgumentException if it cannot make tables for these knobs
   */
  default void check(Knobs knobs) {}

  /**
   * Writes all tables into a folder, each into a folder under its name.
   *
   * @param partitions into how many files each table is cut; the rows do not depend on it
   * @param folder a folder that does not exist yet
   * @return what was asked for and what came out
   */
  Manifest write(SparkSession spark, Knobs knobs, Format format, int partitions, String folder);
}
