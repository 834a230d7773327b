package com.barraiser.questions.firstevent;

import static com.barraiser.datasets.tables.OrderEvents.TABLE;

import com.barraiser.vocabulary.Case;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Events that are too many to write down: from a seed, or by a rule. */
final class GeneratedEvents {

  private static final int MANY = 300;

  private GeneratedEvents() {}

  /** Few orders, instants, statuses and extras, so that ties are the rule. */
  static Case generated(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> orders = List.of("114-3941689-8772232", "114-3941689-8772233", "x", "X", "\u00fc");
    List<String> days = List.of("2024-03-01T", "2024-03-02T", "1969-12-31T", "9999-12-31T");
    List<String> times = List.of("00:00:00", "00:00:00.000001", "23:59:59.999999", "05:30");
    List<String> offsets = List.of("Z", "+05:30", "-05:30", "", "+00:00");
    List<String> statuses = List.of("PLACED", "SHIPPED", "CANCELED", "shipped", "\\ud83d\\ude80");
    List<String> extras =
        List.of("", "", ",\"n\":1", ",\"n\":2", ",\"b\":null,\"a\":[]", ",\"a\":[],\"b\":null");
    List<String> lines =
        Stream.generate(
                () ->
                    event(
                        pick(random, orders),
                        pick(random, days) + pick(random, times) + pick(random, offsets),
                        pick(random, statuses),
                        pick(random, extras)))
            .limit(1 + random.nextInt(60))
            .toList();
    return new Case(
        "generated-" + seed, "what no named case does", Map.of(TABLE.name(), lines), Map.of());
  }

  static List<String> manyStatuses() {
    return IntStream.range(0, MANY)
        .boxed()
        .flatMap(
            i ->
                Stream.of(
                    event("tie", "2024-03-01T12:00:00Z", "S%05d".formatted(MANY - i), ""),
                    event("o" + i, "2024-03-01T12:00:00Z", "S%05d".formatted(i + 1), ""),
                    event("o" + i, "2024-03-01T12:00:00Z", "S%05d".formatted(i), "")))
        .toList();
  }

  static List<String> manyExtras() {
    return IntStream.range(0, MANY)
        .mapToObj(i -> event("o" + i % 9, "2024-03-01T12:00:00Z", "S", ",\"n\":" + (MANY - i)))
        .toList();
  }

  static List<String> widest() {
    return IntStream.range(0, MANY)
        .mapToObj(
            i ->
                event(
                    "o" + i % 11,
                    i % 2 == 0 ? "0001-01-01T00:00:00Z" : "9999-12-31T23:59:59.999999Z",
                    "S" + i * 31 % 20,
                    ",\"n\":" + i * 17 % 20))
        .toList();
  }

  static List<String> oneHotOrder() {
    return IntStream.range(0, 10 * MANY)
        .mapToObj(
            i ->
                event(
                    i % 100 == 0 ? "cold" + i : "hot",
                    Instant.EPOCH.plusSeconds(i * 7919L % 30_011).toString(),
                    "S" + i % 7,
                    ""))
        .toList();
  }

  private static String event(String order, String time, String status, String extra) {
    return "{\"order_id\":\"%s\",\"event_time\":\"%s\",\"status\":\"%s\"%s}"
        .formatted(order, time, status, extra);
  }

  private static <T> T pick(SplittableRandom random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
