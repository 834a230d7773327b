package com.barraiser.questions.shippedrevenue;

import com.barraiser.vocabulary.warehouse.Batch;
import com.barraiser.vocabulary.warehouse.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Batches from a seed: few orders, members and instants, so that much coincides. */
final class GeneratedHours {

  private static final String[] CUSTOMERS = {"1", "2", "-3", "9223372036854775807"};
  private static final String[] SKUS = {"s1", "s2", "ä", "\uD83D\uDE00", "\uFB01"};
  private static final String[] NAMES = {"ann", "bob", "ÖSA", ""};
  private static final String[] PRICES = {"10.00", "10", "0.01", "-10.00", "9999999999999999.99"};
  private static final String[] EDGES = {"00:00:00Z", "12:00:00Z", "23:59:59.999999Z"};

  private final Random random;

  private GeneratedHours(long seed) {
    this.random = new Random(seed);
  }

  static Sequence generated(long seed) {
    GeneratedHours hours = new GeneratedHours(seed);
    return new Sequence(
        "seed-" + seed, "whatever no named sequence has", hours.batches(2 + hours.below(4)));
  }

  private List<Batch> batches(int number) {
    List<Batch> batches = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      boolean again = !batches.isEmpty() && below(5) == 0;
      batches.add(again ? batches.get(below(batches.size())) : batch());
    }
    return batches;
  }

  private Batch batch() {
    return new Batch(
        Map.of(
            "orders", some(7, this::order),
            "customers", some(3, () -> Hours.customer(one(CUSTOMERS), one(NAMES), time())),
            "skus", some(3, () -> Hours.sku(one(SKUS), one(NAMES), time()))),
        Map.of());
  }

  private String order() {
    String shipped = below(3) == 0 ? "-" : time();
    return Hours.order("o" + below(5), one(CUSTOMERS), one(SKUS), shipped, one(PRICES), time());
  }

  private List<String> some(int limit, Supplier<String> line) {
    return Stream.generate(line).limit(below(limit)).toList();
  }

  private String time() {
    return "2024-03-%02dT%s".formatted(1 + below(4), one(EDGES));
  }

  private String one(String[] texts) {
    return texts[below(texts.length)];
  }

  private int below(int limit) {
    return random.nextInt(limit);
  }
}
