package com.barraiser.datasets.read;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Lets a CSV parser survive a row of millions of cells: it stops at a number of cells that it has
 * room for. Commas beyond that number arrive as another character, which no byte decodes to, so
 * that the row can be told and its text be put right again.
 */
final class CellLimit extends FilterReader {

  /** Stands for a comma that came too late. */
  static final char EXCESS = '\uFFFE';

  private final int maxCells;
  private State state = State.START_OF_CELL;
  private int cells = 1;

  CellLimit(Reader text, int maxCells) {
    super(text);
    this.maxCells = maxCells;
  }

  @Override
  public int read() throws IOException {
    int c = super.read();
    return c < 0 ? c : limited((char) c);
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    for (int i = offset; i < offset + read; i++) {
      buffer[i] = limited(buffer[i]);
    }
    return read;
  }

  private char limited(char c) {
    if (c == '"') {
      state = afterQuote();
      return c;
    }
    if (state == State.QUOTED) {
      return c;
    }
    if (c == ',') {
      state = State.START_OF_CELL;
      cells++;
      return cells > maxCells ? EXCESS : c;
    }
    boolean endOfRow = c == '\n' || c == '\r';
    cells = endOfRow ? 1 : cells;
    state = endOfRow ? State.START_OF_CELL : State.PLAIN;
    return c;
  }

  /** A quote opens a cell only at its start; inside, two stand for one. */
  private State afterQuote() {
    return switch (state) {
      case START_OF_CELL, QUOTE_IN_QUOTED -> State.QUOTED;
      case QUOTED -> State.QUOTE_IN_QUOTED;
      case PLAIN -> State.PLAIN;
    };
  }

  private enum State {
    START_OF_CELL,
    PLAIN,
    QUOTED,
    QUOTE_IN_QUOTED
  }
}
