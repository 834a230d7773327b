package com.barraiser.questions.categoryshare;

import static com.barraiser.questions.categoryshare.CategoryShareCases.of;

import com.barraiser.vocabulary.Case;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Revenue that is too much to write down: from a seed, or by a rule. */
final class GeneratedRevenue {

  private static final LocalDate DAY = LocalDate.parse("2024-03-07");

  private GeneratedRevenue() {}

  /** Few marketplaces and categories, days on and beside both edges, and sums that tie. */
  static Case generated(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> ids = List.of("US", "DE", "us", "\\u00fc", "\\ud83d\\ude80", "XX");
    List<String> names = List.of("Books", "books", "", "Books ", "\\uff5e", "\\ud83d\\ude80", "a");
    List<String> amounts =
        List.of(
            "1.00",
            "2.00",
            "-1.00",
            "0.00",
            "0.01",
            "-0.01",
            "9999999999999999.99",
            "-9999999999999999.99",
            "90071992547409.93");
    int kinds = 1 + random.nextInt(amounts.size());
    int days = random.nextInt(3) == 0 ? 1 + random.nextInt(9) : 7;
    Stream<String> revenue =
        Stream.generate(
                () ->
                    line(
                        pick(random, ids),
                        DAY.minusDays(pick(random, List.of(0, 0, 1, days - 1, days, -1))),
                        pick(random, names),
                        amounts.get(random.nextInt(kinds))))
            .limit(random.nextInt(80));
    Map<String, String> parameters = new HashMap<>();
    if (random.nextBoolean()) {
      parameters.put("as-of", DAY.toString());
    }
    if (random.nextBoolean()) {
      parameters.put("top", "" + (1 + random.nextInt(5)));
    }
    if (days != 7 || random.nextBoolean()) {
      parameters.put("days", "" + days);
    }
    return of(
        "generated-" + seed,
        "what no named case does",
        ids.stream().limit(random.nextInt(ids.size())),
        revenue,
        parameters);
  }

  static List<Case> named() {
    return List.of(
        of(
            "categories-by-the-thousand",
            "keeping the best of some only",
            Stream.of("US", "DE"),
            IntStream.range(0, 3_000)
                .mapToObj(
                    i -> line(i % 3 == 0 ? "DE" : "US", DAY, "c" + i, i * 7_919 % 3_001 + ".00")),
            Map.of("top", "7")),
        of(
            "one-marketplace-has-nearly-all",
            "losing revenue where one marketplace is hot",
            Stream.of("US", "DE", "JP"),
            IntStream.range(0, 3_000)
                .mapToObj(
                    i ->
                        line(
                            i % 100 == 0 ? "DE" : "US",
                            DAY.minusDays(i % 9),
                            "c" + i % 11,
                            (i % 5 - 1) + ".99")),
            Map.of("top", "3")),
        of(
            "many-marketplaces",
            "limiting all marketplaces together",
            IntStream.range(0, 200).mapToObj(i -> "M" + i),
            IntStream.range(0, 800).mapToObj(i -> line("M" + i % 250, DAY, "c" + i % 7, i + ".50")),
            Map.of()));
  }

  private static String line(String marketplace, LocalDate day, String category, String revenue) {
    return CategoryShareCases.revenueLine(
        String.join("|", marketplace, day.toString(), category, revenue));
  }

  private static <T> T pick(SplittableRandom random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
