package com.barraiser.vocabulary;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The values that a question is asked with, one for each of its parameters.
 *
 * @param values the values by the parameters' names
 */
public record Parameters(Map<String, Object> values) {

  /** Copies the values. */
  public Parameters {
    values = Map.copyOf(values);
  }

  /**
   * Reads the values that a user set and fills in the others.
   *
   * @throws IllegalArgumentException if a name is unknown or a value cannot be read
   */
  public static Parameters of(Exercise exercise, Map<String, String> texts, Tables tables) {
    checkNames(exercise, texts);
    Map<String, Object> values = new LinkedHashMap<>();
    for (Parameter parameter : exercise.parameters()) {
      String text = texts.get(parameter.name());
      Object value =
          text == null ? parameter.fallback().apply(tables) : parse(exercise, parameter, text);
      values.put(parameter.name(), value);
    }
    return new Parameters(values);
  }

  /**
   * Checks the names and values that a user set, before any table is opened.
   *
   * @throws IllegalArgumentException if a name is unknown or a value cannot be read
   */
  public static void check(Exercise exercise, Map<String, String> texts) {
    checkNames(exercise, texts);
    exercise.parameters().stream()
        .filter(parameter -> texts.containsKey(parameter.name()))
        .forEach(parameter -> parse(exercise, parameter, texts.get(parameter.name())));
  }

  private static void checkNames(Exercise exercise, Map<String, String> texts) {
    List<String> known = exercise.parameters().stream().map(Parameter::name).toList();
    for (String name : texts.keySet()) {
      if (!known.contains(name)) {
        String have = known.isEmpty() ? "no parameters" : "the parameters " + known;
        throw new IllegalArgumentException(
            "%s has no parameter '%s'; it has %s".formatted(exercise.name(), name, have));
      }
    }
  }

  private static Object parse(Exercise exercise, Parameter parameter, String text) {
    try {
      return parameter.parser().apply(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s: %s=%s: %s".formatted(exercise.name(), parameter.name(), text, e.getMessage()), e);
    }
  }

  /** The value of a timestamp. */
  public Instant instant(String name) {
    return (Instant) value(name);
  }

  /** The value of a date. */
  public LocalDate date(String name) {
    return (LocalDate) value(name);
  }

  /** The value of a duration. */
  public Duration duration(String name) {
    return (Duration) value(name);
  }

  /** The value of a whole number. */
  public int integer(String name) {
    return (Integer) value(name);
  }

  private Object value(String name) {
    return Optional.ofNullable(values.get(name))
        .orElseThrow(
            () -> new IllegalArgumentException("no parameter " + name + " in " + values.keySet()));
  }

  /** The values by the names that SQL solutions know. */
  public Map<String, Object> markers() {
    return values.entrySet().stream()
        .collect(Collectors.toMap(e -> e.getKey().replace('-', '_'), Map.Entry::getValue));
  }
}
