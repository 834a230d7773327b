package com.barraiser.questions.joborder.solutions;

import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * A graph of jobs is small beside the data that the jobs move: bring it to the driver as numbers
 * and do what Kahn did in 1962. Jobs that wait for nothing come first; each job that is done is
 * crossed out of the others' lists, and whoever has nothing left to wait for comes next.
 *
 * <p>Each task numbers the names that it meets, drops repeated edges and sends a {@link
 * GraphBlock}: eight bytes an edge, and each name once. No shuffle. It wins wherever the graph fits
 * the driver: a job more takes nanoseconds, not a round of joins. Where the blocks are too large
 * for half of the driver's memory, it answers as {@link ContractChains}.
 */
public final class KahnOnDriver implements Solution {

  /** Blocks are unpacked, merged, sorted and turned into lists: so many bytes for one of theirs. */
  private static final int BYTES_PER_BYTE = 6;

  /** Numbers of jobs and places in arrays have 31 bits. */
  private static final long MOST_BYTES = 1L << 30;

  @Override
  public String why() {
    return "Recommended: a graph of jobs fits one machine as numbers, where a level costs no round of joins.";
  }

  @Override
  public Dataset<Row> answer(Tables tables, Parameters parameters) {
    Dataset<Row> blocks = GraphBlock.of(tables).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      if (!fits(GraphBlock.bytes(blocks))) {
        return new ContractChains().answer(tables, parameters);
      }
      List<GraphBlock> collected = GraphBlock.collect(blocks);
      return OrderedJobs.of(blocks.sparkSession(), JobGraph.of(collected));
    } finally {
      blocks.unpersist();
    }
  }

  private static boolean fits(long bytes) {
    return bytes <= MOST_BYTES && bytes * BYTES_PER_BYTE <= Runtime.getRuntime().maxMemory() / 2;
  }
}
