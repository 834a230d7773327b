package com.barraiser.vocabulary.warehouse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * Watches the steps of a run against the time that it may take. From the share of the work that the
 * steps until now usually are, it projects the end, and warns as soon as that is too late.
 */
public final class Deadline implements Steps {

  private final Duration limit;
  private final Map<String, Double> doneAfter;
  private final Clock clock;
  private final Voice voice;
  private final Instant start;
  private boolean warned;

  /** Tells the user a line. */
  @FunctionalInterface
  public interface Voice {

    /** Says it. */
    void say(String line);
  }

  /**
   * Starts the time.
   *
   * @param limit how long the run may take
   * @param doneAfter which share of a run is done when a step is, by the step's name, up to 1
   */
  public Deadline(Duration limit, Map<String, Double> doneAfter, Clock clock, Voice voice) {
    this.limit = limit;
    this.doneAfter = Map.copyOf(doneAfter);
    this.clock = clock;
    this.voice = voice;
    this.start = clock.instant();
  }

  @Override
  public void after(String step) {
    Optional.ofNullable(doneAfter.get(step)).ifPresent(done -> compare(step, done));
  }

  private void compare(String step, double done) {
    Duration elapsed = Duration.between(start, clock.instant());
    Duration projected = Duration.ofNanos((long) (elapsed.toNanos() / done));
    if (!warned && done < 1 && projected.compareTo(limit) > 0) {
      warned = true;
      voice.say(
          "warning: after '%s' the run is projected to end at %s, %s after its deadline"
              .formatted(
                  step,
                  start.plus(projected).truncatedTo(ChronoUnit.SECONDS),
                  text(projected.minus(limit))));
    }
  }

  /** Whether the run has ended in time; says so where it has not. */
  public boolean isMet() {
    Duration took = Duration.between(start, clock.instant());
    if (took.compareTo(limit) <= 0) {
      return true;
    }
    voice.say(
        "deadline missed: the run took %s of %s; its tables are right, but late"
            .formatted(text(took), text(limit)));
    return false;
  }

  private static String text(Duration time) {
    return "%d.%01ds".formatted(time.toSeconds(), time.toMillisPart() / 100);
  }
}
