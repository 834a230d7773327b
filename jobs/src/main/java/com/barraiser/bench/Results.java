package com.barraiser.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.barraiser.datasets.DataException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;

/** Keeps measurements as JSON Lines. */
public final class Results {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Results() {}

  /**
   * Appends measurements to a file, which is made where there is none.
   *
   * @throws DataException if it cannot be written
   */
  public static void append(Path file, List<Measurement> measurements) {
    String lines =
        measurements.stream()
            .map(measurement -> json(measurement.facts()) + "\n")
            .collect(Collectors.joining());
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, lines, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new DataException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /** One line of JSON. */
  static String json(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
