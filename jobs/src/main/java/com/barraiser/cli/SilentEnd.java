package com.barraiser.cli;

import java.io.PrintWriter;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import picocli.CommandLine;

/**
 * Lets a check give no verdict once its process is ended from outside, as by Ctrl-C: Spark stops
 * then, and what fails from that says nothing about an answer.
 */
final class SilentEnd {

  private final Gate out;
  private final Thread atExit = new Thread(this::begin, "silent-end");

  private SilentEnd(CommandLine command) {
    this.out = new Gate(command.getOut());
    command.setOut(new PrintWriter(out, true));
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** Applies to what a command prints, until it is removed. */
  static SilentEnd of(CommandLine command) {
    return new SilentEnd(command);
  }

  private void begin() {
    out.shut();
    Configurator.setAllLevels("", Level.OFF);
  }

  /** The command has said everything. */
  void remove() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The process ends already, and nothing is said any more.
    }
  }
}
