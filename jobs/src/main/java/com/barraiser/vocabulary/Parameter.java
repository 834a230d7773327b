package com.barraiser.vocabulary;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;

/**
 * A value that a question may be asked with.
 *
 * @param name the name in kebab case, as in {@code --set as-of=…}; SQL has it in snake case
 * @param meaning one line for the user, with the default
 * @param parser reads the value's text; throws an {@link IllegalArgumentException} whose message
 *     says what a right value looks like
 * @param fallback gives the value where none is set; it may look into the tables
 */
public record Parameter(
    String name,
    String meaning,
    Function<String, Object> parser,
    Function<Tables, Object> fallback) {

  /** Checks that no component is null. */
  public Parameter {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(meaning, "meaning");
    Objects.requireNonNull(parser, "parser");
    Objects.requireNonNull(fallback, "fallback");
  }

  /** An instant, such as {@code 2024-03-01T12:00:00Z}; without an offset it is UTC. */
  public static Parameter timestamp(
      String name, String meaning, Function<Tables, Object> fallback) {
    return new Parameter(name, meaning, ParameterTexts::timestamp, fallback);
  }

  /** A day, such as {@code 2024-03-01}. */
  public static Parameter date(String name, String meaning, Function<Tables, Object> fallback) {
    return new Parameter(name, meaning, ParameterTexts::date, fallback);
  }

  /** A length of time above zero, such as {@code 36h}, {@code 7d} or {@code 1d12h}. */
  public static Parameter duration(String name, String meaning, Duration fallback) {
    return days(name, meaning, 0, fallback);
  }

  /** A length of time of at least so many days. */
  public static Parameter days(String name, String meaning, int minimum, Duration fallback) {
    return new Parameter(
        name,
        meaning,
        text -> ParameterTexts.duration(text, Duration.ofDays(minimum)),
        tables -> fallback);
  }

  /** A whole number. */
  public static Parameter integer(String name, String meaning, int minimum, int fallback) {
    return new Parameter(
        name, meaning, text -> ParameterTexts.integer(text, minimum), tables -> fallback);
  }
}
