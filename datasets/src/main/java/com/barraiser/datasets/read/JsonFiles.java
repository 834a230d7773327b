package com.barraiser.datasets.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.barraiser.datasets.DataException;
import com.barraiser.datasets.read.ParsedRow.Accepted;
import com.barraiser.datasets.read.ParsedRow.Rejected;
import com.barraiser.datasets.read.ParsedRow.Trace;
import com.barraiser.datasets.read.ParsedRow.Traced;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.InputSplit;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.apache.hadoop.mapreduce.lib.input.FileSplit;
import org.apache.hadoop.mapreduce.lib.input.TextInputFormat;
import org.apache.spark.api.java.JavaNewHadoopRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Tuple2;

/**
 * The lines of JSON files as bytes. Hadoop's line reader is used rather than Spark's text source
 * because it hands over its buffer: a line becomes neither a {@code String} nor a Spark row before
 * it is parsed.
 */
final class JsonFiles {

  /** As much as Spark's own sources give a task: fewer tasks aggregate more before a shuffle. */
  private static final long BYTES_PER_TASK = 128L << 20;

  private final JavaNewHadoopRDD<LongWritable, Text> lines;
  private final int tasks;

  JsonFiles(JavaSparkContext spark, Source source) {
    lines =
        (JavaNewHadoopRDD<LongWritable, Text>)
            spark.newAPIHadoopRDD(
                configuration(spark.hadoopConfiguration(), source),
                TextInputFormat.class,
                LongWritable.class,
                Text.class);
    long wanted = Math.max(spark.defaultParallelism(), source.bytes() / BYTES_PER_TASK);
    tasks = (int) Math.min(wanted, lines.getNumPartitions());
  }

  /** How many splits the files have. */
  int splits() {
    return lines.getNumPartitions();
  }

  JavaRDD<ParsedRow> parsedBy(JsonLineParser parser, Trace trace, RejectCounts counts) {
    return lines
        .mapPartitionsWithInputSplit(
            (split, rows) -> parse(parser, trace, counts, split, rows), false)
        .coalesce(Math.max(1, tasks));
  }

  private static Iterator<ParsedRow> parse(
      JsonLineParser parser,
      Trace trace,
      RejectCounts counts,
      InputSplit split,
      Iterator<Tuple2<LongWritable, Text>> rows) {
    String file = ((FileSplit) split).getPath().toString();
    Supplier<ParsedRow> nonBlank =
        () -> {
          ParsedRow row = null;
          while (row == null && rows.hasNext()) {
            row = parse(parser, trace, file, rows.next()._2);
          }
          return row;
        };
    return new CountingRows(nonBlank, split.toString(), counts);
  }

  private static ParsedRow parse(JsonLineParser parser, Trace trace, String file, Text line) {
    try {
      Object[] cells = parser.parse(line.getBytes(), line.getLength());
      if (cells == null) {
        return null;
      }
      return trace == Trace.KEEP ? new Traced(cells, text(line), file) : new Accepted(cells);
    } catch (RejectedRowException e) {
      return new Rejected(text(line), e.reason(), file);
    }
  }

  private static String text(Text line) {
    return new String(line.getBytes(), 0, line.getLength(), UTF_8).stripTrailing();
  }

  private static Configuration configuration(Configuration hadoop, Source source) {
    try {
      Job job = Job.getInstance(hadoop);
      job.getConfiguration().set("textinputformat.record.delimiter", "\n");
      FileInputFormat.setInputPaths(
          job, Arrays.stream(source.literalFiles()).map(Path::new).toArray(Path[]::new));
      return job.getConfiguration();
    } catch (IOException e) {
      throw new DataException("cannot read " + source.paths() + ": " + e.getMessage(), e);
    }
  }
}
