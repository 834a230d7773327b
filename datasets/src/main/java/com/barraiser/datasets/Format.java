package com.barraiser.datasets;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A way to store a table in files. */
public enum Format {
  /** JSON Lines: one object a line. */
  JSON("json", "jsonl", "ndjson"),
  /** Comma-separated values with a header, quoted as in RFC 4180. */
  CSV("csv"),
  /** Apache Parquet. */
  PARQUET("parquet"),
  /** A Delta Lake table: a folder with a transaction log. */
  DELTA("delta");

  private static final List<String> COMPRESSIONS =
      List.of(".gz", ".bz2", ".deflate", ".snappy", ".lz4", ".zst");

  private final List<String> extensions;

  Format(String... extensions) {
    this.extensions = List.of(extensions);
  }

  /** The format's name on the command line, in a file's name and in Spark. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format that a file's name tells, a compression's suffix aside. */
  public static Optional<Format> ofFile(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    for (String compression : COMPRESSIONS) {
      name = name.endsWith(compression) ? cut(name, compression) : name;
    }
    int dot = name.lastIndexOf('.');
    String extension = dot < 0 ? "" : name.substring(dot + 1);
    return Arrays.stream(values()).filter(f -> f.extensions.contains(extension)).findFirst();
  }

  /** The format with a name as on the command line. */
  public static Format named(String key) {
    return Arrays.stream(values())
        .filter(format -> format.key().equals(key.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no format '" + key + "'; there are " + keys()));
  }

  /** All formats' names, separated by commas. */
  public static String keys() {
    return Arrays.stream(values()).map(Format::key).collect(Collectors.joining(", "));
  }

  private static String cut(String text, String suffix) {
    return text.substring(0, text.length() - suffix.length());
  }
}
