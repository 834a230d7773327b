package com.barraiser.questions.joborder.solutions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Numbers names from 0 in the order in which they are first met. A name is kept as its bytes, in
 * one array for all: an object for each would take several times as much memory, and not every text
 * in a file is UTF-8.
 */
final class JobNames {

  private static final int FIRST_BYTES = 1 << 10;
  private static final int FIRST_SLOTS = 1 << 7;
  private static final int SPREAD = 0x9E3779B9;

  private byte[] bytes = new byte[FIRST_BYTES];
  private int[] ends = new int[FIRST_SLOTS / 2];
  private int size;

  /** Numbers by hash, each one higher so that 0 is a free slot; at most half of them are taken. */
  private int[] slots = new int[FIRST_SLOTS];

  /** The number of a name, which is the next one where the name is new. */
  int number(byte[] name) {
    return number(name, 0, name.length);
  }

  /** The number of the name that stands in a part of an array. */
  int number(byte[] source, int from, int to) {
    int slot = slot(hash(source, from, to));
    while (slots[slot] != 0) {
      int number = slots[slot] - 1;
      if (Arrays.equals(bytes, start(number), ends[number], source, from, to)) {
        return number;
      }
      slot = slot + 1 & slots.length - 1;
    }
    append(source, from, to);
    slots[slot] = size;
    if (size * 2 > slots.length) {
      widen();
    }
    return size - 1;
  }

  int size() {
    return size;
  }

  /** All names one after the other. */
  byte[] bytes() {
    return Arrays.copyOf(bytes, used());
  }

  /** Where each name ends among the bytes of all. */
  int[] ends() {
    return Arrays.copyOf(ends, size);
  }

  /** The bytes of a name. */
  byte[] bytes(int number) {
    return Arrays.copyOfRange(bytes, start(number), ends[number]);
  }

  /** A name as text. */
  String text(int number) {
    return new String(bytes, start(number), ends[number] - start(number), UTF_8);
  }

  /** Orders two names by their bytes. */
  int compare(int one, int other) {
    return Arrays.compareUnsigned(bytes, start(one), ends[one], bytes, start(other), ends[other]);
  }

  private int start(int number) {
    return number == 0 ? 0 : ends[number - 1];
  }

  private int used() {
    return start(size);
  }

  private void append(byte[] source, int from, int to) {
    int used = used();
    int end = Math.addExact(used, to - from);
    if (end > bytes.length) {
      bytes = Arrays.copyOf(bytes, grown(end));
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, grown(size + 1));
    }
    System.arraycopy(source, from, bytes, used, to - from);
    ends[size++] = end;
  }

  private void widen() {
    slots = new int[Math.multiplyExact(slots.length, 2)];
    for (int number = 0; number < size; number++) {
      int slot = slot(hash(bytes, start(number), ends[number]));
      while (slots[slot] != 0) {
        slot = slot + 1 & slots.length - 1;
      }
      slots[slot] = number + 1;
    }
  }

  /** Half as much again, as far as an array can be. */
  private static int grown(int needed) {
    return (int) Math.min(Integer.MAX_VALUE - 8L, needed + (needed >> 1));
  }

  private int slot(int hash) {
    int spread = hash * SPREAD;
    return (spread ^ spread >>> 15) & slots.length - 1;
  }

  private static int hash(byte[] source, int from, int to) {
    int hash = 1;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + source[i];
    }
    return hash;
  }
}
