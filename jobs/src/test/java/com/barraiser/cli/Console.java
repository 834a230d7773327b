package com.barraiser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** Executes commands inside this JVM, and keeps what they print. */
final class Console {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** All that was printed as a result. */
  StringWriter out() {
    return out;
  }

  /** All that was said beside results. */
  StringWriter err() {
    return err;
  }

  /** The exit code. */
  int execute(String... args) {
    CommandLine commandLine = Main.commandLine();
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    return commandLine.execute(args);
  }

  /** What a command that must succeed prints as JSON, and nothing from before it. */
  JsonNode executeJson(String... args) throws IOException {
    out.getBuffer().setLength(0);
    assertThat(execute(args)).as(err.toString()).isZero();
    return JSON.readTree(out.toString());
  }
}
