package com.barraiser.questions.conversion7d;

import static com.barraiser.questions.conversion7d.Conversion7dCases.line;

import com.barraiser.vocabulary.Case;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Sessions and orders that are too many to write down: from a seed, or by a rule. */
final class GeneratedSessions {

  private static final List<String> ODD_MARKETPLACES =
      List.of(
          "US", "us", " US", "US ", "1US", "A1F83G8C2ARO7P", "\\u00fc", "u\\u0308", "a,\\\"b\\\"");

  private GeneratedSessions() {}

  /**
   * Few customers, marketplaces and instants that are windows apart, so that edges are the rule.
   */
  static Case generated(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    String window = pick(random, List.of("7d", "7d", "36h", "1d", "90m"));
    return new Case(
        "generated-" + seed,
        "what no named case does",
        Map.of(
            "sessions", rows(random, "session", 1 + random.nextInt(40)),
            "orders", rows(random, "order", random.nextInt(30))),
        random.nextBoolean()
            ? Map.of("window", window)
            : Map.of("window", window, "as-of", time(random)));
  }

  /** Each marketplace with two customers; those of orders are shifted by some places. */
  static List<String> oddMarketplaces(String table, int shift) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < ODD_MARKETPLACES.size(); i++) {
      String marketplace = ODD_MARKETPLACES.get(i);
      lines.add(line(table, "x" + i, 1 + (i + shift) % 3, marketplace, "2024-03-01T12:00:00Z"));
      lines.add(line(table, "y" + i, 1 + i * 10L % 11, marketplace, "2024-03-01T12:00:00Z"));
    }
    return lines;
  }

  static List<String> manyMarketplaces(String table, int many) {
    return IntStream.range(0, many)
        .mapToObj(i -> line(table, i, i % 2, "M" + i, "2024-03-0" + (1 + i % 9) + "T12:00:00Z"))
        .toList();
  }

  /** Nine in ten rows are of one customer, at times that are nowhere dense. */
  static List<String> hotCustomer(String table, int offset) {
    return LongStream.range(0, 800)
        .mapToObj(
            i ->
                line(
                    table,
                    i,
                    i % 10 == 0 ? i : 1,
                    "US",
                    Instant.EPOCH.plusSeconds((i + offset) * 7919L % 3_000_017).toString()))
        .toList();
  }

  private static List<String> rows(SplittableRandom random, String table, int count) {
    List<Long> customers = List.of(1L, 2L, -1L, 4294967297L, Long.MAX_VALUE, Long.MIN_VALUE);
    int kinds = 1 + random.nextInt(customers.size());
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                line(
                    table,
                    table.equals("session") ? i : i % 7,
                    customers.get(random.nextInt(kinds)),
                    pick(random, List.of("US", "US", "us", "\\u00fc")),
                    time(random)))
        .toList();
  }

  private static String time(SplittableRandom random) {
    List<String> starts = List.of("2024-03-01T00:00:00Z", "1969-12-31T00:00:00Z");
    List<Long> steps = List.of(604_800L, 86_400L, 129_600L, 5_400L, 43_200L);
    List<Long> micros = List.of(0L, 0L, 1L, -1L);
    return Instant.parse(pick(random, starts))
        .plusSeconds(pick(random, steps) * random.nextInt(4))
        .plusNanos(1_000 * pick(random, micros))
        .toString();
  }

  private static <T> T pick(SplittableRandom random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
