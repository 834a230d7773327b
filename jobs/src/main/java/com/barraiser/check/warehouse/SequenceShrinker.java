package com.barraiser.check.warehouse;

import com.barraiser.vocabulary.warehouse.Batch;
import com.barraiser.vocabulary.warehouse.Refresh;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for a shorter sequence that an answer still fails on: fewer batches, then fewer rows. What
 * is found is short, not always the shortest.
 */
final class SequenceShrinker {

  private final SequenceTrials trials;
  private final Refresh refresh;
  private final long deadlineNanos;
  private SequenceTrial shortest;

  private SequenceShrinker(
      SequenceTrials trials, Refresh refresh, SequenceTrial failed, Duration limit) {
    this.trials = trials;
    this.refresh = refresh;
    this.shortest = failed;
    this.deadlineNanos = System.nanoTime() + limit.toNanos();
  }

  /** The trial on the shortest sequence that was found within the time. */
  static SequenceTrial shrink(
      SequenceTrials trials, Refresh refresh, SequenceTrial failed, Duration limit) {
    SequenceShrinker shrinker = new SequenceShrinker(trials, refresh, failed, limit);
    shrinker.removeBatches();
    shrinker.removeLines();
    return shrinker.shortest;
  }

  /** The later ones first: what goes wrong mostly needs those before it. */
  private void removeBatches() {
    for (int i = batches().size() - 1; i >= 0 && batches().size() > 1 && hasTime(); i--) {
      List<Batch> fewer = new ArrayList<>(batches());
      fewer.remove(i);
      keepIfItFails(fewer);
    }
  }

  private void removeLines() {
    for (int i = 0; i < batches().size(); i++) {
      for (String feed : List.copyOf(batches().get(i).feeds().keySet())) {
        for (int line = lines(i, feed).size() - 1; line >= 0 && hasTime(); line--) {
          keepIfItFails(without(i, feed, line));
        }
      }
    }
  }

  private List<Batch> without(int index, String feed, int line) {
    List<String> fewer = new ArrayList<>(lines(index, feed));
    fewer.remove(line);
    Map<String, List<String>> feeds = new HashMap<>(batches().get(index).feeds());
    feeds.put(feed, fewer);
    List<Batch> changed = new ArrayList<>(batches());
    changed.set(index, new Batch(feeds, batches().get(index).parameters()));
    return changed;
  }

  private void keepIfItFails(List<Batch> fewer) {
    SequenceTrial trial = trials.trial(refresh, shortest.sequence().with(fewer));
    // Another mistake than the one that was found would explain nothing.
    if (!trial.right() && trial.error().isPresent() == shortest.error().isPresent()) {
      shortest = trial;
    }
  }

  private List<Batch> batches() {
    return shortest.sequence().batches();
  }

  private List<String> lines(int batch, String feed) {
    return batches().get(batch).feeds().get(feed);
  }

  private boolean hasTime() {
    return System.nanoTime() < deadlineNanos && !Thread.currentThread().isInterrupted();
  }
}
