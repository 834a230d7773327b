package com.barraiser.questions.ordersfact;

import static com.barraiser.datasets.tables.OrderLines.EVENT_DATE;
import static com.barraiser.datasets.tables.OrderLines.MARKETPLACE_ID;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import com.barraiser.datasets.DataException;
import com.barraiser.datasets.Format;
import com.barraiser.datasets.read.Source;
import com.barraiser.datasets.read.TableInput;
import com.barraiser.datasets.read.TableReader;
import com.barraiser.datasets.tables.OrderLines;
import com.barraiser.questions.ordersfact.LandedFile.PartitionName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * The order lines of some partitions of a landing zone, read once and kept. A line whose own
 * marketplace is not that of its folder is rejected: one of the two is wrong.
 */
final class LandedLines {

  private static final String FOLDER = "folder_marketplace_id";
  private static final String MISPLACED = "marketplace_id is not that of its folder";

  private final SparkSession spark;
  private final Map<PartitionName, TableInput> inputs;
  private final Dataset<Row> lines;
  private final Map<PartitionName, Long> misplaced = new LinkedHashMap<>();

  private LandedLines(SparkSession spark, Map<PartitionName, TableInput> inputs) {
    this.spark = spark;
    this.inputs = inputs;
    this.lines =
        inputs.entrySet().stream()
            .map(input -> placed(input.getValue().rows(), input.getKey()))
            .reduce(Dataset::union)
            .orElseGet(() -> placed(nothing(), new PartitionName(LocalDate.EPOCH, "")))
            .persist();
  }

  /** Opens the partitions, which may differ in format, and reads them once. */
  static LandedLines read(SparkSession spark, Map<PartitionName, List<LandedFile>> partitions) {
    Map<PartitionName, TableInput> inputs = new LinkedHashMap<>();
    partitions.forEach(
        (partition, files) ->
            inputs.put(partition, TableReader.open(spark, OrderLines.LANDED, source(files))));
    LandedLines lines = new LandedLines(spark, inputs);
    lines
        .lines
        .filter(isMisplaced())
        .groupBy(EVENT_DATE, FOLDER)
        .count()
        .collectAsList()
        .forEach(
            row ->
                lines.misplaced.put(
                    new PartitionName(row.getLocalDate(0), row.getString(1)), row.getLong(2)));
    return lines;
  }

  /** The accepted lines, as the feed has them. */
  Dataset<Row> accepted() {
    return lines
        .filter(not(isMisplaced()))
        .withColumn(MARKETPLACE_ID, col(FOLDER))
        .select(OrderLines.TABLE.columns().stream().map(functions::col).toArray(Column[]::new));
  }

  /** How many rows of each partition were rejected. */
  Map<PartitionName, Long> rejectedRows() {
    Map<PartitionName, Long> rejected = new LinkedHashMap<>();
    inputs.forEach(
        (partition, input) -> {
          long unreadable = input.rejectCounts().values().stream().mapToLong(Long::longValue).sum();
          rejected.put(partition, unreadable + misplaced.getOrDefault(partition, 0L));
        });
    return rejected;
  }

  /** How many rows were rejected, by reason. */
  Map<String, Long> rejectCounts() {
    Map<String, Long> counts = new TreeMap<>();
    inputs.values().stream()
        .map(TableInput::rejectCounts)
        .forEach(one -> one.forEach((reason, n) -> counts.merge(reason, n, Long::sum)));
    misplaced.values().forEach(n -> counts.merge(MISPLACED, n, Long::sum));
    return counts;
  }

  /** The rejected rows, in the schema {@link TableInput#REJECTS}. */
  Dataset<Row> rejects() {
    List<Dataset<Row>> rejects = new ArrayList<>();
    rejects.add(spark.createDataFrame(List.of(), TableInput.REJECTS));
    inputs.forEach(
        (partition, input) -> {
          rejects.add(input.rejects());
          if (misplaced.containsKey(partition)) {
            rejects.add(
                placed(input.tracedRows(), partition)
                    .filter(isMisplaced())
                    .select(
                        lit(OrderLines.LANDED.name()).as("table"),
                        lit(MISPLACED).as("reason"),
                        col(TableInput.FILE),
                        col(TableInput.RAW)));
          }
        });
    return rejects.stream().reduce(Dataset::union).orElseThrow();
  }

  /** Gives back the memory that the lines are kept in. */
  void forget() {
    lines.unpersist();
  }

  private static Dataset<Row> placed(Dataset<Row> rows, PartitionName partition) {
    return rows.withColumn(EVENT_DATE, lit(partition.day()))
        .withColumn(FOLDER, lit(partition.marketplace()));
  }

  private static Column isMisplaced() {
    return col(MARKETPLACE_ID).isNotNull().and(col(MARKETPLACE_ID).notEqual(col(FOLDER)));
  }

  private Dataset<Row> nothing() {
    return spark.createDataFrame(List.of(), OrderLines.LANDED.schema());
  }

  private static Source source(List<LandedFile> files) {
    List<Path> paths = files.stream().map(LandedFile::path).sorted().toList();
    TreeSet<Format> formats =
        files.stream().map(LandedLines::format).collect(Collectors.toCollection(TreeSet::new));
    if (formats.size() > 1) {
      throw new DataException(
          paths.get(0).getParent() + " holds files of several formats: " + formats);
    }
    long bytes = files.stream().mapToLong(LandedFile::bytes).sum();
    return new Source(formats.first(), paths, paths, bytes);
  }

  private static Format format(LandedFile file) {
    return Format.ofFile(file.path().getName())
        .filter(format -> format != Format.DELTA)
        .orElseThrow(
            () ->
                new DataException(
                    "the format of %s cannot be told from its name: end it in .json, .csv or .parquet"
                        .formatted(file.path())));
  }
}
