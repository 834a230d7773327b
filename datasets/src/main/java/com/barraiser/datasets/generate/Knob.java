package com.barraiser.datasets.generate;

/**
 * A knob that only one generator has.
 *
 * @param name the name in kebab case
 * @param meaning one line for the user
 * @param min the smallest value
 * @param max the largest value
 * @param fallback the value where none is set
 * @param isWhole whether only whole numbers are values
 */
public record Knob(
    String name, String meaning, double min, double max, double fallback, boolean isWhole) {

  /** A knob that takes fractions too. */
  public Knob(String name, String meaning, double min, double max, double fallback) {
    this(name, meaning, min, max, fallback, false);
  }

  /** A knob that counts. */
  static Knob whole(String name, String meaning, double min, double max, double fallback) {
    return new Knob(name, meaning, min, max, fallback, true);
  }

  /**
   * Reads a value.
   *
   * @throws IllegalArgumentException if the text is no number, one outside the range, or a fraction
   *     where there are none
   */
  public double parse(String text) {
    try {
      double value = Double.parseDouble(text);
      if (value >= min && value <= max && !(isWhole && value != Math.rint(value))) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "%s=%s is not a number from %s to %s".formatted(name, text, min, max), e);
    }
    throw new IllegalArgumentException(
        "%s=%s is not %sfrom %s to %s"
            .formatted(name, text, isWhole ? "a whole number " : "", min, max));
  }
}
