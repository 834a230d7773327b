package com.barraiser.bench;

import java.util.List;

/**
 * What Spark says of one stage; sums are over its tasks.
 *
 * @param id the stage's number
 * @param name what the stage is named in Spark's UI
 * @param tasks how many tasks there were
 * @param runSeconds the time in tasks
 * @param cpuSeconds the time on a processor
 * @param gcSeconds the time the JVM collected garbage while tasks ran
 * @param inputBytes read from files
 * @param shuffleReadBytes read from shuffles
 * @param shuffleWriteBytes written to shuffles
 * @param memorySpillBytes spilled, as counted in memory
 * @param diskSpillBytes spilled, as written to disk
 * @param peakMemoryBytes the most execution memory that one task held
 * @param skew the longest task's time divided by the median one's; 1 is even
 */
public record StageMetrics(
    int id,
    String name,
    int tasks,
    double runSeconds,
    double cpuSeconds,
    double gcSeconds,
    long inputBytes,
    long shuffleReadBytes,
    long shuffleWriteBytes,
    long memorySpillBytes,
    long diskSpillBytes,
    long peakMemoryBytes,
    double skew) {

  /** What all stages wrote to shuffles. */
  static long shuffleBytes(List<StageMetrics> stages) {
    return stages.stream().mapToLong(StageMetrics::shuffleWriteBytes).sum();
  }

  /** What all stages spilled to disk. */
  static long spillBytes(List<StageMetrics> stages) {
    return stages.stream().mapToLong(StageMetrics::diskSpillBytes).sum();
  }

  /** The most execution memory that one task held. */
  static long peakMemoryBytes(List<StageMetrics> stages) {
    return stages.stream().mapToLong(StageMetrics::peakMemoryBytes).max().orElse(0);
  }

  /** How long the JVM collected garbage while tasks ran. */
  static double gcSeconds(List<StageMetrics> stages) {
    return stages.stream().mapToDouble(StageMetrics::gcSeconds).sum();
  }

  /** The skew of the stage that took the most time: that of a short one says nothing. */
  static double skew(List<StageMetrics> stages) {
    return stages.stream()
        .max((one, other) -> Double.compare(one.runSeconds, other.runSeconds))
        .map(StageMetrics::skew)
        .orElse(1.0);
  }
}
