package com.barraiser.datasets.generate;

import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * One number in place of a seed and a text: whatever follows, {@code xxhash64(number, …)} is {@code
 * xxhash64(seed, text, …)}. To hash the text anew for every row costs more than all that a draw
 * does beside it.
 *
 * <p>Spark hashes its arguments one after the other, each with the hash so far. A number's hash can
 * be undone step by step: multiplying with an odd number and folding high bits over low ones both
 * permute the numbers of 64 bits.
 */
final class HashPrefix {

  /** What {@code xxhash64} begins with. */
  private static final long START = 42;

  /** The constants of XXH64 as its author chose them. */
  private static final long PRIME_1 = 0x9E3779B185EBCA87L;

  private static final long PRIME_2 = 0xC2B2AE3D27D4EB4FL;
  private static final long PRIME_3 = 0x165667B19E3779F9L;
  private static final long PRIME_4 = 0x85EBCA77C2B2AE63L;
  private static final long PRIME_5 = 0x27D4EB2F165667C5L;

  private HashPrefix() {}

  /** The number that stands for a seed and a text. */
  static long of(long seed, String text) {
    long ofSeed = XXH64.hashLong(seed, START);
    return numberWithHash(XXH64.hashUTF8String(UTF8String.fromString(text), ofSeed));
  }

  /** The steps of {@code XXH64.hashLong} backwards. */
  private static long numberWithHash(long hash) {
    long mixed = unfold(hash, 32) * inverse(PRIME_3);
    mixed = unfold(mixed, 29) * inverse(PRIME_2);
    mixed = unfold(mixed, 33);
    long rotated = (mixed - PRIME_4) * inverse(PRIME_1);
    long scrambled = Long.rotateRight(rotated, 27) ^ (START + PRIME_5 + Long.BYTES);
    return Long.rotateRight(scrambled * inverse(PRIME_1), 31) * inverse(PRIME_2);
  }

  /** The x with {@code (x ^ x >>> shift) == folded}. */
  private static long unfold(long folded, int shift) {
    long x = folded;
    for (int known = shift; known < Long.SIZE; known += shift) {
      x = folded ^ (x >>> shift);
    }
    return x;
  }

  /** What an odd number times is 1, modulo 2^64; each step of Newton's doubles the right bits. */
  private static long inverse(long odd) {
    long inverse = odd;
    for (int bits = 3; bits < Long.SIZE; bits *= 2) {
      inverse *= 2 - odd * inverse;
    }
    return inverse;
  }
}
