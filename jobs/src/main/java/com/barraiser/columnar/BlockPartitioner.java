package com.barraiser.columnar;

import org.apache.spark.Partitioner;

/** Blocks say by themselves where they go. */
final class BlockPartitioner extends Partitioner {

  private static final long serialVersionUID = 1L;

  private final int partitions;

  BlockPartitioner(int partitions) {
    this.partitions = partitions;
  }

  @Override
  public int numPartitions() {
    return partitions;
  }

  @Override
  public int getPartition(Object partition) {
    return (Integer) partition;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BlockPartitioner same && same.partitions == partitions;
  }

  @Override
  public int hashCode() {
    return partitions;
  }
}
