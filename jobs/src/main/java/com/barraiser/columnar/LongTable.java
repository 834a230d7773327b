package com.barraiser.columnar;

import java.util.Arrays;

/**
 * A hash table of longs. A key of one or two longs and what it stands for lie side by side, so that
 * a look costs one miss of the cache. The first long of a key must not be 0. Entries are addressed
 * by the index of their first cell, until the next one is added.
 */
public final class LongTable {

  private static final int LEAST_ENTRIES = 256;

  private final TaskMemory memory;
  private final int keyCells;
  private final long[] initial;
  private final int width;
  private long[] cells;
  private int mask;
  private int size;

  /**
   * An empty table.
   *
   * @param keyCells the longs of a key, 1 or 2
   * @param initial what a key that is added stands for at first
   */
  public LongTable(TaskMemory memory, int keyCells, long... initial) {
    this.memory = memory;
    this.keyCells = keyCells;
    this.initial = initial.clone();
    this.width = keyCells + initial.length;
    this.cells = allocated(LEAST_ENTRIES);
    this.mask = LEAST_ENTRIES - 1;
  }

  /** A hash whose bits all depend on all of the key's. */
  public static long hash(long key) {
    long mixed = (key ^ key >>> 32) * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ mixed >>> 29) * 0xBF58476D1CE4E5B9L;
    return mixed ^ mixed >>> 32;
  }

  /** A hash of two longs. */
  public static long hash(long first, long second) {
    return hash(first + 0x632BE59BD9B4E019L * Long.rotateLeft(second, 32) ^ second);
  }

  /** How many keys there are. */
  public int size() {
    return size;
  }

  /** The entry of a key of one long, or -1. */
  public int find(long key) {
    int entry = place(key);
    return cells[entry] == 0 ? -1 : entry;
  }

  /** The entry of a key of two longs, or -1. */
  public int find(long first, long second) {
    int entry = place(first, second);
    return cells[entry] == 0 ? -1 : entry;
  }

  /** The entry of a key of one long, which is added where there is none. */
  public int entry(long key) {
    growIfFull();
    int entry = place(key);
    if (cells[entry] == 0) {
      claim(entry, key);
    }
    return entry;
  }

  /** The entry of a key of two longs, which is added where there is none. */
  public int entry(long first, long second) {
    growIfFull();
    int entry = place(first, second);
    if (cells[entry] == 0) {
      claim(entry, first);
      cells[entry + 1] = second;
    }
    return entry;
  }

  /**
   * Brings the places of keys into the cache, many misses at a time, before each is looked at.
   *
   * @return a number of no meaning, without which nothing would be read
   */
  public long touch(long[] keys, int from, int to) {
    long seen = 0;
    for (int i = from; i < to; i++) {
      seen ^= cells[((int) hash(keys[i]) & mask) * width];
    }
    return seen;
  }

  /** What a cell of an entry holds; the key's cells come first. */
  public long at(int entry, int cell) {
    return cells[entry + cell];
  }

  /** Changes a cell of an entry that is not of its key. */
  public void set(int entry, int cell, long value) {
    cells[entry + cell] = value;
  }

  /** Adds to a cell of an entry that is not of its key. */
  public void add(int entry, int cell, long more) {
    cells[entry + cell] += more;
  }

  /** The first entry from an index on, or -1; the next one begins at {@code entry + width}. */
  public int next(int from) {
    for (int entry = from; entry < cells.length; entry += width) {
      if (cells[entry] != 0) {
        return entry;
      }
    }
    return -1;
  }

  /** The cells of an entry. */
  public int width() {
    return width;
  }

  /** Forgets all keys, and keeps the room. */
  public void clear() {
    Arrays.fill(cells, 0);
    size = 0;
  }

  /** Where a key is, or the empty entry where it would be. */
  private int place(long key) {
    int slot = (int) hash(key) & mask;
    while (cells[slot * width] != key && cells[slot * width] != 0) {
      slot = slot + 1 & mask;
    }
    return slot * width;
  }

  private int place(long first, long second) {
    int slot = (int) hash(first, second) & mask;
    while (!isAt(slot * width, first, second) && cells[slot * width] != 0) {
      slot = slot + 1 & mask;
    }
    return slot * width;
  }

  private boolean isAt(int entry, long first, long second) {
    return cells[entry] == first && cells[entry + 1] == second;
  }

  private void claim(int entry, long key) {
    cells[entry] = key;
    System.arraycopy(initial, 0, cells, entry + keyCells, initial.length);
    size++;
  }

  private void growIfFull() {
    if (size <= mask >> 1) {
      return;
    }
    long[] old = cells;
    int slots = 2 * (mask + 1);
    cells = allocated(slots);
    mask = slots - 1;
    for (int entry = 0; entry < old.length; entry += width) {
      if (old[entry] != 0) {
        int place = keyCells == 1 ? place(old[entry]) : place(old[entry], old[entry + 1]);
        System.arraycopy(old, entry, cells, place, width);
      }
    }
    memory.release((long) old.length * Long.BYTES);
  }

  private long[] allocated(int slots) {
    long length = (long) slots * width;
    if (slots <= 0 || length > Integer.MAX_VALUE - 8) {
      throw new IllegalStateException("a hash table has too many keys for one task: " + size);
    }
    memory.reserve(length * Long.BYTES);
    return new long[(int) length];
  }
}
