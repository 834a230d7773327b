package com.barraiser.cli;

import java.io.PrintWriter;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import picocli.CommandLine;

/**
 * Lets a command say nothing more once its process is ended from outside, as by Ctrl-C: Spark stops
 * then, and what fails from that says nothing about an answer or a file.
 */
final class SilentEnd {

  private final Gate out;
  private final Gate err;

  private SilentEnd(CommandLine commandLine) {
    this.out = new Gate(commandLine.getOut());
    this.err = new Gate(commandLine.getErr());
  }

  /** Applies to the command line until the process has ended. */
  static void of(CommandLine commandLine) {
    SilentEnd end = new SilentEnd(commandLine);
    commandLine.setOut(new PrintWriter(end.out, true)).setErr(new PrintWriter(end.err, true));
    Runtime.getRuntime().addShutdownHook(new Thread(end::begin, "silent-end"));
  }

  private void begin() {
    out.shut();
    err.shut();
    Configurator.setAllLevels("", Level.OFF);
  }
}
