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
    assertThat(Sessions.splits(submitted(master))).isEqualTo(Map.of(SPLITS, splits));
  }

  @ParameterizedTest
  @ValueSource(strings = {"local[*]", "local[*,3]"})
  void aStarIsAllCores(String master) {
    int cores = Runtime.getRuntime().availableProcessors();
    assertThat(Sessions.splits(submitted(master))).containsEntry(SPLITS, "" + 3 * cores);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "local-cluster[2,4,1024]", "spark://127.0.0.1:7077", "yarn"})
  void otherMastersAreLeftToSpark(String master) {
    assertThat(Sessions.splits(submitted(master))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {SPLITS, "spark.sql.leafNodeDefaultParallelism"})
  void whatTheUserSetsStays(String setting) {
    assertThat(Sessions.splits(submitted("local[4]").set(setting, "1"))).isEmpty();
  }

  @Test
  void noMasterIsLeftToSpark() {
    assertThat(Sessions.splits(new SparkConf(false))).isEmpty();
  }

  private static SparkConf submitted(String master) {
    return new SparkConf(false).set("spark.master", master);
  }
}
