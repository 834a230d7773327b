package com.barraiser.questions.joborder;

import com.barraiser.vocabulary.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Graphs that are too large to write down: from a seed, or by a rule. */
final class GeneratedGraphs {

  /** Names that are near each other in some order, or hard to write. JSON text without quotes. */
  private static final List<String> NAMES =
      List.of(
          "a",
          "A",
          "a ",
          "b",
          "a -> b",
          "b -> a",
          " -> ",
          "\\\"b\\\"",
          "b\\nb",
          "\\u00fc",
          "\\uff5e",
          "\\ud83d\\ude80",
          "job2",
          "job10");

  private static final int CHAIN = 103;

  private GeneratedGraphs() {}

  /**
   * Few jobs with many edges among them. Most graphs have their edges from lower to higher numbers,
   * and so no cycle; every third one has an edge or two the other way, which may close one.
   */
  static Case generated(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int jobs = 1 + random.nextInt(NAMES.size());
    List<String> names = shuffled(random).subList(0, jobs);
    List<String> edges = new ArrayList<>();
    for (int i = random.nextInt(3 * jobs); i > 0; i--) {
      int one = random.nextInt(jobs);
      int other = random.nextInt(jobs);
      if (one != other) {
        edges.add(edge(names.get(Math.min(one, other)), names.get(Math.max(one, other))));
      }
    }
    for (int i = random.nextInt(3) == 0 ? 1 + random.nextInt(2) : 0; i > 0; i--) {
      int one = random.nextInt(jobs);
      edges.add(edge(names.get(one), names.get(random.nextInt(one + 1))));
    }
    List<String> listed =
        Stream.generate(() -> job(NAMES.get(random.nextInt(NAMES.size()))))
            .limit(random.nextInt(4))
            .toList();
    return JobOrderCases.of(
        "generated-" + seed,
        "what no named case does",
        String.join("\n", edges),
        String.join("\n", listed));
  }

  static List<Case> named() {
    return List.of(
        many("chain-of-103-jobs", "stopping after a hundred rounds", chain()),
        many(
            "cycle-of-103-jobs",
            "looking for short cycles only",
            IntStream.range(0, CHAIN).mapToObj(i -> edge("j" + i, "j" + (i + 1) % CHAIN))),
        many("ways-double-with-every-job", "going every way there is", ladder()),
        many(
            "popular-job",
            "losing jobs where one is waited for by most",
            IntStream.range(0, 400).mapToObj(i -> edge("hub", "j" + i * 7 % 400))),
        many(
            "job-that-waits-for-most",
            "counting one upstream job instead of all",
            IntStream.range(0, 400).mapToObj(i -> edge("j" + i, i % 20 == 0 ? "end" : "middle"))));
  }

  private static Stream<String> chain() {
    return IntStream.range(1, CHAIN)
        .mapToObj(
            i -> edge("j%03d".formatted(i * 37 % CHAIN), "j%03d".formatted((i + 1) * 37 % CHAIN)));
  }

  /** Each job waits for the two before it: the ways to the last are some ten thousand million. */
  private static Stream<String> ladder() {
    return IntStream.range(2, 50)
        .boxed()
        .flatMap(i -> Stream.of(edge("j" + (i - 2), "j" + i), edge("j" + (i - 1), "j" + i)));
  }

  private static Case many(String name, String catches, Stream<String> edges) {
    return JobOrderCases.edges(name, catches, String.join("\n", edges.toList()));
  }

  private static List<String> shuffled(SplittableRandom random) {
    List<String> names = new ArrayList<>(NAMES);
    for (int i = names.size() - 1; i > 0; i--) {
      names.set(i, names.set(random.nextInt(i + 1), names.get(i)));
    }
    return names;
  }

  private static String edge(String upstream, String downstream) {
    return "{\"upstream_job\":\"%s\",\"downstream_job\":\"%s\"}".formatted(upstream, downstream);
  }

  private static String job(String job) {
    return "{\"job\":\"%s\"}".formatted(job);
  }
}
