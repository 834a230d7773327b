package com.barraiser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.testing.WithSpark;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of arguments that no command can follow. */
@WithSpark
class WrongArgumentsTest {

  private final Console console = new Console();

  /** Commands use the session that there is; a test that runs alone has none before. */
  @BeforeAll
  static void startSession(SparkSession spark) {
    assertThat(spark.sparkContext().isStopped()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run nope | there are first-event",
        "run first-event --solution nope | there are columnar-blocks, earliest-then-ties",
        "run first-event --set k=1 | it has no parameters",
        "run first-event --format avro | there are json, csv, parquet, delta",
        "run first-event --bogus | Unknown option",
        "run | Missing required parameter",
        "generate first-event --rows many --output x | is not a number of rows",
        "generate first-event --rows 1 --output x --late 2 | late must be a share",
        "generate first-event --rows 1 --output x --partitions 0 | --partitions must be at least 1",
        "generate shipped-revenue --rows 1 --output x --set batch-hours=5 | cuts no day into batches",
        "generate category-share --rows 1 --output x --set history=7.5 | is not a whole number from",
        "bench first-event --runs 0 | --runs must be at least 1",
        "bench first-event --solutions nope | there are columnar-blocks, earliest-then-ties",
        "bench first-event --peer nope | has no peer 'nope'; there are [duckdb]",
        "bench first-event --vary nope=1 | has no knob 'nope' to vary; there are seed, skew",
        "bench first-event --vary skew=x | skew=x is not a number",
        "bench first-event --vary days=3000000000 | days must be",
        "bench first-event --vary days=1.5 | days=1.5 is not a whole number",
        "bench first-event --vary skew=0 --vary skew=1 | names skew twice",
        "bench first-event --vary skew | --vary skew is not KEY=V1,V2",
        "bench first-event --input a.json --rows 1m | --rows does not go with --input",
        "bench first-event --input a.json --format csv | --format does not go with --input",
        "bench first-event --input a.json --sweep | --sweep does not go with --input",
        "bench first-event --input a.json --vary skew=0,1 | skew is a knob of generated data",
        "bench first-event --peer duckdb --format csv | measured on Parquet files and JSON lines",
        "bench shipped-revenue --vary batch-hours=6,12 | batch-hours has no part in a history",
        "bench first-event --timeout soon | is no length of time",
        "bench first-event --vary spark.executor.memory=1g,2g | is fixed when Spark starts",
        "'' | which command?"
      })
  void usageErrorIsSaidInALineAndGivesTwo(String arguments, String message) {
    String[] split = arguments.isBlank() ? new String[0] : arguments.split(" ");
    assertThat(console.execute(split)).isEqualTo(2);
    assertThat(console.err().toString()).contains(message).doesNotContain("\tat ");
    assertThat(console.err().toString().lines()).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void missingInputIsSaidInALineAndGivesOne(@TempDir Path folder) {
    assertThat(console.execute("run", "first-event", "--input", folder.resolve("none").toString()))
        .isOne();
    assertThat(console.err().toString().lines()).hasSize(1);
    assertThat(console.err().toString()).contains("none does not exist");
  }
}
