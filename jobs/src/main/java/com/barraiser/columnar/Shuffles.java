package com.barraiser.columnar;

import java.io.Serializable;
import java.util.Iterator;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.rdd.ShuffledRDD;
import org.apache.spark.serializer.JavaSerializer;
import scala.Tuple2;
import scala.reflect.ClassTag;

/** Ordinary shuffles of blocks, each with the number of its partition as the key. */
public final class Shuffles {

  private Shuffles() {}

  /**
   * Brings blocks to their partitions. Java's serializer writes them, whatever a user has set: a
   * block joins its texts for it, and others know no records.
   */
  static JavaRDD<Block> delivered(JavaRDD<Tuple2<Integer, Block>> sent, int partitions) {
    ClassTag<Integer> number = ClassTag.apply(Integer.class);
    ClassTag<Block> block = ClassTag.apply(Block.class);
    ShuffledRDD<Integer, Block, Block> shuffled =
        new ShuffledRDD<Integer, Block, Block>(
                sent.rdd(), new HashPartitioner(partitions), number, block, block)
            .setSerializer(new JavaSerializer(sent.context().getConf()));
    return JavaPairRDD.fromRDD(shuffled, number, block).values();
  }

  /** Sends on what becomes of the blocks of a shuffle, in so many partitions. */
  public static JavaRDD<Block> relayed(
      JavaRDD<Block> blocks, int partitions, SenderSupplier<Block> senders) {
    return delivered(
        blocks.mapPartitions(coming -> new Sending<>(coming, senders, partitions)), partitions);
  }

  /**
   * Sends on what becomes of two shuffles where they meet: the blocks of the first are there when a
   * sender is made, those of the second come one by one.
   *
   * @param first in as many partitions as the second
   * @param partitions those of the result
   */
  public static JavaRDD<Block> joined(
      JavaRDD<Block> first, JavaRDD<Block> second, int partitions, JoiningSupplier senders) {
    return delivered(
        first.zipPartitions(
            second,
            (there, coming) ->
                new Sending<>(coming, out -> senders.sender(there, out), partitions)),
        partitions);
  }

  /** Makes the sender of a task. */
  @FunctionalInterface
  public interface JoiningSupplier extends Serializable {

    /** A sender that has read the first blocks. */
    Sender<Block> sender(Iterator<Block> first, Outgoing out);
  }
}
