package com.barraiser.check;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/**
 * The names of small inputs: those that a question gives them, and {@code seed-17} and the like.
 */
public final class InputNames {

  private static final String SEED = "seed-";

  private InputNames() {}

  /** The name of what is made from a seed. */
  public static String ofSeed(long seed) {
    return SEED + seed;
  }

  /** Whether a name is that of something made from a seed. */
  public static boolean isOfSeed(String name) {
    return name.startsWith(SEED);
  }

  /**
   * The input of that name.
   *
   * @param exercise whose inputs they are
   * @param inputs those that have names of their own
   * @param nameOf tells these names
   * @param generated makes one from a seed
   * @throws IllegalArgumentException if there is none
   */
  public static <T> T find(
      String exercise,
      String name,
      List<T> inputs,
      Function<T, String> nameOf,
      LongFunction<T> generated) {
    if (name.matches(SEED + "[0-9]{1,18}")) {
      return generated.apply(Long.parseLong(name.substring(SEED.length())));
    }
    return inputs.stream()
        .filter(input -> nameOf.apply(input).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s has no case '%s'; there are %s, and generated ones such as seed-17"
                        .formatted(
                            exercise,
                            name,
                            inputs.stream().map(nameOf).collect(Collectors.joining(", ")))));
  }
}
