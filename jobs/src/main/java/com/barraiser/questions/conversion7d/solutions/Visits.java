package com.barraiser.questions.conversion7d.solutions;

import com.barraiser.columnar.Block;
import com.barraiser.columnar.PackedTime;
import com.barraiser.columnar.Texts;
import org.apache.spark.unsafe.types.UTF8String;

/** What {@link VisitSender} packed, unpacked. */
@FunctionalInterface
interface Visits {

  /**
   * Takes a session or an order.
   *
   * @param number the marketplace's number here, or {@link Texts#NONE}
   */
  void accept(long customer, UTF8String marketplace, int number, long micros);

  /** Takes all rows of a block. */
  static void read(Block block, Texts numbers, Visits visits) {
    long[] cells = block.cells();
    UTF8String[] texts = block.texts();
    if (block.kind() == Block.Kind.ODD) {
      for (int i = 0; i < texts.length; i++) {
        visits.accept(cells[2 * i], texts[i], numbers.number(texts[i], null), cells[2 * i + 1]);
      }
      return;
    }
    int[] own = new int[texts.length / 2];
    for (int sent = 0; sent < own.length; sent++) {
      own[sent] = numbers.number(texts[2 * sent], null);
    }
    for (int i = 0; i < cells.length; i += 2) {
      int sent = PackedTime.number(cells[i + 1]);
      visits.accept(cells[i], texts[2 * sent], own[sent], PackedTime.micros(cells[i + 1]));
    }
  }
}
