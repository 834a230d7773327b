package com.barraiser.cli;

import java.io.IOException;
import java.io.Writer;

/** Passes text on until it is shut: what is being cancelled has nothing to say any more. */
final class Gate extends Writer {

  private final Writer out;
  private volatile boolean isShut;

  Gate(Writer out) {
    this.out = out;
  }

  /** Drops what comes from now on. */
  void shut() {
    isShut = true;
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    if (!isShut) {
      out.write(text, from, length);
    }
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() {
    shut();
  }
}
