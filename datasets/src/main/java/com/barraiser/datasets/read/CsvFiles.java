package com.barraiser.datasets.read;

import com.barraiser.datasets.Table;
import com.barraiser.datasets.read.ParsedRow.Trace;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.SerializableConfiguration;

/**
 * The rows of CSV files. A file is read by one task, since a quoted cell may span lines and a split
 * could begin within one.
 */
final class CsvFiles implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Table table;
  private final SerializableConfiguration hadoop;

  CsvFiles(JavaSparkContext spark, Table table) {
    this.table = table;
    this.hadoop = new SerializableConfiguration(spark.hadoopConfiguration());
  }

  JavaRDD<ParsedRow> parsed(
      JavaSparkContext spark, Source source, Trace trace, RejectCounts counts) {
    List<String> files = source.files().stream().map(Path::toString).toList();
    int tasks = Math.max(1, Math.min(files.size(), 4 * spark.defaultParallelism()));
    return spark.parallelize(files, tasks).flatMap(file -> parse(file, trace, counts));
  }

  private Iterator<ParsedRow> parse(String file, Trace trace, RejectCounts counts) {
    CsvFile rows = CsvFile.open(table, file, hadoop.value());
    return new CountingRows(() -> rows.next(trace), file, counts);
  }
}
