package com.barraiser.vocabulary;

import java.util.Objects;

/**
 * The answer to a question in another engine's SQL, to be measured beside the solutions. Its
 * parameters are named markers in snake case, such as {@code :as_of}.
 *
 * @param name the file's name: the engine, and after a hyphen which of several queries it is
 * @param sql the text of the query
 */
public record Peer(String name, String sql) {

  /** Checks that no component is null. */
  public Peer {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(sql, "sql");
  }

  /** The engine that understands the query. */
  public String engine() {
    int hyphen = name.indexOf('-');
    return hyphen < 0 ? name : name.substring(0, hyphen);
  }
}
