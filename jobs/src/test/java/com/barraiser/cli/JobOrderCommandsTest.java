package com.barraiser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.testing.WithSpark;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table that may be missing and an input without an answer, on the command line. */
@WithSpark
class JobOrderCommandsTest {

  private static final String HEADER = "upstream_job,downstream_job\n";

  private final SparkSession spark;
  private final Console console = new Console();
  private final StringWriter out = console.out();
  private final StringWriter err = console.err();

  @TempDir private Path folder;
  private Path dependencies;

  JobOrderCommandsTest(SparkSession spark) {
    this.spark = spark;
  }

  @BeforeEach
  void writeDependencies() throws IOException {
    dependencies = Files.createDirectories(folder.resolve("in")).resolve("dependencies.csv");
    Files.writeString(dependencies, HEADER + "b,a\na,c\n");
  }

  @Test
  void dependenciesAloneAreEnough() {
    assertThat(run("--input", dependencies.toString())).as(err.toString()).isZero();
    assertThat(rows()).containsExactly("[1,b,0]", "[2,a,1]", "[3,c,2]");
  }

  @Test
  void folderMayHoldJobsOrNot() throws IOException {
    assertThat(run("--input", folder + "/in")).as(err.toString()).isZero();
    assertThat(rows()).hasSize(3);
    Files.writeString(folder.resolve("in/jobs.csv"), "job\nz\nb\n");
    assertThat(run("--input", folder + "/in", "--overwrite")).as(err.toString()).isZero();
    assertThat(rows()).containsExactly("[1,b,0]", "[2,z,0]", "[3,a,1]", "[4,c,2]");
  }

  @Test
  void folderWithJobsOnlyLacksDependencies() throws IOException {
    Path jobs = Files.createDirectory(folder.resolve("jobs-only"));
    Files.writeString(jobs.resolve("jobs.csv"), "job\nz\n");
    assertThat(run("--input", jobs.toString())).isOne();
    assertThat(err.toString()).contains("jobs-only holds no table dependencies");
  }

  @Test
  void bothTablesMayBeNamed() throws IOException {
    Path jobs = Files.writeString(folder.resolve("others.json"), "{\"job\":\"z\"}\n");
    assertThat(run("--input", "dependencies=" + dependencies, "--input", "jobs=" + jobs))
        .as(err.toString())
        .isZero();
    assertThat(rows()).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"kahn-on-driver", "contract-chains", "recursive-levels"})
  void cycleIsSaidInOneLineAndNothingIsWritten(String solution) throws IOException {
    Files.writeString(dependencies, HEADER + "a,b\nb,c\nc,a\nc,d\nx,x\n");
    assertThat(run("--input", dependencies.toString(), "--solution", solution)).isOne();
    assertThat(err.toString()).hasLineCount(1).contains("a -> b -> c -> a").contains("no order");
    assertThat(out.toString()).isEmpty();
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(folder.resolve("in"));
    }
  }

  @Test
  void cycleIsSaidWhereTheAnswerIsShownToo() throws IOException {
    Files.writeString(dependencies, HEADER + "b,b\n");
    assertThat(console.execute("run", "job-order", "--input", dependencies.toString())).isOne();
    assertThat(err.toString()).hasLineCount(1).contains("b -> b");
    assertThat(out.toString()).isEmpty();
  }

  private Stream<String> rows() {
    return spark.read().parquet(folder + "/out").orderBy("position").collectAsList().stream()
        .map(Object::toString);
  }

  private int run(String... arguments) {
    return console.execute(
        Stream.concat(
                Stream.of("run", "job-order", "--output", folder + "/out"), Stream.of(arguments))
            .toArray(String[]::new));
  }
}
