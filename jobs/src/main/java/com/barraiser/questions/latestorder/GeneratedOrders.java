package com.barraiser.questions.latestorder;

import static com.barraiser.questions.latestorder.LatestOrderCases.item;
import static com.barraiser.questions.latestorder.LatestOrderCases.order;

import com.barraiser.vocabulary.Case;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Orders and items that are too many to write down: from a seed, or by a rule. */
final class GeneratedOrders {

  private static final List<String> ODD_IDS =
      List.of(
          "114-3941689-8772232",
          "114-3941689-8772233",
          "114 3941689 8772232",
          " 114-3941689-8772232",
          "114-3941689-8772232 ",
          "11439416898772232",
          "0",
          "00",
          "-0",
          "null",
          "\\u00fc",
          "u\\u0308",
          "\\uff5e",
          "\\ud83d\\ude00",
          "a,\\\"b\\\"",
          "\\u0000");

  private GeneratedOrders() {}

  /** Few customers, instants and totals, so that ties are the rule. */
  static Case generated(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int orders = random.nextInt(40);
    List<Long> customers = List.of(1L, 2L, -1L, 4294967297L, Long.MAX_VALUE, Long.MIN_VALUE);
    int kinds = 1 + random.nextInt(customers.size());
    return new Case(
        "generated-" + seed,
        "what no named case does",
        Map.of(
            "orders",
                IntStream.range(0, orders)
                    .mapToObj(i -> randomOrder(random, i, customers.get(random.nextInt(kinds))))
                    .toList(),
            "order_items",
                IntStream.range(0, random.nextInt(60))
                    .mapToObj(i -> item(id(random.nextInt(42)), "B" + i % 5, quantity(random)))
                    .toList()),
        Map.of());
  }

  /** Each odd id is the latest order of a customer of its own. */
  static List<String> oddOrders() {
    return IntStream.range(0, ODD_IDS.size())
        .mapToObj(i -> order(ODD_IDS.get(i), i, "2024-03-01T12:00:00Z", "20.00", "PLACED"))
        .toList();
  }

  /** Two items of each odd id; quantities are powers of two, so that a sum tells its parts. */
  static List<String> oddItems() {
    return IntStream.range(0, 2 * ODD_IDS.size() - 1)
        .mapToObj(i -> item(ODD_IDS.get(i % ODD_IDS.size()), "B1", 1 << i))
        .toList();
  }

  /** Nine in ten orders are of one customer, at instants that many share. */
  static List<String> ofOneCustomer() {
    return IntStream.range(0, 1_000)
        .mapToObj(
            i ->
                order(
                    "o" + i * 7919 % 1_000,
                    i % 10 == 0 ? i : 1,
                    Instant.EPOCH.plusSeconds(i * 31 % 40).toString(),
                    i % 7 + ".00",
                    i % 11 == 0 ? "CANCELED" : "PLACED"))
        .toList();
  }

  private static String randomOrder(SplittableRandom random, int number, long customer) {
    List<String> times =
        List.of(
            "2024-03-01T12:00:00Z",
            "2024-03-01T13:00:00+01:00",
            "2024-03-01T12:00:00.000001Z",
            "2024-02-29T23:00:00Z",
            "1969-12-31T23:59:59.999999Z");
    List<String> totals =
        List.of("20.00", "20.0", "20.01", "-20.00", "0.00", "9999999999999999.99");
    List<String> statuses = List.of("PLACED", "DELIVERED", "CANCELED", "CANCELED", "canceled", "");
    return order(
        id(number), customer, pick(random, times), pick(random, totals), pick(random, statuses));
  }

  /** Unlike numbers give unlike ids, of several kinds; the greater number is often the lower id. */
  private static String id(int number) {
    return switch (number % 4) {
      case 0 -> "%03d-3941689-8772232".formatted(number);
      case 1 -> Integer.toString(number);
      case 2 -> "\\u00fc" + number;
      default -> "o" + number;
    };
  }

  private static long quantity(SplittableRandom random) {
    return pick(random, List.of(1L, 1L, 2L, 3L, 0L, -1L, (long) Integer.MAX_VALUE));
  }

  private static <T> T pick(SplittableRandom random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
