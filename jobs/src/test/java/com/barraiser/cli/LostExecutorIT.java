package com.barraiser.cli;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.datasets.Format;
import com.barraiser.datasets.generate.Knobs;
import com.barraiser.questions.Catalogue;
import com.barraiser.testing.CompilingSessions;
import com.barraiser.testing.WithSpark;
import com.barraiser.vocabulary.Question;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchService;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a lost process had made of columnar batches is made again by another. */
@WithSpark
@Timeout(value = 480, unit = SECONDS)
class LostExecutorIT {

  private final SparkSession spark;

  @TempDir private Path folder;

  LostExecutorIT(SparkSession spark) {
    this.spark = CompilingSessions.of(spark);
  }

  @Test
  @Tag("long")
  void blocksOfLongsTravelBetweenProcessesOfWhichOneIsLost() throws Exception {
    assertAnswerIsKept("first-event", "packed-values");
  }

  @ParameterizedTest
  @Tag("by-hand")
  @CsvSource({
    "top-asins, candidates-first",
    "conversion-7d, packed-exists",
    "latest-order, winners-items",
    "shipped-gmv, hash-joins",
    "category-share, split-sums"
  })
  void thoseOfOtherQuestionsDoToo(String name, String plain) throws Exception {
    assertAnswerIsKept(name, plain);
  }

  private void assertAnswerIsKept(String name, String plain) throws Exception {
    Question question = Catalogue.question(name);
    Path data = folder.resolve("data");
    question.generator().write(spark, Knobs.rows(200_000), Format.PARQUET, 6, data.toString());
    List<String> expected =
        OwnAnswers.lines(spark, question, plain, data, folder.resolve("expected"));
    Path answer = folder.resolve("answer");
    String[] onCluster = {
      "run",
      name,
      "--input",
      data.toString(),
      "--format",
      "json",
      "--output",
      answer.toString(),
      "--solution",
      "columnar-blocks",
      "--master",
      "local-cluster[2,1,1024]",
      // As clusters often have it; it knows no records.
      "--conf",
      "spark.serializer=org.apache.spark.serializer.KryoSerializer"
    };
    try (WatchService watch = folder.getFileSystem().newWatchService()) {
      folder.register(watch, ENTRY_CREATE);
      Process job = new Launcher(folder).start("barraiser", onCluster);
      Launcher.awaitStaging(watch, "answer");
      executors(job).findFirst().orElseThrow().destroyForcibly();
      assertThat(job.waitFor()).as(Files.readString(folder.resolve("barraiser.err"))).isZero();
    }
    assertThat(Launcher.sortedLines(answer)).isNotEmpty().isEqualTo(expected);
  }

  /** The driver also starts short-lived commands of the file system. */
  private static Stream<ProcessHandle> executors(Process driver) {
    return driver
        .descendants()
        .filter(process -> process.info().command().orElse("").endsWith("java"));
  }
}
