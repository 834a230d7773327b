package com.barraiser.cli;

import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.warehouse.Arrival;
import com.barraiser.vocabulary.warehouse.JudgedTable;
import com.barraiser.vocabulary.warehouse.Refresh;
import com.barraiser.vocabulary.warehouse.StatefulQuestion;
import com.barraiser.vocabulary.warehouse.Warehouse;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * What a run of a warehouse has to say: its tables and the first rows of the last one on stdout,
 * rejected rows and what else is to be known on stderr.
 */
final class WarehouseReport {

  private static final int SHOWN = 10;

  private final StatefulQuestion question;
  private final Map<String, Object> facts = new LinkedHashMap<>();
  private final Map<String, Long> before = new TreeMap<>();
  private final Map<String, Map<String, Long>> rejected = new TreeMap<>();
  private final List<String> remarks = new ArrayList<>();
  private final List<Map<String, Object>> batches = new ArrayList<>();
  private final List<String> maintenance = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  WarehouseReport(StatefulQuestion question, Refresh refresh) {
    this.question = question;
    facts.put("question", question.name());
    facts.put("solution", refresh.name());
  }

  /** Remembers which versions the tables have. */
  void before(Warehouse warehouse) {
    facts.put("warehouse", warehouse.folder());
    question.tables().stream()
        .map(JudgedTable::name)
        .filter(warehouse::exists)
        .forEach(table -> before.put(table, warehouse.version(table)));
  }

  /** Notes a batch that is in the tables. */
  void loaded(Arrival arrival, Parameters parameters) {
    Map<String, String> texts = new TreeMap<>();
    parameters.values().forEach((name, value) -> texts.put(name, Report.parameterText(value)));
    Map<String, Map<String, Long>> counts = arrival.rejectCounts();
    counts.forEach(
        (feed, reasons) ->
            reasons.forEach(
                (why, n) ->
                    rejected.computeIfAbsent(feed, f -> new TreeMap<>()).merge(why, n, Long::sum)));
    remarks.addAll(arrival.remarks());
    Map<String, Object> batch = new LinkedHashMap<>();
    batch.put("batch", arrival.name());
    batch.put("parameters", texts);
    batch.put("rejected", counts);
    batch.put("remarks", arrival.remarks());
    batches.add(batch);
    text.append(line(batch)).append('\n');
  }

  /** Notes what was done to the files of the tables. */
  void maintained(List<String> done) {
    maintenance.addAll(done);
    done.forEach(line -> text.append(line).append('\n'));
  }

  /** Looks at the tables as they are now. */
  void after(Warehouse warehouse) {
    List<Map<String, Object>> tables = new ArrayList<>();
    for (JudgedTable table : question.tables()) {
      tables.add(tableFacts(warehouse, table));
    }
    JudgedTable answer = question.tables().get(question.tables().size() - 1);
    List<Row> first = firstRows(warehouse, answer);
    facts.put("batches", batches);
    facts.put("maintenance", maintenance);
    facts.put("tables", tables);
    facts.put("first_rows", first.stream().map(Report::cells).toList());
    text.append(Report.table(answer.contract().schema(), first))
        .append("\nthe first %d rows of %s".formatted(first.size(), answer.name()));
  }

  private Map<String, Object> tableFacts(Warehouse warehouse, JudgedTable table) {
    Dataset<Row> rows = table.rows().apply(warehouse);
    Map<String, Object> of = new LinkedHashMap<>();
    of.put("table", table.name());
    of.put("rows", rows.count());
    String line = String.format(Locale.ROOT, "%-18s %,12d rows", table.name(), of.get("rows"));
    if (warehouse.exists(table.name())) {
      long version = warehouse.version(table.name());
      Long earlier = before.get(table.name());
      of.put("version", version);
      of.put("version_before", earlier);
      line += ", " + versions(version, earlier);
    }
    text.append(line).append('\n');
    return of;
  }

  private static String versions(long version, Long earlier) {
    if (earlier == null) {
      return "new";
    }
    return version == earlier
        ? "unchanged"
        : String.format(Locale.ROOT, "version %d to %d", earlier, version);
  }

  private static List<Row> firstRows(Warehouse warehouse, JudgedTable table) {
    Column[] key = table.contract().key().stream().map(functions::col).toArray(Column[]::new);
    return table.rows().apply(warehouse).orderBy(key).limit(SHOWN).collectAsList();
  }

  /** Prints what stays in the tables of a run that has failed since. */
  void printLoaded(PrintWriter err) {
    batches.forEach(batch -> err.println(line(batch)));
    printRemarks(err);
  }

  private static String line(Map<String, Object> batch) {
    return "loaded " + batch.get("batch");
  }

  private void printRemarks(PrintWriter err) {
    rejected.forEach((feed, reasons) -> err.println(Report.rejectedLine(feed, reasons)));
    remarks.forEach(err::println);
    err.flush();
  }

  /** Prints everything. */
  void print(PrintWriter out, PrintWriter err, Style style) {
    printRemarks(err);
    out.println(style == Style.JSON ? Json.of(facts) : text);
    out.flush();
  }

  /** How the facts are printed. */
  enum Style {
    /** For people. */
    TEXT,
    /** For programs. */
    JSON
  }
}
