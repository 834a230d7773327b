package com.barraiser.datasets.generate;

import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;

/**
 * Texts of a fixed number of digits, in any base up to 36, looked up in groups of a few digits:
 * several times as fast as to format a number and pad it.
 */
final class Digits {

  private final int base;
  private final int digitsPerGroup;
  private final int numbersPerGroup;

  /**
   * Prepares the texts of one group.
   *
   * @param digitsPerGroup how many digits are looked up at once; base^digits texts stand in the
   *     query, so some hundreds are enough
   */
  Digits(int base, int digitsPerGroup) {
    this.base = base;
    this.digitsPerGroup = digitsPerGroup;
    this.numbersPerGroup = power(digitsPerGroup);
  }

  /**
   * The texts that make up a number with leading zeros, to be concatenated.
   *
   * @param number a BIGINT from 0 up to but not including base^digits
   */
  List<Column> of(Column number, int digits) {
    List<Column> texts = new ArrayList<>();
    Column rest = number;
    for (int left = digits; left > 0; left -= digitsPerGroup) {
      texts.add(0, text(rest, Math.min(left, digitsPerGroup)));
      rest = call_function("div", rest, lit((long) numbersPerGroup));
    }
    return texts;
  }

  private Column text(Column number, int digits) {
    String[] texts = new String[power(digits)];
    for (int i = 0; i < texts.length; i++) {
      String text = Integer.toString(i, base).toUpperCase(Locale.ROOT);
      texts[i] = "0".repeat(digits - text.length()) + text;
    }
    Column index = number.mod(lit((long) texts.length));
    return element_at(lit(texts), index.plus(1).cast("int"));
  }

  private int power(int digits) {
    return Math.toIntExact(Math.round(Math.pow(base, digits)));
  }
}
