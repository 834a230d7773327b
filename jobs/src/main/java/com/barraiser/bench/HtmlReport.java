package com.barraiser.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.barraiser.datasets.DataException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measurements as one page that opens offline: its scripts are in it. The data stands in it as JSON
 * and reaches the reader as text only, so that nothing in it can become markup or a script.
 */
public final class HtmlReport {

  private HtmlReport() {}

  /**
   * Writes the page.
   *
   * @throws DataException if it cannot be written
   */
  public static void write(Path file, List<Measurement> measurements, Environment environment) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, page(measurements, environment), UTF_8);
    } catch (IOException e) {
      throw new DataException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /** The page as text. */
  static String page(List<Measurement> measurements, Environment environment) {
    Comparison comparison = new Comparison(measurements);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("environment", environment);
    data.put("measurements", measurements.stream().map(one -> facts(one, comparison)).toList());
    return resource("page.html")
        .replace("/* style */", resource("page.css"))
        .replace("/* data */", embeddable(Results.json(data)))
        .replace("/* plots */", resource("echarts.common.min.js"))
        .replace("/* page */", resource("page.js"));
  }

  private static Map<String, Object> facts(Measurement one, Comparison comparison) {
    Map<String, Object> facts = one.facts();
    facts.put("scale", one.scale());
    facts.put("detail", one.detail());
    facts.put("compared", comparison.words(one));
    facts.put("stages", one.stages());
    facts.put("plan", one.plan());
    facts.put("plan_difference", comparison.planDifference(one));
    return facts;
  }

  /** JSON that can neither end the script element around it nor a line of old JavaScript. */
  static String embeddable(String json) {
    return json.replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  private static String resource(String name) {
    try (InputStream in = HtmlReport.class.getResourceAsStream("page/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the page lacks its " + name);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
