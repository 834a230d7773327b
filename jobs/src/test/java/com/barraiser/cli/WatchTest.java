package com.barraiser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.check.answers.AnswerFile;
import com.barraiser.datasets.DataException;
import com.barraiser.questions.Catalogue;
import com.barraiser.testing.WithSpark;
import com.barraiser.vocabulary.Question;
import com.barraiser.vocabulary.Shelf;
import com.barraiser.vocabulary.SqlSolution;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A file that is edited while {@code check --watch} follows it. */
@WithSpark
class WatchTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final SparkSession spark;
  private final Console console = new Console();

  @TempDir private Path folder;

  @RegisterExtension private final OwnHome home = new OwnHome(() -> folder.resolve("home"));

  WatchTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void answerIsJudgedAgainWheneverItIsSaved() throws Exception {
    Path file = Files.writeString(folder.resolve("answer.sql"), "SELECT * FROM nowhere");
    Thread watching =
        watch("check", "first-event", file.toString(), "--watch", "--case", "worked-example");
    await("answer.sql is wrong.");
    Question question = Catalogue.question("first-event");
    Files.writeString(file, ((SqlSolution) Shelf.solution(question, "window-rank")).text());
    await("answer.sql is right.");
    end(watching);
    assertThat(console.out().toString()).contains("Watching " + file);
  }

  @Test
  void newVersionEndsTheJudgingOfTheOneBefore() throws Exception {
    Path file = Files.writeString(folder.resolve("answer.sql"), "first");
    List<String> seen = Collections.synchronizedList(new ArrayList<>());
    BiConsumer<Supplier<String>, PrintWriter> judge =
        (content, said) -> {
          String text = content.get();
          seen.add("begins " + text);
          said.println("begins " + text);
          if (text.equals("first")) {
            seen.add(stopped());
          }
          said.println("ends " + text);
        };
    Thread watching = follow(file, judge);
    await("begins first");
    Files.writeString(file, "second");
    await("ends second");
    end(watching);
    assertThat(seen).containsExactly("begins first", "interrupted", "begins second");
    assertThat(console.out().toString()).doesNotContain("ends first");
  }

  @Test
  void checkThatFailsIsSaidAsJson() throws Exception {
    Path file = Files.writeString(folder.resolve("answer.sql"), "SELECT 1");
    Thread watching =
        follow(
            file,
            (text, said) -> {
              throw new DataException("no space is left");
            });
    await("no space is left");
    end(watching);
    assertThat(console.out().toString().lines()).hasSize(1);
    JsonNode facts = new ObjectMapper().readTree(console.out().toString());
    assertThat(facts.get("question").asText()).isEqualTo("first-event");
    assertThat(facts.get("answer").asText()).isEqualTo("answer.sql");
    assertThat(facts.get("verdict").asText()).isEqualTo("failed");
    assertThat(facts.get("errors").get(0).asText()).contains("no space is left");
  }

  @Test
  void fileThatIsNoTextIsSaid() throws Exception {
    Path file = Files.write(folder.resolve("answer.sql"), new byte[] {(byte) 0xE9});
    Thread watching =
        watch("check", "first-event", file.toString(), "--watch", "--case", "worked-example");
    await("answer.sql is not text in UTF-8");
    end(watching);
  }

  @Tag("long")
  @Test
  void nothingOfOneVersionOfAScriptIsThereForTheNext() throws Exception {
    Path file =
        Files.writeString(folder.resolve("answer.sql"), "CREATE TEMP VIEW helper AS SELECT 1 AS a");
    Thread watching =
        watch("check", "shipped-revenue", file.toString(), "--watch", "--case", "worked-example");
    await("answer.sql is wrong.");
    Files.writeString(file, "CREATE TEMP VIEW other AS SELECT a FROM helper");
    await("`helper` cannot be found");
    end(watching);
  }

  /** Waits for ever, unless interrupted. */
  private static String stopped() {
    try {
      new CountDownLatch(1).await();
      return "never";
    } catch (InterruptedException e) {
      return "interrupted";
    }
  }

  private Thread watch(String... args) {
    return started(
        () -> {
          SparkSession.setActiveSession(spark);
          return console.execute(args);
        });
  }

  /** Watches an answer to {@code first-event}, of which each version is judged so. */
  private Thread follow(Path file, BiConsumer<Supplier<String>, PrintWriter> judge) {
    PrintWriter out = new PrintWriter(console.out(), true);
    Question question = Catalogue.question("first-event");
    return started(
        () -> {
          Watch.follow(spark, question, new AnswerFile(file), true, out, judge);
          return "ended";
        });
  }

  private static Thread started(Callable<?> work) {
    Thread thread = new Thread(new FutureTask<>(work), "watching");
    thread.setDaemon(true);
    thread.start();
    return thread;
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
}
