package com.barraiser.questions.latestorder.solutions;

import com.barraiser.columnar.Block;
import com.barraiser.columnar.Block.Kind;
import com.barraiser.columnar.LongTable;
import com.barraiser.columnar.OddKeys;
import com.barraiser.columnar.OrderKey;
import com.barraiser.columnar.Outgoing;
import com.barraiser.columnar.Sender;
import com.barraiser.columnar.TaskMemory;
import org.apache.spark.unsafe.types.UTF8String;

/** Sends the latest order of every customer of a partition to the partition of the order. */
final class LatestSender implements Sender<Block> {

  /** A packed order: its key, customer, time and total. */
  static final int CELLS = 4;

  /** Any 64 bits are a customer, and no key begins with 0. */
  private static final long A_CUSTOMER = 1;

  private static final int CUSTOMER = 1;
  private static final int ORDER = 2;
  private static final int MICROS = 3;
  private static final int CENTS = 4;

  private final Outgoing out;
  private final OddKeys odd;
  private final LongTable latest;

  LatestSender(Outgoing out) {
    TaskMemory memory = TaskMemory.ofThisTask();
    this.out = out;
    this.odd = new OddKeys(memory);
    this.latest = new LongTable(memory, 2, OrderKey.NONE, 0, 0);
  }

  /** Where all that has to do with an order meets whose id is no key. */
  static int partition(Outgoing out, UTF8String order) {
    return out.partition(LongTable.hash(order.hashCode()));
  }

  @Override
  public void accept(Block orders) {
    long[] cells = orders.cells();
    if (orders.kind() == Kind.PACKED) {
      for (int i = 0; i < cells.length; i += CELLS) {
        accept(cells[i], cells[i + 1], cells[i + 2], cells[i + 3]);
      }
    } else {
      for (int i = 0; i < cells.length; i += 3) {
        accept(odd.of(orders.texts()[i / 3]), cells[i], cells[i + 1], cells[i + 2]);
      }
    }
  }

  private void accept(long order, long customer, long micros, long cents) {
    int entry = latest.entry(A_CUSTOMER, customer);
    if (isLater(order, micros, cents, entry)) {
      latest.set(entry, ORDER, order);
      latest.set(entry, MICROS, micros);
      latest.set(entry, CENTS, cents);
    }
  }

  private boolean isLater(long order, long micros, long cents, int entry) {
    long known = latest.at(entry, ORDER);
    if (known == OrderKey.NONE) {
      return true;
    }
    int byTime = Long.compare(micros, latest.at(entry, MICROS));
    int byTotal = byTime == 0 ? Long.compare(cents, latest.at(entry, CENTS)) : byTime;
    return byTotal == 0 ? isHigher(order, known) : byTotal > 0;
  }

  /** Keys are in the order of their texts. */
  private boolean isHigher(long order, long known) {
    return order > 0 && known > 0 ? order > known : text(order).compareTo(text(known)) > 0;
  }

  private UTF8String text(long order) {
    return order > 0 ? OrderKey.text(order) : odd.text(order);
  }

  @Override
  public void end() {
    for (int e = latest.next(0); e >= 0; e = latest.next(e + latest.width())) {
      send(latest.at(e, ORDER), latest.at(e, CUSTOMER), latest.at(e, MICROS), latest.at(e, CENTS));
    }
  }

  private void send(long order, long customer, long micros, long cents) {
    if (order > 0) {
      out.add(out.partition(LongTable.hash(order)), order, customer, micros, cents);
    } else {
      UTF8String id = odd.text(order);
      out.addOdd(partition(out, id), new long[] {customer, micros, cents}, id);
    }
  }
}
