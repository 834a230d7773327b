package com.barraiser.questions.ordersfact;

import static com.barraiser.datasets.tables.OrderLines.EVENT_DATE;
import static java.util.stream.Collectors.groupingBy;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import com.barraiser.datasets.read.TableInput;
import com.barraiser.datasets.tables.ExpectedPartitions;
import com.barraiser.datasets.tables.LandedPartitions;
import com.barraiser.datasets.tables.OrderLines;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Tables;
import com.barraiser.vocabulary.warehouse.Arrival;
import com.barraiser.vocabulary.warehouse.Warehouse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** The partitions of a landing zone that one run takes. */
final class LandedBatch implements Arrival {

  private final Warehouse warehouse;
  private final LoadedFiles books;
  private final Parameters parameters;
  private final Instant loadedAt;
  private final List<LandedFile> all;
  private final List<LandedFile> taken;
  private final List<LandedFile> late;
  private final TableInput expected;
  private Optional<LandedLines> lines = Optional.empty();

  LandedBatch(
      Warehouse warehouse,
      LoadedFiles books,
      Parameters parameters,
      Instant loadedAt,
      List<LandedFile> all,
      List<LandedFile> taken,
      List<LandedFile> late,
      TableInput expected) {
    this.warehouse = warehouse;
    this.books = books;
    this.parameters = parameters;
    this.loadedAt = loadedAt;
    this.all = all;
    this.taken = taken;
    this.late = late;
    this.expected = expected;
  }

  @Override
  public String name() {
    return "the landing of " + parameters.date(OrdersFact.DATE);
  }

  @Override
  public Parameters parameters() {
    return parameters;
  }

  @Override
  public Tables tables() {
    return new Tables(
        Map.of(
            OrderLines.TABLE.name(), lines().accepted(),
            LandedPartitions.TABLE.name(), landedPartitions(),
            ExpectedPartitions.TABLE.name(), expectedPartitions()),
        Map.of());
  }

  @Override
  public Map<String, Map<String, Long>> rejectCounts() {
    Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
    counts.put(OrderLines.TABLE.name(), lines().rejectCounts());
    counts.put(ExpectedPartitions.TABLE.name(), expected.rejectCounts());
    counts.values().removeIf(Map::isEmpty);
    return counts;
  }

  @Override
  public Dataset<Row> rejects() {
    return lines().rejects().union(expected.rejects());
  }

  @Override
  public void loaded() {
    books.note(taken, loadedAt);
    new LateFiles(warehouse, books).note(all, late);
  }

  @Override
  public List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (taken.isEmpty()) {
      remarks.add(
          "nothing to load: no file of the days %s to %s is new or has changed"
              .formatted(firstDay(), parameters.date(OrdersFact.DATE)));
    }
    late.stream()
        .map(file -> file.partition().day())
        .min(Comparator.naturalOrder())
        .ifPresent(oldest -> remarks.add(lateText(oldest)));
    return remarks;
  }

  private String lateText(LocalDate oldest) {
    return ("%d files came too late for the days of this run and wait in %s, the oldest of %s;"
            + " load them with --set date=DAY --set backfill-days=N")
        .formatted(late.size(), LateFiles.TABLE, oldest);
  }

  @Override
  public void close() {
    lines.ifPresent(LandedLines::forget);
  }

  private LandedLines lines() {
    if (lines.isEmpty()) {
      lines =
          Optional.of(
              LandedLines.read(
                  warehouse.spark(), taken.stream().collect(groupingBy(LandedFile::partition))));
    }
    return lines.get();
  }

  private Dataset<Row> landedPartitions() {
    List<Row> rows =
        lines().rejectedRows().entrySet().stream()
            .map(
                of ->
                    RowFactory.create(
                        of.getKey().day(), of.getKey().marketplace(), of.getValue(), loadedAt))
            .toList();
    return spark().createDataFrame(rows, LandedPartitions.TABLE.schema());
  }

  /** What is expected of the days of this run. */
  private Dataset<Row> expectedPartitions() {
    LocalDate last = parameters.date(OrdersFact.DATE);
    return expected.rows().filter(col(EVENT_DATE).between(lit(firstDay()), lit(last)));
  }

  private LocalDate firstDay() {
    return parameters.date(OrdersFact.DATE).minusDays(parameters.integer(OrdersFact.BACKFILL_DAYS));
  }

  private SparkSession spark() {
    return warehouse.spark();
  }
}
