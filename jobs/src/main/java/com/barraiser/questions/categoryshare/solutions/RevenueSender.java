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
import java.util.Arrays;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Sends what the categories of a task's batches brought in to the partition of their marketplace:
 * the units of money, the marketplace and the category. A category may be sent several times.
 */
final class RevenueSender implements Sender<Batch> {

  /** Whole units; CategoryShare.MONEY, in which they are added up, has the same scale. */
  private static final Money UNITS = Money.of(DailyRevenue.TABLE.schema(), DailyRevenue.REVENUE);

  /** The first marketplaces and categories of a task; their sums need no table. */
  private static final int FIRST_MARKETPLACES = 64;

  private static final int FIRST_CATEGORIES = 1_024;

  /** Instead of a sum: there was no revenue yet. */
  private static final long NONE = Long.MIN_VALUE;

  private static final int SUM = 2;

  /** A sum beyond this is sent; what is below it stays within a long with any amount added. */
  private static final long MOST = 4_000_000_000_000_000_000L;

  private final Outgoing out;
  private final TextNumbers numbersOfIds;
  private final TextNumbers numbersOfNames;
  private final TextKeys marketplaces;
  private final TextKeys categories;
  private final long[] firstSums = new long[FIRST_MARKETPLACES * FIRST_CATEGORIES];
  private final LongTable otherSums;

  RevenueSender(Outgoing out) {
    TaskMemory memory = TaskMemory.ofThisTask();
    memory.reserve((long) firstSums.length * Long.BYTES);
    Arrays.fill(firstSums, NONE);
    this.out = out;
    this.numbersOfIds = new TextNumbers(memory);
    this.numbersOfNames = new TextNumbers(memory);
    this.marketplaces = new TextKeys(memory, 0, numbersOfIds::of);
    this.categories = new TextKeys(memory, 1, numbersOfNames::of);
    this.otherSums = new LongTable(memory, 2, 0);
  }

  @Override
  public void accept(Batch batch) {
    ColumnVector revenue = batch.column(2);
    long[] ids = marketplaces.of(batch);
    long[] names = categories.of(batch);
    boolean hasNull = revenue.hasNull();
    for (int i = 0; i < batch.rows(); i++) {
      int row = batch.position(i);
      // A row without one of these is rejected by the rules of its table.
      if (ids[i] != TextKeys.NULL
          && names[i] != TextKeys.NULL
          && !(hasNull && revenue.isNullAt(row))) {
        add(ids[i], names[i], UNITS.units(revenue, row));
      }
    }
  }

  private void add(long marketplace, long category, long units) {
    if (marketplace >= -FIRST_MARKETPLACES && category >= -FIRST_CATEGORIES) {
      int place = (int) ((-1 - marketplace) * FIRST_CATEGORIES - 1 - category);
      long sum = firstSums[place];
      firstSums[place] = added(sum == NONE ? 0 : sum, units, marketplace, category);
    } else {
      int entry = otherSums.entry(marketplace, category);
      otherSums.set(entry, SUM, added(otherSums.at(entry, SUM), units, marketplace, category));
    }
  }

  /** The new sum; one that is too much is sent, and the next begins at zero. */
  private long added(long sum, long units, long marketplace, long category) {
    long more = sum + units;
    if (Math.abs(more) <= MOST) {
      return more;
    }
    send(marketplace, category, more);
    return 0;
  }

  @Override
  public void end() {
    for (int place = 0; place < firstSums.length; place++) {
      if (firstSums[place] != NONE) {
        send(-1 - place / FIRST_CATEGORIES, -1 - place % FIRST_CATEGORIES, firstSums[place]);
      }
    }
    for (int e = otherSums.next(0); e >= 0; e = otherSums.next(e + otherSums.width())) {
      send(otherSums.at(e, 0), otherSums.at(e, 1), otherSums.at(e, SUM));
    }
  }

  private void send(long marketplace, long category, long units) {
    UTF8String id = numbersOfIds.text(marketplace);
    out.addOdd(out.partition(id), new long[] {units}, id, numbersOfNames.text(category));
  }
}
