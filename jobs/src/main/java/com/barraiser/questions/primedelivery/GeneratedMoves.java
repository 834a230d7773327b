package com.barraiser.questions.primedelivery;

import com.barraiser.vocabulary.warehouse.Batch;
import com.barraiser.vocabulary.warehouse.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Batches from a seed: few customers and instants, so that much coincides, late and repeated. */
final class GeneratedMoves {

  private static final String[] ADDRESSES = {"a", "b", "ä", "\uD83D\uDE00", "\uFB01"};
  private static final String[] REGIONS = {"north", "south", "west", "ÖST"};
  private static final String[] CUSTOMERS = {"1", "2", "-3", "9223372036854775807"};
  private static final String[] EDGES = {"00:00:00Z", "12:00:00Z", "23:59:59.999999Z"};
  private static final int DAYS = 5;

  private final Random random;

  private GeneratedMoves(long seed) {
    this.random = new Random(seed);
  }

  static Sequence generated(long seed) {
    GeneratedMoves moves = new GeneratedMoves(seed);
    return new Sequence(
        "seed-" + seed, "whatever no named sequence has", moves.batches(2 + moves.below(4)));
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
            "address_changes",
            IntStream.range(0, below(5)).mapToObj(i -> change()).toList(),
            "delivery_events",
            IntStream.range(0, below(7)).mapToObj(i -> delivery()).toList()),
        Map.of());
  }

  private String change() {
    return Arrivals.change(one(CUSTOMERS), one(ADDRESSES), one(REGIONS), time(), time());
  }

  private String delivery() {
    return Arrivals.delivery("d" + below(6), one(CUSTOMERS), time(), time(), time());
  }

  private String time() {
    return "2024-03-%02dT%s".formatted(1 + below(DAYS), one(EDGES));
  }

  private String one(String[] texts) {
    return texts[below(texts.length)];
  }

  private int below(int limit) {
    return random.nextInt(limit);
  }
}
