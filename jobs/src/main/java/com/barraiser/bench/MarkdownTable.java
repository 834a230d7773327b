package com.barraiser.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.barraiser.datasets.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Measurements as a table in Markdown, a line each. */
public final class MarkdownTable {

  private static final double MEGA = 1e6;

  private MarkdownTable() {}

  /** The table. Times are in seconds, sizes in millions of bytes. */
  public static String of(List<Measurement> measurements) {
    Comparison comparison = new Comparison(measurements);
    boolean varied = measurements.stream().anyMatch(one -> !one.vary().isEmpty());
    String header =
        "| question | rows | %ssolution | median s | min to max | compared | M rows/s | shuffle MB | spill MB | skew | answer |"
            .formatted(varied ? "varied | " : "");
    String rule = header.replaceAll("[^|]+", " --- ");
    String lines =
        measurements.stream()
            .map(measurement -> line(measurement, comparison, varied))
            .collect(Collectors.joining("\n"));
    return header + "\n" + rule + "\n" + lines;
  }

  /**
   * Writes a table to a file.
   *
   * @throws DataException if that fails
   */
  public static void write(Path file, String table) {
    try {
      Files.writeString(file, table + "\n", UTF_8);
    } catch (IOException e) {
      throw new DataException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  private static String line(Measurement one, Comparison comparison, boolean varied) {
    Map<String, Object> facts = one.facts();
    String vary = varied ? varied(one.vary()) + " | " : "";
    String times =
        one.times()
            .map(
                t ->
                    format(
                        "%.2f | %.2f to %.2f | %s | %s",
                        t.median(), t.min(), t.max(), comparison.words(one), speed(one)))
            .orElse(" | | | ");
    String spark =
        one.stages().isEmpty()
            ? " | | "
            : format(
                "%.1f | %.1f | %.1f",
                ((Number) facts.get("shuffle_bytes")).doubleValue() / MEGA,
                ((Number) facts.get("spill_bytes")).doubleValue() / MEGA,
                (Double) facts.get("task_skew"));
    String answer = one.outcome() == Outcome.MEASURED ? "right" : one.outcome().words();
    return format(
        "| %s | %,d | %s%s | %s | %s | %s |",
        one.question(), one.rows(), vary, one.solution(), times, spark, answer);
  }

  private static String speed(Measurement one) {
    return one.rowsPerSecond().map(speed -> format("%.1f", speed / MEGA)).orElse("");
  }

  private static String varied(Map<String, String> vary) {
    return new TreeMap<>(vary)
        .entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue().replace("|", "\\|"))
            .collect(Collectors.joining(", "));
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
