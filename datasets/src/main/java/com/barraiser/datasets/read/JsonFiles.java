package com.barraiser.datasets.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.barraiser.datasets.DataException;
import com.barraiser.datasets.Table;
import com.barraiser.datasets.read.ParsedRow.Accepted;
import com.barraiser.datasets.read.ParsedRow.Rejected;
import com.barraiser.datasets.read.ParsedRow.Trace;
import com.barraiser.datasets.read.ParsedRow.Traced;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/** JSON files, cut into splits, that tasks read line by line. */
final class JsonFiles {

  /** As much as Spark's own sources give a task: fewer tasks aggregate more before a shuffle. */
  private static final long BYTES_PER_TASK = 128L << 20;

  /** What lines of JSON are larger than compressed ones, at least. */
  private static final long COMPRESSION = 10;

  private final JavaSparkContext spark;
  private final Broadcast<SerializableConfiguration> hadoop;
  private final long bytes;
  private final List<FileSplit> splits;
  private final int tasks;

  JsonFiles(JavaSparkContext spark, Source source) {
    this.spark = spark;
    this.hadoop = SerializableConfiguration.broadcast(spark.sc(), spark.hadoopConfiguration());
    try {
      this.splits = FileSplit.of(spark.hadoopConfiguration(), source, spark.defaultParallelism());
    } catch (IOException e) {
      throw new DataException("cannot read " + source.paths() + ": " + e.getMessage(), e);
    }
    boolean isCompressed = splits.stream().anyMatch(FileSplit::isCompressed);
    this.bytes = source.bytes() * (isCompressed ? COMPRESSION : 1);
    long wanted = Math.max(spark.defaultParallelism(), bytes / BYTES_PER_TASK);
    this.tasks = (int) Math.min(wanted, splits.size());
  }

  /** How many splits the files have. */
  int splits() {
    return splits.size();
  }

  /** How many bytes the lines have together; where files are compressed, about. */
  long bytes() {
    return bytes;
  }

  /** Hadoop's settings, for tasks. */
  Broadcast<SerializableConfiguration> hadoop() {
    return hadoop;
  }

  /** The splits that each task reads. */
  List<List<FileSplit>> tasks() {
    return IntStream.range(0, tasks)
        .mapToObj(task -> List.copyOf(splits.subList(firstOf(task), firstOf(task + 1))))
        .toList();
  }

  private int firstOf(int task) {
    return (int) ((long) task * splits.size() / tasks);
  }

  /** Every row, whether its table accepts it or not. */
  JavaRDD<ParsedRow> parsed(Table table, Trace trace, RejectCounts counts) {
    Broadcast<SerializableConfiguration> settings = hadoop;
    JsonLineParser parser = new JsonLineParser(table);
    List<FileSplit> all = List.copyOf(splits);
    // Numbers, since not every serializer for data that a user may have set knows records.
    return spark
        .parallelize(IntStream.range(0, all.size()).boxed().toList(), tasks)
        .flatMap(i -> parsed(parser, trace, counts, all.get(i), settings.value()));
  }

  private static Iterator<ParsedRow> parsed(
      JsonLineParser parser,
      Trace trace,
      RejectCounts counts,
      FileSplit split,
      SerializableConfiguration hadoop)
      throws IOException {
    SplitLines lines = SplitLines.of(split, hadoop.value());
    // Where a task ends before its lines do.
    FileBytes.closeWithTask(lines);
    Supplier<ParsedRow> nonBlank =
        () -> {
          try {
            ParsedRow row = null;
            while (row == null && lines.advance()) {
              row = parse(parser, trace, split.path(), lines);
            }
            if (row == null) {
              lines.close();
            }
            return row;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        };
    return new CountingRows(nonBlank, split.toString(), counts);
  }

  private static ParsedRow parse(JsonLineParser parser, Trace trace, String file, SplitLines line) {
    try {
      Object[] cells = parser.parse(line.bytes(), line.start(), line.end());
      if (cells == null) {
        return null;
      }
      return trace == Trace.KEEP ? new Traced(cells, text(line), file) : new Accepted(cells);
    } catch (RejectedRowException e) {
      return new Rejected(text(line), e.reason(), file);
    }
  }

  private static String text(SplitLines line) {
    return new String(line.bytes(), line.start(), line.end() - line.start(), UTF_8).stripTrailing();
  }
}
