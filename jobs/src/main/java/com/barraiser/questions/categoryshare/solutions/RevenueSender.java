package com.barraiser.questions.categoryshare.solutions;

import com.barraiser.columnar.Batch;
import com.barraiser.columnar.LongTable;
import com.barraiser.columnar.Money;
import com.barraiser.columnar.Outgoing;
import com.barraiser.columnar.Sender;
import com.barraiser.columnar.TaskMemory;
import com.barraiser.columnar.TextKeys;
import com.barraiser.columnar.TextNumbers;
import com.barraiser.datasets.tables.DailyRevenue;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Sends what the categories of a task's batches brought in to the partition of their marketplace:
 * the units of money, the marketplace and the category. A category may be sent several times.
 */
final class RevenueSender implements Sender<Batch> {

  /** Revenue as whole numbers. */
  static final Money MONEY = Money.of(DailyRevenue.TABLE.schema(), DailyRevenue.REVENUE);

  /** As many as the nearest cache holds the places of. */
  private static final int AT_ONCE = 128;

  private static final int SUM = 1;

  /** A sum beyond this is sent; what is below it stays within a long with any amount added. */
  private static final long MOST = 4_000_000_000_000_000_000L;

  private final Outgoing out;
  private final TextNumbers texts;
  private final LongTable sums;
  private final TextKeys marketplaces;
  private final TextKeys categories;
  private long[] keys = new long[0];
  private long[] units = new long[0];
  private long seen;

  RevenueSender(Outgoing out) {
    TaskMemory memory = TaskMemory.ofThisTask();
    this.out = out;
    this.texts = new TextNumbers(memory);
    this.sums = new LongTable(memory, 1, 0);
    this.marketplaces = new TextKeys(memory, 0, this::number);
    this.categories = new TextKeys(memory, 1, this::number);
  }

  /** The number of a text of a batch, which is copied where it is new. */
  private long number(UTF8String text) {
    long known = texts.find(text);
    return known == TextNumbers.NONE ? texts.of(text.copy()) : known;
  }

  @Override
  public void accept(Batch batch) {
    ColumnVector ids = batch.column(0);
    ColumnVector names = batch.column(1);
    ColumnVector revenue = batch.column(2);
    marketplaces.turnTo(batch);
    categories.turnTo(batch);
    if (keys.length < batch.rows()) {
      keys = new long[batch.rows()];
      units = new long[batch.rows()];
    }
    int waiting = 0;
    for (int i = 0; i < batch.rows(); i++) {
      int row = batch.position(i);
      // A row without one of these is rejected by the rules of its table.
      if (!ids.isNullAt(row) && !names.isNullAt(row) && !revenue.isNullAt(row)) {
        keys[waiting] = key(marketplaces.at(row), categories.at(row));
        units[waiting++] = MONEY.units(revenue, row);
      }
    }
    add(waiting);
  }

  /** Two numbers of texts as one: both are of 32 bits, and none is 0. */
  private static long key(long marketplace, long category) {
    return marketplace << Integer.SIZE | category & 0xFFFFFFFFL;
  }

  private void add(int waiting) {
    for (int from = 0; from < waiting; from += AT_ONCE) {
      int to = Math.min(from + AT_ONCE, waiting);
      seen ^= sums.touch(keys, from, to);
      for (int i = from; i < to; i++) {
        int entry = sums.entry(keys[i]);
        sums.add(entry, SUM, units[i]);
        if (Math.abs(sums.at(entry, SUM)) > MOST) {
          send(entry);
          sums.set(entry, SUM, 0);
        }
      }
    }
  }

  @Override
  public void end() {
    for (int e = sums.next(0); e >= 0; e = sums.next(e + sums.width())) {
      send(e);
    }
  }

  private void send(int entry) {
    long key = sums.at(entry, 0);
    UTF8String marketplace = texts.text(key >> Integer.SIZE);
    UTF8String category = texts.text((int) key);
    out.addOdd(out.partition(marketplace), new long[] {sums.at(entry, SUM)}, marketplace, category);
  }
}
