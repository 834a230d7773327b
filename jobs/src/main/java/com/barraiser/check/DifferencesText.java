package com.barraiser.check;

import static java.util.stream.Collectors.joining;

import com.barraiser.check.Verdict.ChangedCell;
import com.barraiser.check.Verdict.Differences;
import com.barraiser.check.Verdict.Misplaced;
import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Puts differences into words, at most ten of a kind. */
public final class DifferencesText {

  /** How many rows or cells of a kind are shown. */
  public static final int SHOWN = 10;

  private static final int WIDEST_CELL = 60;

  private DifferencesText() {}

  /** All kinds of differences, one after the other. */
  public static String of(Differences rows) {
    List<String> parts = new ArrayList<>();
    parts.add(rows("missing rows", rows.columns(), rows.missing()));
    parts.add(rows("extra rows", rows.columns(), rows.extra()));
    parts.add(changed(rows));
    rows.misplaced().ifPresent(found -> parts.add(misplaced(found)));
    if (rows.tolerant()) {
      parts.add("DOUBLE is compared with a relative tolerance of " + Cells.TOLERANCE + ".\n");
    }
    return parts.stream().filter(part -> !part.isEmpty()).collect(joining("\n")).stripTrailing();
  }

  /** Rows under a title with their number; nothing where there are none. */
  public static String rows(String title, List<String> columns, List<List<Object>> rows) {
    if (rows.isEmpty()) {
      return "";
    }
    return heading(title, rows.size()) + table(columns, rows.stream().limit(SHOWN).toList());
  }

  private static String changed(Differences rows) {
    if (rows.changed().isEmpty()) {
      return "";
    }
    List<String> header =
        Stream.concat(rows.key().stream(), Stream.of("column", "expected", "yours")).toList();
    return heading("changed cells", rows.changed().size())
        + table(header, rows.changed().stream().limit(SHOWN).map(DifferencesText::cells).toList());
  }

  private static List<Object> cells(ChangedCell cell) {
    List<Object> cells = new ArrayList<>(cell.key());
    cells.add(cell.column());
    cells.add(cell.expected());
    cells.add(cell.actual());
    return cells;
  }

  private static String misplaced(Misplaced found) {
    return "right rows in the wrong order; the first is row %d:\n  expected %s\n  yours    %s\n"
        .formatted(found.position(), found.expected(), found.actual());
  }

  private static String heading(String title, int number) {
    return number > SHOWN
        ? "%s (%d, the first %d):\n".formatted(title, number, SHOWN)
        : "%s (%d):\n".formatted(title, number);
  }

  private static String table(List<String> header, List<List<Object>> rows) {
    Column[] columns =
        header.stream()
            .map(
                name ->
                    new Column()
                        .header(name)
                        .headerAlign(HorizontalAlign.LEFT)
                        .dataAlign(HorizontalAlign.LEFT)
                        .maxWidth(WIDEST_CELL))
            .toArray(Column[]::new);
    String[][] cells =
        rows.stream()
            .map(row -> row.stream().map(DifferencesText::text).toArray(String[]::new))
            .toArray(String[][]::new);
    return AsciiTable.getTable(AsciiTable.NO_BORDERS, columns, cells)
        .lines()
        .map(String::stripTrailing)
        .collect(joining("\n", "", "\n"));
  }

  /** Text with blanks at its ends, or none, or that of a null would not be told without quotes. */
  private static String text(Object value) {
    String text = Objects.toString(value).replace("\n", "\\n").replace("\u0000", "\\0");
    boolean isSpecial = !text.equals(text.strip()) || text.equals("null");
    return value instanceof String && isSpecial || text.isEmpty() ? "'" + text + "'" : text;
  }
}
