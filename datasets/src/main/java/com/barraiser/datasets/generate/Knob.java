package com.barraiser.datasets.generate;

/**
 * A knob that only one generator has.
 *
 * @param name the name in kebab case
 * @param meaning one line for the user
 * @param min the smallest value
 * @param max the largest value
 * @param fallback the value where none is set
 */
public record Knob(String name, String meaning, double min, double max, double fallback) {

  /**
   * Reads a value.
   *
   * @throws IllegalArgumentException if the text is no number, or one outside the range
   */
  public double parse(String text) {
    try {
      double value = Double.parseDouble(text);
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "%s=%s is not a number from %s to %s".formatted(name, text, min, max), e);
    }
    throw new IllegalArgumentException(
        "%s=%s is not from %s to %s".formatted(name, text, min, max));
  }
}
