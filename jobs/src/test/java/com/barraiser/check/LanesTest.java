package com.barraiser.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Work in lanes: in order, never two pieces in one lane, ended from outside. */
@Timeout(60)
class LanesTest {

  private static final List<Integer> INPUTS = IntStream.range(0, 50).boxed().toList();

  @Test
  void resultsComeInTheOrderOfTheInputsUpToTheLastOne() {
    try (Lanes<AtomicInteger> lanes = new Lanes<>(AtomicInteger::new)) {
      List<Integer> squares =
          lanes.until(
              square -> square >= 100,
              INPUTS,
              (lane, i) -> {
                pause(i % 3);
                return i * i;
              });
      assertThat(squares).isEqualTo(IntStream.rangeClosed(0, 10).map(i -> i * i).boxed().toList());
    }
  }

  @Test
  void laneHasOnePieceOfWorkAtATime() {
    try (Lanes<AtomicInteger> lanes = new Lanes<>(AtomicInteger::new)) {
      List<Integer> atOnce =
          lanes.until(
              most -> false,
              INPUTS,
              (lane, i) -> {
                int inLane = lane.incrementAndGet();
                pause(2);
                lane.decrementAndGet();
                return inLane;
              });
      assertThat(atOnce).hasSameSizeAs(INPUTS).containsOnly(1);
    }
  }

  @Test
  void whatWorkThrowsIsThrownWhereItIsWaitedFor() {
    try (Lanes<AtomicInteger> lanes = new Lanes<>(AtomicInteger::new)) {
      assertThatThrownBy(
              () ->
                  lanes.one(
                      lane -> {
                        throw new StackOverflowError("deep");
                      }))
          .isInstanceOf(StackOverflowError.class);
      assertThat(lanes.<Integer>one(lane -> 7)).isEqualTo(7);
    }
  }

  @Test
  void interruptOfWhoWaitsEndsTheWork() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean ended = new AtomicBoolean();
    AtomicBoolean cancelled = new AtomicBoolean();
    Thread waiting =
        new Thread(
            () -> {
              try (Lanes<AtomicInteger> lanes = new Lanes<>(AtomicInteger::new)) {
                lanes.one(
                    lane -> {
                      begun.countDown();
                      pauseThroughAnInterrupt();
                      ended.set(true);
                      return 0;
                    });
              } catch (CancellationException e) {
                cancelled.set(ended.get());
              }
            });
    waiting.start();
    begun.await();
    waiting.interrupt();
    waiting.join();
    assertThat(cancelled).as("cancelled, and the work had ended by then").isTrue();
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes one interrupt for its own, as an answer may. */
  private static void pauseThroughAnInterrupt() {
    pause(600_000);
    Thread.interrupted();
    pause(600_000);
  }
}
