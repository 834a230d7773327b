package com.barraiser.bench;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.shiftrightunsigned;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * What tells two answers apart without keeping either: how many rows there are, and the sum of a 64
 * bit hash of each. The order of the rows does not count; a row that stands twice counts twice.
 * Answers of more than 2^31 rows are out of its range.
 *
 * @param rows how many rows
 * @param hash the sum in hexadecimal
 */
public record Checksum(long rows, String hash) {

  private static final String HASH = "hash";
  private static final long LOW_BITS = 0xFFFF_FFFFL;
  private static final int HALF = 32;

  /**
   * Ten digits of a DOUBLE: engines may add in another order, which changes the last ones. Two that
   * differ less are told apart only where they straddle the border between two roundings.
   */
  private static final String DIGITS = "%.9e";

  /**
   * Computes an answer and its checksum.
   *
   * @param schema the columns and types that the answer must have
   * @throws IllegalArgumentException if it has others
   */
  public static Checksum of(Dataset<Row> answer, StructType schema) {
    checkSchema(answer.schema(), schema);
    Column[] cells = Arrays.stream(schema.fields()).flatMap(Checksum::cell).toArray(Column[]::new);
    Row sums =
        answer
            .select(xxhash64(cells).as(HASH))
            .agg(
                count(lit(1)),
                coalesce(sum(col(HASH).bitwiseAND(LOW_BITS)), lit(0L)),
                coalesce(sum(shiftrightunsigned(col(HASH), HALF)), lit(0L)))
            .head();
    BigInteger hash =
        BigInteger.valueOf(sums.getLong(2))
            .shiftLeft(HALF)
            .add(BigInteger.valueOf(sums.getLong(1)));
    return new Checksum(sums.getLong(0), hash.toString(16));
  }

  /** That of several answers, each with a hash of its own. */
  Checksum and(Checksum other) {
    return new Checksum(rows + other.rows, hash + "-" + other.hash);
  }

  /** A hash passes over nulls, so whether there is one goes before each value. */
  private static Stream<Column> cell(StructField field) {
    Column value = col("`" + field.name() + "`");
    boolean isDouble = field.dataType().equals(DataTypes.DoubleType);
    // Zero has two signs.
    Column text = format_string(DIGITS, value.plus(0.0));
    return Stream.of(value.isNull(), isDouble ? text : value);
  }

  private static void checkSchema(StructType actual, StructType expected) {
    boolean same =
        actual.length() == expected.length()
            && Stream.iterate(0, i -> i < expected.length(), i -> i + 1)
                .allMatch(i -> same(actual.fields()[i], expected.fields()[i]));
    if (!same) {
      throw new IllegalArgumentException(
          "the columns are %s, but %s are needed".formatted(actual.toDDL(), expected.toDDL()));
    }
  }

  private static boolean same(StructField one, StructField other) {
    return one.name().equals(other.name()) && one.dataType().equals(other.dataType());
  }
}
