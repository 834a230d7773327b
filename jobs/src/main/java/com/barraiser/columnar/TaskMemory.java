package com.barraiser.columnar;

import org.apache.spark.TaskContext;
import org.apache.spark.memory.MemoryConsumer;
import org.apache.spark.memory.MemoryMode;

/**
 * A task's share of Spark's memory; it goes back when the task ends, however it does. Nothing of it
 * can be spilled.
 */
public final class TaskMemory extends MemoryConsumer {

  private TaskMemory(TaskContext task) {
    super(task.taskMemoryManager(), MemoryMode.ON_HEAP);
  }

  /** Memory of the task that runs in this thread. */
  public static TaskMemory ofThisTask() {
    TaskContext task = TaskContext.get();
    TaskMemory memory = new TaskMemory(task);
    task.addTaskCompletionListener(
        ended -> {
          memory.release(memory.getUsed());
        });
    return memory;
  }

  /**
   * Asks Spark for memory before it is used.
   *
   * @throws IllegalStateException if there is not enough, with advice
   */
  public void reserve(long bytes) {
    if (bytes == 0) {
      // Spark takes that for a mistake.
      return;
    }
    long granted = acquireMemory(bytes);
    if (granted < bytes) {
      release(granted);
      throw new IllegalStateException(
          "a task holds %,d bytes in hash tables and blocks and needs %,d more, but Spark has none left: give driver or executors more memory or fewer cores, or take another solution"
              .formatted(taskMemoryManager.getMemoryConsumptionForThisTask(), bytes));
    }
  }

  /** Gives back what was reserved. */
  public void release(long bytes) {
    freeMemory(bytes);
  }

  @Override
  public long spill(long size, MemoryConsumer trigger) {
    return 0;
  }
}
