package com.barraiser.datasets.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.barraiser.datasets.Field;
import com.barraiser.datasets.Field.Presence;
import com.barraiser.datasets.Table;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the lines that most files consist of: one flat object with the table's own columns, all
 * text in printable ASCII and without escapes. Whatever else a line may be, it is left to {@link
 * JsonLineParser}, which reads such lines alike but takes several times as long.
 */
final class PlainLineParser implements Serializable {

  private static final long serialVersionUID = 1L;

  private final List<byte[]> names = new ArrayList<>();
  private final List<CellParser> cells = new ArrayList<>();
  private final int width;

  PlainLineParser(Table table) {
    width = table.fields().size();
    for (Field field : table.fields()) {
      boolean rest = field.presence() == Presence.REST;
      names.add(rest ? new byte[0] : ("\"" + field.name() + "\":").getBytes(UTF_8));
      cells.add(new CellParser(field));
    }
  }

  /**
   * The accepted row that the bytes from {@code at} to {@code end} hold, or null to ask Jackson.
   */
  Object[] parse(byte[] line, int at, int end) {
    Object[] row = new Object[width];
    int last = end;
    while (last > at && line[last - 1] == '\r') {
      last--;
    }
    if (last - at < 2 || line[at] != '{' || line[last - 1] != '}') {
      return null;
    }
    try {
      return fields(line, at + 1, last - 1, row) && isComplete(row) ? row : null;
    } catch (RejectedRowException e) {
      return null;
    }
  }

  private boolean fields(byte[] line, int start, int end, Object[] row)
      throws RejectedRowException {
    int at = start;
    int expected = 0;
    while (true) {
      int column = columnAt(line, at, end, expected);
      if (column < 0 || row[column] != null) {
        return false;
      }
      int open = skipSpace(line, at + names.get(column).length, end);
      int close = open < end && line[open] == '"' ? endOfText(line, open + 1, end) : -1;
      if (close < 0) {
        return false;
      }
      String text = new String(line, open + 1, close - open - 1, ISO_8859_1);
      row[column] = cells.get(column).parse(text);
      expected = column + 1;
      if (close + 1 == end) {
        return true;
      }
      if (line[close + 1] != ',') {
        return false;
      }
      at = skipSpace(line, close + 2, end);
    }
  }

  /** The column whose name stands here; the files' order is mostly the table's. */
  private int columnAt(byte[] line, int at, int end, int expected) {
    for (int i = 0; i < width; i++) {
      int column = (expected + i) % width;
      byte[] name = names.get(column);
      int to = at + name.length;
      if (name.length > 0 && to <= end && Arrays.equals(line, at, to, name, 0, name.length)) {
        return column;
      }
    }
    return -1;
  }

  /** Where the text's closing quote stands, or -1 for text that is not plain. */
  private static int endOfText(byte[] line, int start, int end) {
    for (int at = start; at < end; at++) {
      byte b = line[at];
      if (b == '"') {
        return at;
      }
      if (b < ' ' || b == '\\') {
        return -1;
      }
    }
    return -1;
  }

  private static int skipSpace(byte[] line, int start, int end) {
    int at = start;
    while (at < end && line[at] == ' ') {
      at++;
    }
    return at;
  }

  private boolean isComplete(Object[] row) {
    for (int i = 0; i < width; i++) {
      if (row[i] == null && names.get(i).length > 0) {
        return false;
      }
    }
    return true;
  }
}
