package com.barraiser.bench;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One solution or peer, measured on one size of data with one setting.
 *
 * @param question the question's name
 * @param solution the solution's or peer's name
 * @param engine the engine that computed
 * @param scale the size that the times are drawn over
 * @param rows how many rows the largest input table has
 * @param vary the varied settings and knobs with their values
 * @param outcome how it ended
 * @param detail why, where it did not end well
 * @param times the times of the runs; nothing where it was not timed
 * @param checksum of the answer; nothing where there was none
 * @param stages what Spark says of the run with the median time
 * @param plan the physical plan, or empty
 * @param versions of everything that could matter
 * @param settings the settings that could matter
 * @param cores how many tasks or threads ran at once
 * @param heapBytes the heap of the JVM that computes
 * @param startedAt when it began
 */
public record Measurement(
    String question,
    String solution,
    String engine,
    Scale scale,
    long rows,
    Map<String, String> vary,
    Outcome outcome,
    String detail,
    Optional<Times> times,
    Optional<Checksum> checksum,
    List<StageMetrics> stages,
    String plan,
    Map<String, String> versions,
    Map<String, String> settings,
    int cores,
    long heapBytes,
    Instant startedAt) {

  /** Copies the collections. */
  public Measurement {
    vary = Map.copyOf(vary);
    stages = List.copyOf(stages);
    versions = Collections.unmodifiableMap(new TreeMap<>(versions));
    settings = Collections.unmodifiableMap(new TreeMap<>(settings));
  }

  /** Whether nothing speaks against the answer: a time-out is a result too. */
  public boolean acceptable() {
    return outcome != Outcome.WRONG && outcome != Outcome.FAILED;
  }

  /** Whether the answer is the recommended solution's; nothing where one of them has none. */
  private Optional<Boolean> correct() {
    return outcome == Outcome.NOT_COMPARED
        ? Optional.empty()
        : checksum.map(found -> outcome != Outcome.WRONG && outcome != Outcome.APPROXIMATE);
  }

  /** The input by the median time; rows of a history are not read again, so it has no speed. */
  Optional<Double> rowsPerSecond() {
    return scale.unit() == Scale.Unit.ROWS
        ? times.map(all -> rows / all.median())
        : Optional.empty();
  }

  /** The facts as one flat object: seconds, bytes; null where something was not measured. */
  public Map<String, Object> facts() {
    boolean onSpark = !stages.isEmpty();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("question", question);
    facts.put("solution", solution);
    facts.put("engine", engine);
    facts.put("rows", rows);
    facts.put("vary", vary);
    facts.put("outcome", outcome.words());
    facts.put("detail", detail.isEmpty() ? null : detail);
    facts.put("runs", times.map(all -> all.seconds().size()).orElse(0));
    facts.put("times_s", times.map(Times::seconds).orElse(List.of()));
    facts.put("median_s", times.map(Times::median).orElse(null));
    facts.put("min_s", times.map(Times::min).orElse(null));
    facts.put("max_s", times.map(Times::max).orElse(null));
    facts.put("rows_per_s", rowsPerSecond().orElse(null));
    facts.put("rows_out", checksum.map(Checksum::rows).orElse(null));
    facts.put("checksum", checksum.map(Checksum::hash).orElse(null));
    facts.put("correct", correct().orElse(null));
    facts.put("shuffle_bytes", onSpark ? StageMetrics.shuffleBytes(stages) : null);
    facts.put("spill_bytes", onSpark ? StageMetrics.spillBytes(stages) : null);
    facts.put("peak_memory_bytes", onSpark ? StageMetrics.peakMemoryBytes(stages) : null);
    facts.put("gc_s", onSpark ? StageMetrics.gcSeconds(stages) : null);
    facts.put("task_skew", onSpark ? StageMetrics.skew(stages) : null);
    facts.put("cores", cores);
    facts.put("heap_bytes", heapBytes);
    facts.put("versions", versions);
    facts.put("settings", settings);
    facts.put("started_at", startedAt.toString());
    return facts;
  }
}
