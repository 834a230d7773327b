package com.barraiser.vocabulary;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A small input, and what it is good for.
 *
 * @param name a name in kebab case
 * @param catches the mistake that fails on it, in one line
 * @param tables the lines of each table in JSON Lines, by the table's name; lines that break the
 *     table's rules are rejected, as in a file
 * @param parameters the values that are set, as text
 */
public record Case(
    String name, String catches, Map<String, List<String>> tables, Map<String, String> parameters) {

  /** Copies the collections. */
  public Case {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(catches, "catches");
    tables = Map.copyOf(tables);
    parameters = Map.copyOf(parameters);
  }
}
