package com.barraiser.cli;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchService;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a lost process had made of columnar batches is made again by another. */
@Timeout(value = 180, unit = SECONDS)
class LostExecutorIT {

  @TempDir private Path folder;

  @ParameterizedTest
  @Tag("long")
  @CsvSource({
    "first-event, packed-values",
    "top-asins, candidates-first",
    "conversion-7d, packed-exists",
    "latest-order, winners-items",
    "shipped-gmv, hash-joins",
    "category-share, split-sums"
  })
  void blocksOfLongsTravelBetweenProcessesOfWhichOneIsLost(String question, String plain)
      throws Exception {
    Path data = folder.resolve("data");
    assertThat(
            launch(
                    "generate",
                    question,
                    "--rows",
                    "200k",
                    "--partitions",
                    "6",
                    "--output",
                    data.toString())
                .code())
        .isZero();
    Path expected = folder.resolve("expected");
    String[] run = {"run", question, "--input", data.toString(), "--format", "json", "--output"};
    assertThat(launch(with(run, expected.toString(), "--solution", plain)).code()).isZero();
    Path answer = folder.resolve("answer");
    String[] onCluster =
        with(
            run,
            answer.toString(),
            "--solution",
            "columnar-blocks",
            "--master",
            "local-cluster[2,1,1024]");
    try (WatchService watch = folder.getFileSystem().newWatchService()) {
      folder.register(watch, ENTRY_CREATE);
      Process job = start(onCluster);
      Launcher.awaitStaging(watch, "answer");
      executors(job).findFirst().orElseThrow().destroyForcibly();
      assertThat(job.waitFor()).as(Files.readString(folder.resolve("barraiser.err"))).isZero();
    }
    assertThat(Launcher.sortedLines(answer)).isNotEmpty().isEqualTo(Launcher.sortedLines(expected));
  }

  private Launcher.Finished launch(String... arguments) throws IOException, InterruptedException {
    return new Launcher(folder).launch(arguments);
  }

  private Process start(String... arguments) throws IOException {
    return new Launcher(folder).start("barraiser", arguments);
  }

  /** The driver also starts short-lived commands of the file system. */
  private static Stream<ProcessHandle> executors(Process driver) {
    return driver
        .descendants()
        .filter(process -> process.info().command().orElse("").endsWith("java"));
  }

  private static String[] with(String[] arguments, String... further) {
    return Stream.concat(Stream.of(arguments), Stream.of(further)).toArray(String[]::new);
  }
}
