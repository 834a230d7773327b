package com.barraiser.cli;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of rows such as {@code 2000}, {@code 50k}, {@code 10m} or {@code 1b}. */
final class RowsOption implements ITypeConverter<Long> {

  @Override
  public Long convert(String text) {
    String lower = text.toLowerCase(Locale.ROOT).replace("_", "");
    String digits = lower.replaceAll("[kmb]$", "");
    if (!digits.matches("[0-9]{1,12}")) {
      throw new TypeConversionException(
          "'" + text + "' is not a number of rows such as 50k or 10m");
    }
    long factor =
        switch (lower.charAt(lower.length() - 1)) {
          case 'k' -> 1_000L;
          case 'm' -> 1_000_000L;
          case 'b' -> 1_000_000_000L;
          default -> 1L;
        };
    try {
      return Math.multiplyExact(Long.parseLong(digits), factor);
    } catch (ArithmeticException e) {
      throw new TypeConversionException("'" + text + "' are too many rows");
    }
  }
}
