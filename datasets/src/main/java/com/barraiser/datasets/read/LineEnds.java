package com.barraiser.datasets.read;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * How the lines of a text file end. The CSV parser knows CR alone as the end of a line only where
 * no cell is quoted, so that it is given such a file with CR and LF exchanged.
 */
enum LineEnds {
  /** LF, or CR and LF. */
  LF,
  /** CR alone. */
  CR;

  /** Tells it from the start of a file, by the end of the first line. */
  static LineEnds of(byte[] start) {
    int end = 0;
    while (end < start.length && start[end] != '\n' && start[end] != '\r') {
      end++;
    }
    int behind = end;
    while (behind < start.length && start[behind] == '\r') {
      behind++;
    }
    boolean endsInLineFeed = behind < start.length && start[behind] == '\n';
    return behind == end || endsInLineFeed ? LF : CR;
  }

  /** The file as the parser is given it. */
  Reader reader(Reader file) {
    return this == LF ? file : new Exchanged(file);
  }

  /** What the parser gives as it stands in the file. */
  String text(String parsed) {
    return this == LF || parsed.indexOf('\n') < 0 && parsed.indexOf('\r') < 0
        ? parsed
        : parsed
            .chars()
            .map(Exchanged::exchanged)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  /** Characters with CR and LF in each other's place. */
  private static final class Exchanged extends FilterReader {

    Exchanged(Reader file) {
      super(file);
    }

    @Override
    public int read() throws IOException {
      return exchanged(super.read());
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      for (int i = offset; i < offset + read; i++) {
        buffer[i] = (char) exchanged(buffer[i]);
      }
      return read;
    }

    private static int exchanged(int sign) {
      return switch (sign) {
        case '\n' -> '\r';
        case '\r' -> '\n';
        default -> sign;
      };
    }
  }
}
