package com.barraiser.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import com.barraiser.datasets.Format;
import com.barraiser.vocabulary.Answer.Order;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Question;
import com.barraiser.vocabulary.Solution;
import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** What a run has to say: the answer or where it went on stdout, the rejected rows on stderr. */
final class Report {

  private static final int SHOWN = 10;

  private final Question question;
  private final boolean json;
  private final Map<String, Object> facts = new LinkedHashMap<>();
  private Map<String, Map<String, Long>> rejected = Map.of();
  private String text = "";
  private String asked = "";

  Report(Question question, Solution solution, boolean json) {
    this.question = question;
    this.json = json;
    facts.put("question", question.name());
    facts.put("solution", solution.name());
    facts.put("approximate", solution.isApproximate());
  }

  /** Computes the whole answer and keeps its first rows, in the order of the key. */
  void show(Dataset<Row> answer) {
    List<Row> first;
    long rows;
    if (question.answer().order() == Order.FIXED) {
      first = new ArrayList<>();
      rows = 0;
      for (Iterator<Row> all = answer.toLocalIterator(); all.hasNext(); rows++) {
        Row row = all.next();
        if (first.size() < SHOWN) {
          first.add(row);
        }
      }
    } else {
      Observation seen = new Observation();
      Dataset<Row> counted = answer.observe(seen, count(lit(1)).as("rows"));
      first = counted.orderBy(key()).limit(SHOWN).collectAsList();
      rows = observed(seen);
    }
    facts.put("rows", rows);
    facts.put("first_rows", first.stream().map(Report::cells).toList());
    text =
        table(question.answer().schema(), first)
            + "\n"
            + String.format(
                Locale.ROOT,
                "%,d rows, the first %d by %s%s",
                rows,
                first.size(),
                String.join(", ", question.answer().key()),
                asked);
  }

  /** Notes the values that the question was asked with. */
  void parameters(Parameters parameters) {
    if (parameters.values().isEmpty()) {
      return;
    }
    Map<String, String> texts = new TreeMap<>();
    parameters.values().forEach((name, value) -> texts.put(name, parameterText(value)));
    facts.put("parameters", texts);
    asked =
        texts.entrySet().stream()
            .map(Map.Entry::toString)
            .collect(Collectors.joining(", ", "; asked with ", ""));
  }

  /** As a user would set it: {@code 36h} rather than {@code PT36H}. */
  static String parameterText(Object value) {
    return value instanceof Duration length
        ? length.toString().substring("PT".length()).toLowerCase(Locale.ROOT)
        : value.toString();
  }

  /** Notes where the answer was written. */
  void wrote(String output, Format format) {
    facts.put("output", output);
    facts.put("format", format.key());
    text = "wrote " + output + " (" + format.key() + ")";
  }

  /** Notes the rejected rows of each table, by reason. */
  void rejected(Map<String, Map<String, Long>> counts) {
    rejected = counts;
    facts.put("rejected", counts);
  }

  /** Prints everything. */
  void print(PrintWriter out, PrintWriter err) {
    rejected.forEach((table, reasons) -> err.println(rejectedLine(table, reasons)));
    err.flush();
    out.println(json ? Json.of(facts) : text);
    out.flush();
  }

  static String rejectedLine(String table, Map<String, Long> reasons) {
    long total = reasons.values().stream().mapToLong(Long::longValue).sum();
    String parts =
        reasons.entrySet().stream()
            .map(reason -> String.format(Locale.ROOT, "%,d %s", reason.getValue(), reason.getKey()))
            .collect(Collectors.joining("; "));
    return String.format(Locale.ROOT, "rejected %,d rows of %s: %s", total, table, parts);
  }

  private org.apache.spark.sql.Column[] key() {
    return question.answer().key().stream()
        .map(column -> col(column))
        .toArray(org.apache.spark.sql.Column[]::new);
  }

  private static long observed(Observation seen) {
    try {
      return (Long) seen.getAsJava().get("rows");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Rows as a table for a terminal. */
  static String table(StructType schema, List<Row> rows) {
    Column[] columns = Arrays.stream(schema.fields()).map(Report::column).toArray(Column[]::new);
    String[][] cells =
        rows.stream()
            .map(row -> cells(row).values().stream().map(Objects::toString).toArray(String[]::new))
            .toArray(String[][]::new);
    return AsciiTable.getTable(columns, cells);
  }

  private static Column column(StructField field) {
    HorizontalAlign align =
        field.dataType() instanceof NumericType ? HorizontalAlign.RIGHT : HorizontalAlign.LEFT;
    return new Column().header(field.name()).headerAlign(align).dataAlign(align).maxWidth(60);
  }

  static Map<String, Object> cells(Row row) {
    Map<String, Object> cells = new LinkedHashMap<>();
    IntStream.range(0, row.length())
        .forEach(i -> cells.put(row.schema().fieldNames()[i], cell(row.get(i))));
    return cells;
  }

  /** Numbers and truth values as they are, everything else as text. */
  static Object cell(Object value) {
    return value == null || value instanceof Number || value instanceof Boolean
        ? value
        : value.toString();
  }
}
