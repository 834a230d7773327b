package com.barraiser.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.SparkContext;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Adds up what the tasks of one job group say of themselves. */
final class StageListener extends SparkListener implements AutoCloseable {

  private static final String JOB_GROUP = "spark.jobGroup.id";
  private static final double MILLIS = 1e3;
  private static final double NANOS = 1e9;

  private final SparkContext context;
  private final Map<Integer, Sums> stages = new TreeMap<>();
  private String group = "";

  private StageListener(SparkContext context) {
    this.context = context;
  }

  /** Begins to listen. */
  static StageListener on(SparkContext context) {
    StageListener listener = new StageListener(context);
    context.addSparkListener(listener);
    return listener;
  }

  /** Forgets everything and listens to another group of jobs. */
  synchronized void listenTo(String jobGroup) {
    stages.clear();
    group = jobGroup;
  }

  /** The stages that the group ran, when all that Spark has to say of them has arrived. */
  List<StageMetrics> metrics() {
    awaitEvents(context);
    synchronized (this) {
      return stages.values().stream().filter(sums -> sums.tasks() > 0).map(Sums::metrics).toList();
    }
  }

  /** Events come later than what they tell of. */
  static void awaitEvents(SparkContext context) {
    try {
      context.listenerBus().waitUntilEmpty();
    } catch (java.util.concurrent.TimeoutException e) {
      throw new IllegalStateException("Spark's events do not arrive", e);
    }
  }

  @Override
  public void close() {
    context.removeSparkListener(this);
  }

  @Override
  public synchronized void onStageSubmitted(SparkListenerStageSubmitted stage) {
    if (group.equals(stage.properties().getProperty(JOB_GROUP))) {
      stages.putIfAbsent(stage.stageInfo().stageId(), new Sums(stage.stageInfo().stageId()));
    }
  }

  @Override
  public synchronized void onStageCompleted(SparkListenerStageCompleted stage) {
    Sums sums = stages.get(stage.stageInfo().stageId());
    if (sums != null) {
      sums.name = stage.stageInfo().name();
    }
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd task) {
    Sums sums = stages.get(task.stageId());
    if (sums != null && task.taskMetrics() != null) {
      sums.add(task.taskInfo().duration(), task.taskMetrics());
    }
  }

  /** The sums of a stage. */
  private static final class Sums {

    private final int id;
    private final List<Long> durations = new ArrayList<>();
    private String name = "";
    private long runMillis;
    private long cpuNanos;
    private long gcMillis;
    private long input;
    private long shuffleRead;
    private long shuffleWrite;
    private long memorySpill;
    private long diskSpill;
    private long peakMemory;

    Sums(int id) {
      this.id = id;
    }

    int tasks() {
      return durations.size();
    }

    void add(long durationMillis, TaskMetrics task) {
      durations.add(durationMillis);
      runMillis += task.executorRunTime();
      cpuNanos += task.executorCpuTime();
      gcMillis += task.jvmGCTime();
      input += task.inputMetrics().bytesRead();
      shuffleRead += task.shuffleReadMetrics().totalBytesRead();
      shuffleWrite += task.shuffleWriteMetrics().bytesWritten();
      memorySpill += task.memoryBytesSpilled();
      diskSpill += task.diskBytesSpilled();
      peakMemory = Math.max(peakMemory, task.peakExecutionMemory());
    }

    StageMetrics metrics() {
      durations.sort(Comparator.naturalOrder());
      long median = Math.max(1, durations.get(durations.size() / 2));
      double longest = Math.max(1, durations.get(durations.size() - 1));
      return new StageMetrics(
          id,
          name,
          durations.size(),
          runMillis / MILLIS,
          cpuNanos / NANOS,
          gcMillis / MILLIS,
          input,
          shuffleRead,
          shuffleWrite,
          memorySpill,
          diskSpill,
          peakMemory,
          longest / median);
    }
  }
}
