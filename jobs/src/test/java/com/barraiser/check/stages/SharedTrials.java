package com.barraiser.check.stages;

import com.barraiser.vocabulary.Question;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.SparkSession;

/**
 * The sessions in which tests try answers on small cases. All tests in a JVM share them, and with
 * them the tables and right answers of a question's cases, which take longer than most answers.
 */
public final class SharedTrials {

  private static final Map<String, Trials> TRIALS = new ConcurrentHashMap<>();

  private SharedTrials() {}

  /** The sessions for a question; they live as long as the JVM. */
  public static Trials of(SparkSession spark, Question question) {
    return TRIALS.computeIfAbsent(question.name(), name -> new Trials(spark, question));
  }
}
