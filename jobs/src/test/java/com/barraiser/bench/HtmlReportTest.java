package com.barraiser.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The page of an experiment, as text and in a browser. */
class HtmlReportTest {

  private static final String EVIL = "</script><img src=x onerror=document.title='pwned'>\u2028";
  private static final Environment ENVIRONMENT =
      new Environment(2, 1_000_000_000, "local[2]", "machine " + EVIL, Map.of(), Map.of("k", EVIL));

  @TempDir private Path folder;

  @Test
  void textFromDataCannotBecomeMarkup() {
    String page = ownPart();
    assertThat(page).doesNotContain("<img", "\u2028").contains("\\u003c/script\\u003e\\u003cimg");
    assertThat(Pattern.compile("</script>").matcher(page).results()).hasSize(3);
  }

  @Test
  void pageNeedsNoNetwork() {
    assertThat(ownPart()).doesNotContainPattern("<(script|link|img)[^>]+(src|href)=");
  }

  /** The page without the library, which has markup in its texts. */
  private static String ownPart() {
    String page = HtmlReport.page(measurements(), ENVIRONMENT);
    int library = page.indexOf("<script>") + "<script>".length();
    return page.substring(0, library) + page.substring(page.indexOf("</script>", library));
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void browserDrawsThePlots() throws Exception {
    Optional<Path> browser = browser();
    assumeTrue(browser.isPresent(), "no chromium, chromium-browser or google-chrome on the PATH");
    Path page = folder.resolve("report.html");
    HtmlReport.write(page, measurements(), ENVIRONMENT);
    String dom = dom(browser.get(), page);
    assertThat(dom).doesNotContain("<title>pwned");
    List<String> plots = Stream.of(dom.split("<div class=\"plot\"")).skip(1).toList();
    // Time over rows, then bars and stages for each of two sizes.
    assertThat(plots).hasSize(5);
    for (String plot : plots) {
      String drawing = plot.substring(plot.indexOf("<svg"), plot.indexOf("</svg>"));
      assertThat(Pattern.compile("<path [^>]*fill=\"#").matcher(drawing).results().count())
          .as("marks in %s", drawing)
          .isGreaterThanOrEqualTo(2);
    }
    assertThat(dom).contains("slope 1.00", "timed out: took longer", "2.00× faster", "== Plan");
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void daysOfHistoryAreAnAxisAndNoSetting() throws Exception {
    Optional<Path> browser = browser();
    assumeTrue(browser.isPresent(), "no chromium, chromium-browser or google-chrome on the PATH");
    List<Measurement> days = new ArrayList<>();
    for (long length : List.of(10L, 100L)) {
      Map<String, String> vary = Map.of("history", String.valueOf(length));
      Scale scale = new Scale(Scale.Unit.HISTORY, length);
      days.add(measurement("flat", scale, 1_000 * length, vary, Optional.of(times(3))));
    }
    Path page = folder.resolve("report.html");
    HtmlReport.write(page, days, ENVIRONMENT);
    String drawn = dom(browser.get(), page);
    assertThat(drawn.substring(drawn.indexOf("<main"), drawn.indexOf("</main>")))
        .contains("Time over days of history", "slope 0.00", "100 days of history")
        .doesNotContain("history=", "rows/s", "Plans");
    assertThat(MarkdownTable.of(days)).contains("| history=100 |");
  }

  private String dom(Path browser, Path page) throws IOException, InterruptedException {
    File out = folder.resolve("dom.html").toFile();
    Process process =
        new ProcessBuilder(
                browser.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--user-data-dir=" + folder.resolve("profile"),
                "--virtual-time-budget=3000",
                "--dump-dom",
                page.toUri().toString())
            .redirectOutput(out)
            .redirectError(folder.resolve("browser.log").toFile())
            .start();
    assertThat(process.waitFor()).isZero();
    return Files.readString(out.toPath());
  }

  private static Optional<Path> browser() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(
            place ->
                Stream.of("chromium", "chromium-browser", "google-chrome")
                    .map(name -> Path.of(place, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static List<Measurement> measurements() {
    List<Measurement> all = new ArrayList<>();
    for (long rows : List.of(1_000L, 10_000L)) {
      all.add(measurement("slow " + EVIL, rows, Optional.of(times(rows / 500.0))));
      all.add(measurement("fast", rows, Optional.of(times(rows / 1000.0))));
      all.add(measurement("stuck", rows, Optional.empty()));
    }
    return all;
  }

  private static Times times(double middle) {
    return new Times(List.of(middle * 0.9, middle, middle * 1.1));
  }

  private static Measurement measurement(String solution, long rows, Optional<Times> times) {
    return measurement(solution, new Scale(Scale.Unit.ROWS, rows), rows, Map.of(), times);
  }

  private static Measurement measurement(
      String solution, Scale scale, long rows, Map<String, String> vary, Optional<Times> times) {
    return new Measurement(
        "question",
        solution,
        "spark",
        scale,
        rows,
        vary,
        times.isPresent() ? Outcome.MEASURED : Outcome.TIMED_OUT,
        times.isPresent() ? "" : "took longer than 1 s",
        times,
        Optional.of(new Checksum(3, "abc")),
        times.isPresent() ? List.of(stage(0), stage(1)) : List.of(),
        scale.unit() == Scale.Unit.ROWS ? "== Plan of " + solution + " ==" : "",
        Map.of("spark", "4"),
        Map.of("spark.shuffle.compress", "false"),
        2,
        1_000,
        Instant.EPOCH);
  }

  private static StageMetrics stage(int id) {
    return new StageMetrics(id, "stage " + EVIL, 2, 1.5, 1, 0.1, 100, 0, 50, 0, 0, 1_000, 1.2);
  }
}
