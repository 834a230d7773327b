package com.barraiser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a session is started with unless the user has said it. */
class SessionsTest {

  private static final String SPLITS = "spark.sql.files.minPartitionNum";
  private static final String FATAL = "spark.executor.killOnFatalError.depth";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "local | 3",
        "local[1] | 3",
        "local[08] | 24",
        "local[4,2] | 12",
        "local[4 , 2] | 12",
      })
  void filesAreCutIntoThreeSplitsForEachCoreOfALocalMaster(String master, String splits) {
    assertThat(Sessions.onOneMachine(submitted(master)))
        .isEqualTo(Map.of(SPLITS, splits, FATAL, "0"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"local[*]", "local[*,3]"})
  void aStarIsAllCores(String master) {
    int cores = Runtime.getRuntime().availableProcessors();
    assertThat(Sessions.onOneMachine(submitted(master))).containsEntry(SPLITS, "" + 3 * cores);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "local-cluster[2,4,1024]", "spark://127.0.0.1:7077", "yarn"})
  void otherMastersAreLeftToSpark(String master) {
    assertThat(Sessions.onOneMachine(submitted(master))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {SPLITS, "spark.sql.leafNodeDefaultParallelism"})
  void splitsThatTheUserSetsStay(String setting) {
    assertThat(Sessions.onOneMachine(submitted("local[4]").set(setting, "1")))
        .isEqualTo(Map.of(FATAL, "0"));
  }

  @Test
  void whatTheUserSaysOfFatalErrorsStays() {
    assertThat(Sessions.onOneMachine(submitted("local[4]").set(FATAL, "5")))
        .isEqualTo(Map.of(SPLITS, "12"));
  }

  @Test
  void noMasterIsLeftToSpark() {
    assertThat(Sessions.onOneMachine(new SparkConf(false))).isEmpty();
  }

  private static SparkConf submitted(String master) {
    return new SparkConf(false).set("spark.master", master);
  }
}
