package com.barraiser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.testing.WithSpark;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is edited while {@code check --watch} follows it. */
@WithSpark
class WatchTest {

  private static final String HOME = "barraiser.home";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final SparkSession spark;
  private final Console console = new Console();

  @TempDir private Path folder;

  WatchTest(SparkSession spark) {
    this.spark = spark;
  }

  @BeforeEach
  void ownHome() {
    System.setProperty(HOME, folder.resolve("home").toString());
  }

  @AfterEach
  void usualHome() {
    System.clearProperty(HOME);
  }

  @Test
  void answerIsJudgedAgainWheneverItIsSaved() throws Exception {
    Path file = Files.writeString(folder.resolve("answer.sql"), "SELECT * FROM nowhere");
    Thread watching =
        watch("check", "first-event", file.toString(), "--watch", "--case", "worked-example");
    await("answer.sql is wrong.");
    Files.writeString(file, resource("firstevent/solutions/WindowRank.sql"));
    await("answer.sql is right.");
    end(watching);
    assertThat(console.out().toString()).contains("Watching " + file);
  }

  @Tag("long")
  @Test
  void newVersionOfAnAnswerToAWarehouseEndsTheJudgingOfTheOneBefore() throws Exception {
    Path file = folder.resolve("answer.sql");
    Files.writeString(file, resource("shippedrevenue/solutions/MergeScript.sql"));
    Thread watching = watch("check", "shipped-revenue", file.toString(), "--watch");
    await("right  worked example");
    Files.writeString(file, "-- nothing is left");
    await("holds no statement");
    end(watching);
    assertThat(console.out().toString()).doesNotContain("answer.sql is");
  }

  private Thread watch(String... args) {
    Thread watching =
        new Thread(
            () -> {
              SparkSession.setActiveSession(spark);
              console.execute(args);
            },
            "watching");
    watching.start();
    return watching;
  }

  private void await(String text) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!console.out().toString().contains(text)) {
      assertThat(System.nanoTime()).as("%s in%n%s", text, console.out()).isLessThan(end);
      Thread.sleep(20);
    }
  }

  private static void end(Thread watching) throws InterruptedException {
    watching.interrupt();
    watching.join(PATIENCE.toMillis());
    assertThat(watching.isAlive()).isFalse();
  }

  private static String resource(String path) throws IOException {
    try (InputStream text =
        WatchTest.class.getResourceAsStream("/com/barraiser/questions/" + path)) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
