package com.barraiser.questions.joborder.solutions;

import static com.barraiser.datasets.tables.Jobs.JOB;
import static com.barraiser.questions.joborder.JobOrder.LEVEL;
import static com.barraiser.questions.joborder.JobOrder.POSITION;
import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The answer as the driver knows it, on its way to the tasks: the names one after the other in
 * their order. Every task has all of them, once a machine, and makes the rows of its range; so the
 * rows are in order without a sort, and no task is large.
 */
final class OrderedJobs implements Serializable { // Kryo, which users may set, knows no records.

  private static final long serialVersionUID = 1L;

  private static final int ROWS_PER_TASK = 1 << 16;

  private static final StructType SCHEMA =
      new StructType()
          .add(POSITION, DataTypes.IntegerType)
          .add(JOB, DataTypes.BinaryType)
          .add(LEVEL, DataTypes.IntegerType);

  /** The bytes of all names. */
  private final byte[] names;

  /** Where each name ends. */
  private final int[] ends;

  /** The level of each job. */
  private final int[] levels;

  private OrderedJobs(byte[] names, int[] ends, int[] levels) {
    this.names = names;
    this.ends = ends;
    this.levels = levels;
  }

  /** The answer for a graph. */
  static Dataset<Row> of(SparkSession spark, JobGraph graph) {
    Integer[] jobs = graph.ordered();
    ByteBuffer names = ByteBuffer.allocate(graph.names().bytes().length);
    int[] ends = new int[jobs.length];
    int[] levels = new int[jobs.length];
    for (int i = 0; i < jobs.length; i++) {
      names.put(graph.names().bytes(jobs[i]));
      ends[i] = names.position();
      levels[i] = graph.level(jobs[i]);
    }
    return rows(spark, new OrderedJobs(names.array(), ends, levels));
  }

  private static Dataset<Row> rows(SparkSession spark, OrderedJobs ordered) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<OrderedJobs> everywhere = context.broadcast(ordered);
    int tasks = Math.max(1, (ordered.ends.length + ROWS_PER_TASK - 1) / ROWS_PER_TASK);
    List<Integer> ranges = IntStream.range(0, tasks).boxed().toList();
    JavaRDD<Row> rows =
        context.parallelize(ranges, tasks).flatMap(range -> everywhere.value().range(range));
    return spark
        .createDataFrame(rows, SCHEMA)
        .select(col(POSITION), col(JOB).cast("string").as(JOB), col(LEVEL));
  }

  private Iterator<Row> range(int number) {
    int from = number * ROWS_PER_TASK;
    int to = Math.min(ends.length, from + ROWS_PER_TASK);
    return IntStream.range(from, to).mapToObj(this::row).iterator();
  }

  private Row row(int index) {
    int start = index == 0 ? 0 : ends[index - 1];
    byte[] name = Arrays.copyOfRange(names, start, ends[index]);
    return RowFactory.create(index + 1, name, levels[index]);
  }
}
