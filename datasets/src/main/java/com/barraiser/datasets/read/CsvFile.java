package com.barraiser.datasets.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.barraiser.datasets.DataException;
import com.barraiser.datasets.Field;
import com.barraiser.datasets.Table;
import com.barraiser.datasets.read.ParsedRow.Accepted;
import com.barraiser.datasets.read.ParsedRow.Rejected;
import com.barraiser.datasets.read.ParsedRow.Trace;
import com.barraiser.datasets.read.ParsedRow.Traced;
import com.univocity.parsers.csv.CsvFormat;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/**
 * One CSV file with a header, row by row. An unquoted empty cell is null, a quoted one is empty
 * text.
 *
 * <p>The file is split into cells as ISO-8859-1, in which every byte is a character, and each cell
 * is then decoded as UTF-8: a broken byte costs its own row and no other.
 */
final class CsvFile {

  private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(UTF_8);
  private static final int MAX_CELLS = 500_000;

  /** What is looked at to tell how lines end. */
  private static final int START_BYTES = 1 << 16;

  /** The parser takes lines that begin with this for comments; no byte decodes to it. */
  private static final char NO_COMMENT = '\uFFFF';

  private final String file;
  private final CsvParser parser;
  private final List<CellParser> cells = new ArrayList<>();
  private final int[] positions;
  private final int width;
  private final LineEnds lineEnds;

  /** The text of the row, where it was asked for. */
  private String raw;

  private CsvFile(
      Table table, String file, LineEnds lineEnds, CsvParser parser, List<String> header) {
    this.file = file;
    this.lineEnds = lineEnds;
    this.parser = parser;
    this.width = header.size();
    this.positions = table.fields().stream().mapToInt(f -> header.indexOf(f.name())).toArray();
    table.fields().forEach(field -> cells.add(new CellParser(field)));
  }

  /**
   * Opens a file and reads its header.
   *
   * @throws DataException if the file cannot be read, or its header lacks a required column or
   *     names a column twice
   */
  static CsvFile open(Table table, String file, Configuration hadoop) {
    CsvParser parser = new CsvParser(settings());
    PushbackInputStream bytes = stream(file, hadoop);
    FileBytes.closeWithTask(bytes);
    LineEnds lineEnds = lineEnds(file, bytes);
    Reader text = lineEnds.reader(new InputStreamReader(bytes, ISO_8859_1));
    parser.beginParsing(new CellLimit(text, MAX_CELLS));
    return new CsvFile(table, file, lineEnds, parser, header(table, file, parser));
  }

  /** The next row, or null after the last. */
  ParsedRow next(Trace trace) {
    String[] row = nextCells();
    if (row == null) {
      return null;
    }
    try {
      Object[] values = accept(row);
      return trace == Trace.KEEP ? new Traced(values, text(row), file) : new Accepted(values);
    } catch (RejectedRowException e) {
      return new Rejected(text(row), e.reason(), file);
    }
  }

  private String text(String[] row) {
    return new String(lineEnds.text(raw(row).stripTrailing()).getBytes(ISO_8859_1), UTF_8);
  }

  private String[] nextCells() {
    String[] row = parser.parseNext();
    while (row != null && isBlank(row)) {
      row = parser.parseNext();
    }
    raw = null;
    return row;
  }

  /** The parser skips blank lines, but not the CR of one in a file whose lines end in LF. */
  private boolean isBlank(String[] row) {
    return width > 1 && row.length == 1 && "\r".equals(row[0]);
  }

  /** The parser gives the text of the last row only once. */
  private String raw(String[] row) {
    if (raw == null) {
      String parsed = parser.getContext().currentParsedContent();
      raw = (parsed == null ? String.join(",", row) : parsed).replace(CellLimit.EXCESS, ',');
    }
    return raw;
  }

  private static boolean isCut(String[] row) {
    String last = row[row.length - 1];
    return row.length == MAX_CELLS && last != null && last.indexOf(CellLimit.EXCESS) >= 0;
  }

  /** A quote that nobody closes takes the rest of the file into its cell. */
  private boolean hasOpenQuote(String[] row) {
    if (parser.getContext().isStopped() && endsInQuotes(row)) {
      return true;
    }
    boolean spansLines = Arrays.stream(row).anyMatch(cell -> cell != null && cell.contains("\n"));
    return spansLines && raw(row).chars().filter(c -> c == '"').count() % 2 == 1;
  }

