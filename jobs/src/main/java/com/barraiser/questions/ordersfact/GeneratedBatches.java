package com.barraiser.questions.ordersfact;

import com.barraiser.vocabulary.warehouse.Batch;
import com.barraiser.vocabulary.warehouse.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Batches from a seed: few lines in many versions, late, repeated and in any order. A line has a
 * place where most of its versions land; every fourth version lands anywhere.
 */
final class GeneratedBatches {

  private static final List<String> DAYS =
      List.of("2024-01-01", "2024-01-01", "2024-01-02", "2023-03-01");
  private static final List<String> MARKETPLACES = List.of("US", "US", "us", "O'Neil", "\\u00fc");
  private static final List<String> PRICES = List.of("1.00", "10.00", "9.00", "-1.00", "0.01");
  private static final List<String> STATUSES =
      List.of("PLACED", "CANCELED", "canceled", "\\uff5e", "\\ud83d\\ude80");

  private GeneratedBatches() {}

  static Sequence sequence(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int size = 2 + random.nextInt(3);
    List<Batch> batches = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      boolean repeats = !batches.isEmpty() && random.nextInt(5) == 0;
      batches.add(repeats ? pick(random, batches) : batch(random));
    }
    return new Sequence("seed-" + seed, "what no named sequence does", batches);
  }

  private static Batch batch(SplittableRandom random) {
    Landing landing = Landing.at("2024-01-0%dT06:00:00Z".formatted(2 + random.nextInt(5)));
    for (int n = random.nextInt(25); n > 0; n--) {
      landing.lines(line(random));
    }
    for (int n = random.nextInt(4); n > 0; n--) {
      landing.rejected(pick(random, DAYS), pick(random, MARKETPLACES), random.nextInt(3));
    }
    for (int n = random.nextInt(4); n > 0; n--) {
      landing.expected(
          String.join(" ", pick(random, DAYS), pick(random, MARKETPLACES), "" + random.nextInt(6)));
    }
    return landing.batch();
  }

  private static String line(SplittableRandom random) {
    int order = random.nextInt(5);
    boolean isAtHome = random.nextInt(4) > 0;
    return String.join(
        " ",
        isAtHome ? DAYS.get(order % DAYS.size()) : pick(random, DAYS),
        isAtHome ? MARKETPLACES.get(order % MARKETPLACES.size()) : pick(random, MARKETPLACES),
        "o" + order,
        "" + (1 + random.nextInt(2)),
        "" + random.nextInt(12),
        pick(random, PRICES),
        pick(random, PRICES),
        pick(random, STATUSES),
        "2024-01-01T0%d:00:00Z".formatted(random.nextInt(4)),
        "customer_id=" + (random.nextInt(5) == 0 ? -1 : 7));
  }

  private static <T> T pick(SplittableRandom random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
