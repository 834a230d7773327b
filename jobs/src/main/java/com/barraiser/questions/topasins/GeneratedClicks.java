package com.barraiser.questions.topasins;

import static com.barraiser.datasets.tables.Clicks.TABLE;

import com.barraiser.vocabulary.Case;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Clicks that are too many to write down: from a seed, or by a rule. */
final class GeneratedClicks {

  private static final Instant NOON = Instant.parse("2024-03-02T12:00:00Z");
  private static final int MANY = 3_000;

  /** Collide in 32 bits, as doubles, or without their signs. */
  private static final long[] ODD_IDS = {
    0,
    1,
    -1,
    1L << 32,
    (1L << 32) + 1,
    (1L << 53) + 1,
    1L << 53,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    Long.MIN_VALUE + 1
  };

  private GeneratedClicks() {}

  /** Few products and customers, popular ones among them, and clicks on and beside both edges. */
  static Case generated(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> asins = List.of("B07XJ8C8F5", "B07XJ8C8F6", "b", "B", "\u00fc", "\\ud83d\\ude80");
    long[] edges = {
      0, 1, -1, -86_400_000_000L, -86_399_999_999L, -86_400_000_001L, -3_600_000_000L
    };
    double skew = random.nextInt(3) * 0.75;
    List<String> lines =
        Stream.generate(
                () -> {
                  String odd = asins.get(zipf(random, asins.size(), skew));
                  String asin = random.nextInt(4) == 0 ? "P" + zipf(random, 40, skew) : odd;
                  long id = random.nextBoolean() ? random.nextInt(12) : pick(random, ODD_IDS);
                  return click(asin, id, pick(random, edges));
                })
            .limit(1 + random.nextInt(120))
            .toList();
    Map<String, String> parameters =
        random.nextInt(4) == 0
            ? Map.of("k", "" + (1 + random.nextInt(5)))
            : Map.of("k", "" + (1 + random.nextInt(5)), "as-of", NOON.toString());
    return new Case(
        "generated-" + seed, "what no named case does", Map.of(TABLE.name(), lines), parameters);
  }

  static List<Case> named() {
    return List.of(
        many("one-asin-has-half-of-all-clicks", "losing count where one product is hot", hot()),
        many("customers-by-the-thousand", "estimating instead of counting", thousands()),
        many("popularity-by-zipf", "guessing the winners from a sample", popular(1.0)),
        many("winner-has-few-clicks", "taking the candidates by clicks alone", quietWinners()),
        many("best-come-last", "cutting off before ordering", bestLast()),
        many("products-all-alike", "giving up where no product stands out", alike()));
  }

  private static Case many(String name, String catches, List<String> lines) {
    return new Case(
        name, catches, Map.of(TABLE.name(), lines), Map.of("as-of", NOON.toString(), "k", "5"));
  }

  /** Half of all clicks come from few customers, who keep coming back to one product. */
  private static List<String> hot() {
    return IntStream.range(0, MANY)
        .mapToObj(i -> click(i % 2 == 0 ? "hot" : "p" + i % 37, i % 101 - 50L, -i))
        .toList();
  }

  private static List<String> thousands() {
    return IntStream.range(0, 2 * MANY)
        .mapToObj(i -> click(i % 4 == 0 ? "less" : "most", i * 2_654_435_761L, -i))
        .toList();
  }

  private static List<String> popular(double skew) {
    SplittableRandom random = new SplittableRandom(7);
    return IntStream.range(0, MANY)
        .mapToObj(i -> click("p" + zipf(random, 200, skew), random.nextInt(300), -i))
        .toList();
  }

  /** Sixty products are clicked a lot by four customers; seven have five customers, once each. */
  private static List<String> quietWinners() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      lines.add(click("loud" + i % 60, i % 4, -i));
    }
    for (int i = 0; i < 35; i++) {
      lines.add(click("quiet" + i % 7, 10 + i, -i));
    }
    return lines;
  }

  private static List<String> bestLast() {
    return IntStream.range(0, 40)
        .boxed()
        .flatMap(p -> IntStream.rangeClosed(0, p).mapToObj(c -> click("p%02d".formatted(p), c, -p)))
        .toList();
  }

  private static List<String> alike() {
    return IntStream.range(0, MANY).mapToObj(i -> click("p" + i * 7 % MANY, i, -i)).toList();
  }

  /** A number below the limit, small ones more often. */
  private static int zipf(SplittableRandom random, int limit, double skew) {
    double[] weights =
        IntStream.range(0, limit).mapToDouble(i -> Math.pow(i + 1.0, -skew)).toArray();
    double left =
        random.nextDouble() * IntStream.range(0, limit).mapToDouble(i -> weights[i]).sum();
    for (int i = 0; i < limit; i++) {
      left -= weights[i];
      if (left < 0) {
        return i;
      }
    }
    return limit - 1;
  }

  private static String click(String asin, long customer, long microsFromNoon) {
    Instant ts = NOON.plusNanos(microsFromNoon * 1_000);
    return "{\"asin\":\"%s\",\"customer_id\":%d,\"ts\":\"%s\"}".formatted(asin, customer, ts);
  }

  private static long pick(SplittableRandom random, long[] values) {
    return values[random.nextInt(values.length)];
  }
}
