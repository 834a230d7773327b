package com.barraiser.datasets.generate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * States what a generated data set was asked to be and what it is.
 *
 * @param format the files' format
 * @param knobs what was asked for
 * @param achieved what came out, measured on the rows, by table
 */
public record Manifest(
    @JsonProperty String format,
    @JsonProperty Knobs knobs,
    @JsonProperty Map<String, Achieved> achieved) {

  /** The manifest's file name in the data set's folder. */
  public static final String FILE_NAME = "_manifest.json";

  /** Sorts the tables by name, so that the same data set has the same manifest. */
  public Manifest {
    achieved = Collections.unmodifiableMap(new TreeMap<>(achieved));
  }

  /**
   * What one table is like.
   *
   * @param rows how many rows were written, damaged ones among them
   * @param hottestKey the share of the key that the skew favours most
   * @param late the share of late rows
   * @param duplicates the share of rows that repeat another
   * @param malformed the share of damaged rows, which a reader rejects
   * @param further other shares that the generator states, by name
   */
  public record Achieved(
      @JsonProperty long rows,
      @JsonProperty("hottest_key_share") double hottestKey,
      @JsonProperty("late_share") double late,
      @JsonProperty("duplicate_share") double duplicates,
      @JsonProperty("malformed_share") double malformed,
      @JsonProperty @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Double> further) {

    /** Sorts the further shares by name; a manifest does not write them where there are none. */
    public Achieved {
      further =
          Collections.unmodifiableMap(new TreeMap<>(Optional.ofNullable(further).orElse(Map.of())));
    }

    /** A table of which nothing further is stated. */
    public Achieved(
        long rows, double hottestKey, double late, double duplicates, double malformed) {
      this(rows, hottestKey, late, duplicates, malformed, Map.of());
    }
  }

  /** The manifest as JSON. */
  public String toJson() {
    try {
      return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(this);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The manifest of a data set, or nothing where there is none or it cannot be understood. */
  public static Optional<Manifest> read(Configuration hadoop, String folder) {
    Path file = new Path(folder, FILE_NAME);
    try {
      FileSystem files = file.getFileSystem(hadoop);
      if (!files.exists(file)) {
        return Optional.empty();
      }
      try (InputStream in = files.open(file)) {
        return Optional.of(JsonMapper.builder().build().readValue(in, Manifest.class));
      }
    } catch (JacksonException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the manifest into the data set's folder. */
  public void write(Configuration hadoop, String folder) {
    Path file = new Path(folder, FILE_NAME);
    try (OutputStream out = file.getFileSystem(hadoop).create(file, false)) {
      out.write((toJson() + "\n").getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
