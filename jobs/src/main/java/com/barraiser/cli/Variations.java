package com.barraiser.cli;

import static java.util.stream.Collectors.joining;

import com.barraiser.datasets.generate.Knob;
import com.barraiser.datasets.generate.Knobs;
import com.barraiser.vocabulary.Exercise;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;

/** What an experiment varies: settings of a Spark session and knobs of generated data. */
final class Variations {

  private static final String SPARK = "spark.";
  private static final String COMMON = "seed, skew, late, duplicates, malformed, days";

  private Variations() {}

  /**
   * What is varied, with all values of each.
   *
   * @param arguments {@code KEY=V1,V2} each
   * @throws IllegalArgumentException if one is not, or names what another names
   */
  static Map<String, String> named(List<String> arguments) {
    Map<String, String> vary = new LinkedHashMap<>();
    for (String argument : arguments) {
      int sign = argument.indexOf('=');
      if (sign < 1) {
        throw new IllegalArgumentException("--vary %s is not KEY=V1,V2".formatted(argument));
      }
      String key = argument.substring(0, sign);
      if (vary.put(key, argument.substring(sign + 1)) != null) {
        throw new IllegalArgumentException(
            "--vary names %s twice; name its values with commas: %s=V1,V2".formatted(key, key));
      }
    }
    return vary;
  }

  /** Every combination of the values, which stand behind one another with commas. */
  static List<Map<String, String>> combinations(Map<String, String> vary) {
    List<Map<String, String>> all = List.of(Map.of());
    for (Map.Entry<String, String> one : vary.entrySet()) {
      List<Map<String, String>> longer = new ArrayList<>();
      for (Map<String, String> combination : all) {
        for (String value : one.getValue().split(",", -1)) {
          Map<String, String> with = new LinkedHashMap<>(combination);
          with.put(one.getKey(), value.strip());
          longer.add(with);
        }
      }
      all = longer;
    }
    return all;
  }

  /**
   * The knobs of a data set.
   *
   * @throws IllegalArgumentException if a name is no knob of the question, or a value does not fit
   */
  static Knobs knobs(Exercise question, long rows, Map<String, String> vary) {
    return knobs(question, rows, vary, Map.of());
  }

  /** The same where something else than usual is set unless it is varied. */
  static Knobs knobs(
      Exercise question, long rows, Map<String, String> vary, Map<String, String> usual) {
    Map<String, String> values = new TreeMap<>(usual);
    values.putAll(vary);
    values.keySet().removeIf(Variations::isSetting);
    long seed = whole("seed", values.remove("seed"), 1);
    double skew = number("skew", values.remove("skew"), 0);
    double late = number("late", values.remove("late"), 0);
    double duplicates = number("duplicates", values.remove("duplicates"), 0);
    double malformed = number("malformed", values.remove("malformed"), 0);
    int days = (int) Math.min(whole("days", values.remove("days"), 7), Integer.MAX_VALUE);
    Map<String, Double> own = new TreeMap<>();
    values.forEach((name, text) -> own.put(name, knob(question, name).parse(text)));
    return new Knobs(rows, seed, skew, late, duplicates, malformed, days, own);
  }

  /**
   * Refuses knobs where no data is generated.
   *
   * @throws IllegalArgumentException if a knob is varied
   */
  static void checkNoKnobs(Map<String, String> vary) {
    for (String name : vary.keySet()) {
      if (!isSetting(name)) {
        throw new IllegalArgumentException(
            "%s is a knob of generated data, and --input names tables of yours".formatted(name));
      }
    }
  }

  private static long whole(String name, String text, long fallback) {
    try {
      return text == null ? fallback : Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("%s=%s is not a whole number".formatted(name, text), e);
    }
  }

  private static double number(String name, String text, double fallback) {
    try {
      return text == null ? fallback : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("%s=%s is not a number".formatted(name, text), e);
    }
  }

  private static Knob knob(Exercise question, String name) {
    List<Knob> own = question.generator().knobs();
    return own.stream()
        .filter(knob -> knob.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s has no knob '%s' to vary; there are %s, and settings of Spark"
                        .formatted(
                            question.name(),
                            name,
                            own.stream()
                                .map(knob -> ", " + knob.name())
                                .collect(joining("", COMMON, "")))));
  }

  /**
   * Runs something with other settings, and puts the former ones back.
   *
   * @throws IllegalArgumentException if a setting cannot be changed in a session, or not to that
   */
  static void with(SparkSession spark, Map<String, String> vary, Runnable work) {
    Map<String, Optional<String>> before = new LinkedHashMap<>();
    try {
      vary.forEach(
          (key, value) -> {
            if (isSetting(key)) {
              checkModifiable(spark, key);
              before.put(key, option(spark, key));
              spark.conf().set(key, value);
            }
          });
      work.run();
    } finally {
      before.forEach(
          (key, value) ->
              value.ifPresentOrElse(
                  text -> spark.conf().set(key, text), () -> spark.conf().unset(key)));
    }
  }

  /** Checks that a session can change a setting. */
  static void checkModifiable(SparkSession spark, String key) {
    if (isSetting(key) && !spark.conf().isModifiable(key)) {
      throw new IllegalArgumentException(
          "%s is fixed when Spark starts; run bench once for each value, with --conf %s=VALUE"
              .formatted(key, key));
    }
  }

  private static Optional<String> option(SparkSession spark, String key) {
    scala.Option<String> value = spark.conf().getOption(key);
    return value.isDefined() ? Optional.of(value.get()) : Optional.empty();
  }

  private static boolean isSetting(String key) {
    return key.startsWith(SPARK);
  }
}
