package com.barraiser.cli;

import static java.util.Comparator.comparing;

import com.barraiser.bench.Contest;
import com.barraiser.datasets.Format;
import com.barraiser.vocabulary.Approach;
import com.barraiser.vocabulary.Exercise;
import com.barraiser.vocabulary.Shelf;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** One question that is measured, of either kind. */
interface Bench {

  /**
   * Finds what is wrong with the arguments before Spark is started.
   *
   * @throws IllegalArgumentException if something is
   */
  void check(List<Map<String, String>> combinations);

  /** The sizes that are measured, small ones first. */
  List<Long> sizes();

  /** Settings of the session that are not those of Spark. */
  default Map<String, String> settings(SparkSession spark) {
    return Map.of();
  }

  /** Makes the data of a size and a combination of varied values, unless it is there. */
  void generate(SparkSession spark, Map<String, String> combination, long size);

  /** What is measured with one size and one combination of varied values. */
  Contest contest(SparkSession spark, Map<String, String> combination, long size);

  /**
   * What is the same for every question.
   *
   * @param solutions names of solutions, the baseline first; nothing for all
   * @param settings the values that the user set
   * @param format the format of generated data
   * @param runs how many runs are timed
   * @param limit how long one may take
   */
  record Common(
      List<String> solutions,
      Map<String, String> settings,
      Format format,
      int runs,
      Duration limit) {

    /** The ways to answer; of all, the recommended one is the baseline. */
    List<Approach> approaches(Exercise exercise) {
      if (!solutions.isEmpty()) {
        return solutions.stream().map(name -> Shelf.approach(exercise, name)).toList();
      }
      return Shelf.approaches(exercise).stream()
          .sorted(comparing(approach -> !approach.name().equals(exercise.recommended())))
          .toList();
    }
  }
}
