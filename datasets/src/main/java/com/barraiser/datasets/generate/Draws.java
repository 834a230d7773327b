package com.barraiser.datasets.generate;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.shiftright;
import static org.apache.spark.sql.functions.shiftrightunsigned;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import com.barraiser.datasets.Table;
import java.util.Arrays;
import org.apache.spark.sql.Column;

/**
 * Random cells without a random number generator: each is a hash of the seed, of what the cell is
 * for and of a row's number, so that any task can compute any row.
 */
public final class Draws {

  private static final int UNUSED_BITS = 11;
  private static final int SIGN = 63;
  private static final double ONE_OF_2_TO_53 = 0x1p-53;

  private final long seed;

  /** Creates the draws of a seed. */
  public Draws(long seed) {
    this.seed = seed;
  }

  /** Draws of a table's own. */
  static Draws of(Knobs knobs, Table table) {
    return new Draws(knobs.seed() ^ table.name().hashCode());
  }

  /** A DOUBLE from 0 up to but not including 1. */
  public Column uniform(String purpose, Column row) {
    return shiftrightunsigned(hash(purpose, row), UNUSED_BITS).multiply(ONE_OF_2_TO_53);
  }

  /**
   * A BIGINT from 0 up to but not including a limit; for limits far below 2^63. This is {@code
   * pmod}, written such that no processor has to guess the sign of a hash, which it would get wrong
   * every other time: a negative remainder has only ones where it is shifted to.
   */
  public Column below(long limit, String purpose, Column row) {
    Column remainder = hash(purpose, row).mod(lit(limit));
    return remainder.plus(shiftright(remainder, SIGN).bitwiseAND(limit));
  }

  /** One of the texts, each as often as it is named. */
  public Column oneOf(String[] texts, String purpose, Column row) {
    return numbered(texts, below(texts.length, purpose, row));
  }

  /** The text that has a number, from 0. */
  static Column numbered(String[] texts, Column number) {
    Column[] literals = Arrays.stream(texts).map(text -> lit(text)).toArray(Column[]::new);
    return element_at(array(literals), number.plus(1).cast("int"));
  }

  /** How a row is damaged, for a share of all rows; null for the others. */
  public Column damage(double share, Column row) {
    return when(within(share, "malformed", row), below(TableFiles.DAMAGES, "damage", row));
  }

  /** Which way of writing its time a row chooses. */
  public Column notation(Column row) {
    return below(TableFiles.NOTATIONS, "notation", row);
  }

  /** Whether a row belongs to a share of all rows. */
  public Column within(double share, String purpose, Column row) {
    if (share <= 0 || share >= 1) {
      return lit(share > 0);
    }
    return uniform(purpose, row).lt(share);
  }

  /**
   * A BIGINT from 0 up to but not including a limit, small ones more often: number k about {@code
   * (k + 1)^-skew} times as often as number 0. This inverts the integral of the density, as Gray et
   * al., "Quickly Generating Billion-Record Synthetic Databases" (SIGMOD 1994), propose, and so
   * needs no table of the limit's size.
   */
  public Column zipf(long limit, double skew, String purpose, Column row) {
    Column u = uniform(purpose, row);
    if (skew == 0) {
      return floor(u.multiply(limit)).cast("bigint");
    }
    Column position =
        skew == 1
            ? pow(lit(limit + 1.0), u)
            : pow(u.multiply(Math.pow(limit + 1.0, 1 - skew) - 1).plus(1), lit(1 / (1 - skew)));
    return least(floor(position).minus(1).cast("bigint"), lit(limit - 1));
  }

  private Column hash(String purpose, Column row) {
    return xxhash64(lit(HashPrefix.of(seed, purpose)), row);
  }
}
