package com.barraiser.questions.joborder.solutions;

import static com.barraiser.datasets.tables.Dependencies.DOWNSTREAM_JOB;
import static com.barraiser.datasets.tables.Dependencies.UPSTREAM_JOB;
import static com.barraiser.datasets.tables.Jobs.JOB;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.octet_length;
import static org.apache.spark.sql.functions.sum;

import com.barraiser.datasets.tables.Dependencies;
import com.barraiser.datasets.tables.Jobs;
import com.barraiser.vocabulary.Tables;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A part of the graph as a task sends it: the names that it met, numbered, and edges between them.
 *
 * @param names the bytes of all names
 * @param ends where each name ends, four bytes each
 * @param edges the distinct edges, eight bytes each
 */
record GraphBlock(byte[] names, byte[] ends, byte[] edges) {

  /** A task sends a block whenever it has so many edges or names. */
  private static final int MOST_EDGES = 1 << 20;

  private static final StructType SCHEMA =
      new StructType()
          .add("names", DataTypes.BinaryType)
          .add("ends", DataTypes.BinaryType)
          .add("edges", DataTypes.BinaryType);

  /** The whole graph in blocks, one or more a task. */
  static Dataset<Row> of(Tables tables) {
    Column noJob = lit(null).cast("binary");
    Dataset<Row> edges =
        tables
            .table(Dependencies.TABLE.name())
            .select(col(UPSTREAM_JOB).cast("binary"), col(DOWNSTREAM_JOB).cast("binary"));
    Dataset<Row> jobs = tables.table(Jobs.TABLE.name()).select(col(JOB).cast("binary"), noJob);
    return edges
        .union(jobs)
        .mapPartitions((MapPartitionsFunction<Row, Row>) BlockIterator::new, Encoders.row(SCHEMA));
  }

  /** How many bytes blocks have. */
  static long bytes(Dataset<Row> blocks) {
    Column bytes =
        octet_length(col("names")).plus(octet_length(col("ends"))).plus(octet_length(col("edges")));
    Row total = blocks.agg(sum(bytes)).head();
    return total.isNullAt(0) ? 0 : total.getLong(0);
  }

  static List<GraphBlock> collect(Dataset<Row> blocks) {
    return blocks.collectAsList().stream()
        .map(block -> new GraphBlock(block.getAs(0), block.getAs(1), block.getAs(2)))
        .toList();
  }

  /** Adds the block to a larger graph. */
  void addTo(JobNames all, Edges allEdges) {
    int[] numbers = new int[ends.length / Integer.BYTES];
    ByteBuffer nextEnd = ByteBuffer.wrap(ends);
    for (int i = 0, start = 0; i < numbers.length; i++) {
      int end = nextEnd.getInt();
      numbers[i] = all.number(names, start, end);
      start = end;
    }
    for (ByteBuffer next = ByteBuffer.wrap(edges); next.hasRemaining(); ) {
      long edge = next.getLong();
      allEdges.add(numbers[Edges.upstream(edge)], numbers[Edges.downstream(edge)]);
    }
  }

  /** Packs a task's rows: both jobs of an edge, or one job alone. */
  private static final class BlockIterator implements Iterator<Row> {

    private final Iterator<Row> rows;

    private BlockIterator(Iterator<Row> rows) {
      this.rows = rows;
    }

    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public Row next() {
      if (!rows.hasNext()) {
        throw new NoSuchElementException();
      }
      JobNames names = new JobNames();
      Edges edges = new Edges();
      while (rows.hasNext() && edges.size() < MOST_EDGES && names.size() < MOST_EDGES) {
        Row row = rows.next();
        int job = names.number(row.getAs(0));
        if (!row.isNullAt(1)) {
          edges.add(job, names.number(row.getAs(1)));
        }
      }
      return RowFactory.create(names.bytes(), ends(names), packed(edges.distinct()));
    }

    private static byte[] ends(JobNames names) {
      int[] ends = names.ends();
      ByteBuffer packed = ByteBuffer.allocate(ends.length * Integer.BYTES);
      packed.asIntBuffer().put(ends);
      return packed.array();
    }

    private static byte[] packed(long[] edges) {
      ByteBuffer packed = ByteBuffer.allocate(edges.length * Long.BYTES);
      packed.asLongBuffer().put(edges);
      return packed.array();
    }
  }
}
