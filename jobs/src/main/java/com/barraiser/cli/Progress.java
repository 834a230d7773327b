package com.barraiser.cli;

import com.barraiser.datasets.DataException;
import com.barraiser.vocabulary.Exercise;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;

/** What the user has passed and seen, remembered in one small file. */
final class Progress {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String PASSED = "passed";
  private static final String ANSWER = "answer";
  private static final String HINTS = "hints";
  private static final String ASKED = "asked_for_solutions";

  private final Path file;

  private Progress(Path file) {
    this.file = file;
  }

  /** The progress in its usual place. */
  static Progress open() {
    return new Progress(Home.place("progress.json"));
  }

  /** When a question was first passed, as ISO-8601 text. */
  Optional<String> passed(Exercise exercise) {
    return Optional.ofNullable(of(exercise).get(PASSED)).map(JsonNode::asText);
  }

  /** Remembers that a question was passed; the first time counts. */
  void pass(Exercise exercise, String answer) {
    if (passed(exercise).isEmpty()) {
      change(
          exercise,
          facts -> {
            facts.put(PASSED, Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
            facts.put(ANSWER, answer);
          });
    }
  }

  /** How many hints have been shown. */
  int hints(Exercise exercise) {
    return of(exercise).path(HINTS).asInt();
  }

  /** Remembers how many hints have been shown. */
  void showedHints(Exercise exercise, int number) {
    change(exercise, facts -> facts.put(HINTS, number));
  }

  /** Whether the solutions may be shown: after passing, or when asked for before. */
  boolean maySeeSolutions(Exercise exercise) {
    return passed(exercise).isPresent() || of(exercise).path(ASKED).asBoolean();
  }

  /** Remembers that the solutions were asked for. */
  void askedForSolutions(Exercise exercise) {
    change(exercise, facts -> facts.put(ASKED, true));
  }

  private JsonNode of(Exercise exercise) {
    return read().path(exercise.name());
  }

  private ObjectNode read() {
    try {
      return Files.exists(file) && MAPPER.readTree(file.toFile()) instanceof ObjectNode all
          ? all
          : MAPPER.createObjectNode();
    } catch (JsonProcessingException e) {
      throw damaged(e);
    } catch (IOException e) {
      throw new DataException("cannot read " + file + ": " + e, e);
    }
  }

  private DataException damaged(Exception e) {
    return new DataException(file + " is damaged; delete it to start anew", e);
  }

  /** The file is replaced in one step, so that a start beside this one never reads half of it. */
  private void change(Exercise exercise, Consumer<ObjectNode> change) {
    ObjectNode all = read();
    try {
      change.accept(all.withObjectProperty(exercise.name()));
    } catch (UnsupportedOperationException e) { // Something else stands there.
      throw damaged(e);
    }
    try {
      Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
      Path written = Files.createTempFile(folder, "progress", ".json");
      MAPPER.writerWithDefaultPrettyPrinter().writeValue(written.toFile(), all);
      Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new DataException("cannot write " + file + ": " + e, e);
    }
  }
}
