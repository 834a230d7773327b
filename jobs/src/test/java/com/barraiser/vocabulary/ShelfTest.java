package com.barraiser.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.questions.Catalogue;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands beside an exercise is found. */
class ShelfTest {

  private static final Exercise EXERCISE = Catalogue.exercise("orders-fact");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "questions/ordersfact/solutions, true",
    "vocabulary/warehouse, true",
    "datasets/generate, true",
    "columnar, true",
    "questions/firstevent, false",
    "cli, false"
  })
  void fingerprintIsThatOfTheCodeThatAnswers(String place, boolean counts) throws IOException {
    String before = fingerprint();
    Path packageFolder = Files.createDirectories(folder.resolve("com/barraiser").resolve(place));
    Files.writeString(packageFolder.resolve("Added.class"), "bytes");
    assertThat(!fingerprint().equals(before)).isEqualTo(counts);
  }

  private String fingerprint() throws IOException {
    try (URLClassLoader code = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
      return Shelf.fingerprint(EXERCISE, code);
    }
  }
}
