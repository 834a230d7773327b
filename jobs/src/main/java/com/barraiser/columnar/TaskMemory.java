package com.barraiser.columnar;

import org.apache.spark.TaskContext;
import org.apache.spark.memory.MemoryConsumer;
import org.apache.spark.memory.MemoryMode;

/** A task's share of Spark's memory; it goes back when the task ends, however it does. */
public final class TaskMemory {

  /** Spark is asked for so much at a time, since it takes locks to answer. */
  private static final long CHUNK = 256 << 10;

  private final Consumer consumer;
  private long spare;

  private TaskMemory(Consumer consumer) {
    this.consumer = consumer;
  }

  /** Memory of the task that runs in this thread. */
  public static TaskMemory ofThisTask() {
    TaskContext task = TaskContext.get();
    Consumer consumer = new Consumer(task);
    task.addTaskCompletionListener(
        ended -> {
          consumer.freeMemory(consumer.getUsed());
        });
    return new TaskMemory(consumer);
  }

  /**
   * Asks Spark for memory before it is used.
   *
   * @throws IllegalStateException if there is not enough, with advice
   */
  public void reserve(long bytes) {
    if (bytes <= spare) {
      spare -= bytes;
      return;
    }
    long granted = consumer.acquireMemory(bytes + CHUNK);
    spare += granted - bytes;
    if (spare < 0) {
      release(bytes);
      throw new IllegalStateException(
          "a task holds %,d bytes in hash tables and blocks and needs %,d more, but Spark has none left: give driver or executors more memory or fewer cores, or take another solution"
              .formatted(consumer.getUsed() - spare, bytes));
    }
  }

  /** Gives back what was reserved. */
  public void release(long bytes) {
    spare += bytes;
    long back = Math.max(0, spare - CHUNK);
    consumer.freeMemory(back);
    spare -= back;
  }

  /** Spark's view of it; nothing of it can be spilled. */
  private static final class Consumer extends MemoryConsumer {

    Consumer(TaskContext task) {
      super(task.taskMemoryManager(), MemoryMode.ON_HEAP);
    }

    @Override
    public long spill(long size, MemoryConsumer trigger) {
      return 0;
    }
  }
}