  /** Whether the file ends within the quotes of the last cell: it may have been cut off there. */
  private boolean endsInQuotes(String[] row) {
    String last = row[row.length - 1];
    // A quote with nothing behind it comes as a cell of its own.
    boolean isEmpty = last == null || last.equals("\"");
    String opened = "\"" + (isEmpty ? "" : last.replace("\"", "\"\""));
    String raw = raw(row);
    int start = raw.length() - opened.length();
    return raw.endsWith(opened) && (start == 0 || raw.charAt(start - 1) == ',');
  }

  /** In a file whose lines end in LF, a line that ends in CRLF leaves the CR in its last cell. */
  private void dropCarriageReturn(String[] row) {
    int last = row.length - 1;
    String cell = row[last];
    if (cell != null && cell.endsWith("\r") && !raw(row).stripTrailing().endsWith("\"")) {
      row[last] = cell.length() == 1 ? null : cell.substring(0, cell.length() - 1);
    }
  }

  private Object[] accept(String[] row) throws RejectedRowException {
    if (row.length != width || isCut(row)) {
      throw new RejectedRowException("more or fewer cells than the header");
    }
    if (hasOpenQuote(row)) {
      throw new RejectedRowException("a quote is not closed");
    }
    dropCarriageReturn(row);
    Object[] values = new Object[positions.length];
    for (int i = 0; i < values.length; i++) {
      String latin = positions[i] < 0 ? null : row[positions[i]];
      values[i] = cells.get(i).parse(latin == null ? null : decoded(lineEnds.text(latin)));
    }
    return values;
  }

  private static String decoded(String latin) throws RejectedRowException {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(latin.getBytes(ISO_8859_1))).toString();
    } catch (CharacterCodingException e) {
      throw new RejectedRowException("not UTF-8 text");
    }
  }

  private static List<String> header(Table table, String file, CsvParser parser) {
    String[] first = parser.parseNext();
    if (first == null) {
      return table.columns();
    }
    List<String> names =
        Arrays.stream(first)
            .map(name -> name == null ? "" : name)
            .map(name -> new String(name.getBytes(ISO_8859_1), UTF_8))
            .toList();
    List<String> missing =
        table.requiredFields().stream().map(Field::name).filter(n -> !names.contains(n)).toList();
    if (!missing.isEmpty()) {
      throw new DataException(
          "%s: the header lacks %s; it names %s"
              .formatted(file, String.join(", ", missing), String.join(", ", names)));
    }
    for (String column : table.columns()) {
      if (names.indexOf(column) != names.lastIndexOf(column)) {
        throw new DataException("%s: the header names %s twice".formatted(file, column));
      }
    }
    return names;
  }

  private static PushbackInputStream stream(String file, Configuration hadoop) {
    try {
      return new PushbackInputStream(FileBytes.open(file, 0, hadoop), START_BYTES);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** Looks at the start of a file, and passes over a byte-order mark there. */
  private static LineEnds lineEnds(String file, PushbackInputStream bytes) {
    try {
      byte[] start = bytes.readNBytes(START_BYTES);
      int mark = BYTE_ORDER_MARK.length;
      boolean isMarked = Arrays.equals(Arrays.copyOf(start, mark), BYTE_ORDER_MARK);
      bytes.unread(start, isMarked ? mark : 0, start.length - (isMarked ? mark : 0));
      return LineEnds.of(start);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static DataException unreadable(String file, IOException e) {
    return new DataException("cannot read " + file + ": " + e.getMessage(), e);
  }

  private static CsvParserSettings settings() {
    CsvParserSettings settings = new CsvParserSettings();
    CsvFormat format = settings.getFormat();
    format.setQuoteEscape('"');
    format.setComment(NO_COMMENT);
    settings.setLineSeparatorDetectionEnabled(true);
    settings.setNormalizeLineEndingsWithinQuotes(false);
    settings.setIgnoreLeadingWhitespaces(false);
    settings.setIgnoreTrailingWhitespaces(false);
    settings.setMaxCharsPerColumn(-1);
    settings.setMaxColumns(MAX_CELLS);
    settings.setEmptyValue("");
    settings.setNullValue(null);
    settings.setReadInputOnSeparateThread(false);
    return settings;
  }
}
