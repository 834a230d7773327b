package com.barraiser.check.stages;

/** What an answer goes through, in order. */
public enum Stage {
  /** The answer's columns. */
  SCHEMA("columns"),
  /** The example of the statement. */
  EXAMPLE("worked example"),
  /** The small inputs with a name. */
  CASES("named cases"),
  /** The small inputs from seeds. */
  GENERATED("generated cases"),
  /** The same rows in other orders, partitions and files. */
  VARIATIONS("row order, partitions, files"),
  /** More data. */
  SIZE("larger data");

  private final String title;

  Stage(String title) {
    this.title = title;
  }

  /** The stage in words. */
  public String title() {
    return title;
  }
}
