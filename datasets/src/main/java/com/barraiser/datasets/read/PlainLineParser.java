package com.barraiser.datasets.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.barraiser.datasets.Field;
import com.barraiser.datasets.Field.Presence;
import com.barraiser.datasets.Table;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;

/**
 * Reads the lines that most files consist of: one flat object with the table's own columns, text in
 * printable ASCII and without escapes, numbers of at most 18 digits. Whatever else a line may be,
 * it is left to {@link JsonLineParser}, which reads such lines alike but takes several times as
 * long.
 */
final class PlainLineParser implements Serializable {

  private static final long serialVersionUID = 1L;

  /** So many always fit a long. */
  private static final int MAX_DIGITS = 18;

  private final ArrayList<byte[]> names = new ArrayList<>();
  private final ArrayList<CellParser> cells = new ArrayList<>();
  private final ArrayList<Integer> required = new ArrayList<>();
  private final int width;

  PlainLineParser(Table table) {
    width = table.fields().size();
    for (Field field : table.fields()) {
      boolean rest = field.presence() == Presence.REST;
      names.add(rest ? new byte[0] : ("\"" + field.name() + "\":").getBytes(UTF_8));
      if (field.required()) {
        required.add(cells.size());
      }
      cells.add(new CellParser(field));
    }
  }

  /**
   * The accepted row that the bytes from {@code at} to {@code end} hold, or null to ask Jackson.
   */
  Object[] parse(byte[] line, int at, int end) {
    PlainCells plain = new PlainCells(width);
    if (!parse(line, at, end, plain)) {
      return null;
    }
    Object[] row = new Object[width];
    for (int column = 0; column < width; column++) {
      if (plain.has(column)) {
        row[column] =
            switch (cells.get(column).form()) {
              case TEXT -> Arrays.copyOfRange(line, plain.start(column), plain.end(column));
              case NUMBER -> plain.number(column);
              case OBJECT -> plain.object(column);
            };
      }
    }
    return row;
  }

  /** Reads an accepted row into cells; false, whatever they hold by then, to ask Jackson. */
  boolean parse(byte[] line, int at, int end, PlainCells row) {
    row.clear();
    int last = end;
    while (last > at && line[last - 1] == '\r') {
      last--;
    }
    if (last - at < 2 || line[at] != '{' || line[last - 1] != '}') {
      return false;
    }
    try {
      return fields(line, at + 1, last - 1, row) && isComplete(row);
    } catch (RejectedRowException e) {
      return false;
    }
  }

  private boolean fields(byte[] line, int first, int end, PlainCells row)
      throws RejectedRowException {
    int at = first;
    int expected = 0;
    while (true) {
      int column = columnAt(line, at, end, expected);
      if (column < 0 || row.has(column)) {
        return false;
      }
      int start = skipSpace(line, at + names.get(column).length, end);
      CellParser cell = cells.get(column);
      int close = endOfValue(cell, line, start, end);
      if (close < 0) {
        return false;
      }
      put(row, column, line, start, close);
      expected = column + 1;
      if (close == end) {
        return true;
      }
      if (line[close] != ',') {
        return false;
      }
      at = skipSpace(line, close + 1, end);
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

  private static int endOfValue(CellParser cell, byte[] line, int start, int end) {
    if (cell.isNumber()) {
      return endOfNumber(line, start, end);
    }
    return cell.isTruth() ? endOfWord(line, start, end) : endOfText(line, start, end);
  }

  private void put(PlainCells row, int column, byte[] line, int start, int end)
      throws RejectedRowException {
    CellParser cell = cells.get(column);
    int quote = cell.isNumber() || cell.isTruth() ? 0 : 1;
    switch (cell.form()) {
      case TEXT -> {
        cell.checkText(end - start - 2);
        row.putText(column, start + 1, end - 1);
      }
      case NUMBER -> row.putNumber(column, cell.parseNumber(line, start + quote, end - quote));
      case OBJECT -> row.putObject(column, cell.parseObject(line, start, end));
    }
  }

  /** Where the letters have ended, or -1 where there are none. */
  private static int endOfWord(byte[] line, int start, int end) {
    int at = start;
    while (at < end && line[at] >= 'a' && line[at] <= 'z') {
      at++;
    }
    return at == start ? -1 : at;
  }

  /** Where the text has ended, after its closing quote, or -1 for text that is not plain. */
  private static int endOfText(byte[] line, int start, int end) {
    if (start >= end || line[start] != '"') {
      return -1;
    }
    for (int at = start + 1; at < end; at++) {
      byte b = line[at];
      if (b == '"') {
        return at + 1;
      }
      if (b < ' ' || b == '\\') {
        return -1;
      }
    }
    return -1;
  }

  /** Where the digits have ended, or -1 for a number that is not plain. */
  private static int endOfNumber(byte[] line, int start, int end) {
    int first = start < end && line[start] == '-' ? start + 1 : start;
    int at = first;
    while (at < end && line[at] >= '0' && line[at] <= '9') {
      at++;
    }
    int digits = at - first;
    boolean leadingZero = digits > 1 && line[first] == '0';
    return digits < 1 || digits > MAX_DIGITS || leadingZero ? -1 : at;
  }

  private static int skipSpace(byte[] line, int start, int end) {
    int at = start;
    while (at < end && line[at] == ' ') {
      at++;
    }
    return at;
  }

  private boolean isComplete(PlainCells row) {
    for (int column : required) {
      if (!row.has(column)) {
        return false;
      }
    }
    return true;
  }
}
