package com.barraiser.questions.latestorder.solutions;

import com.barraiser.columnar.Block;
import com.barraiser.columnar.LongTable;
import com.barraiser.columnar.OrderKey;
import com.barraiser.columnar.Outgoing;
import com.barraiser.columnar.Sender;
import com.barraiser.columnar.TaskMemory;
import com.barraiser.columnar.TextNumbers;
import org.apache.spark.unsafe.types.UTF8String;

/** Sends the latest order of every customer of a partition to the partition of the order. */
final class LatestSender implements Sender<Block> {

  /** Any 64 bits are a customer, and no key begins with 0. */
  private static final long A_CUSTOMER = 1;

  private static final int CUSTOMER = 1;
  private static final int ORDER = 2;
  private static final int MICROS = 3;
  private static final int CENTS = 4;

  private final Outgoing out;
  private final TextNumbers odd;
  private final LongTable latest;

  LatestSender(Outgoing out) {
    TaskMemory memory = TaskMemory.ofThisTask();
    this.out = out;
    this.odd = new TextNumbers(memory);
    this.latest = new LongTable(memory, 2, OrderKey.NONE, 0, 0);
  }

  @Override
  public void accept(Block orders) {
    OrderRows.read(orders, this::accept);
  }

  private void accept(long key, UTF8String id, long customer, long micros, long cents) {
    int entry = latest.entry(A_CUSTOMER, customer);
    if (isLater(key, id, micros, cents, entry)) {
      latest.set(entry, ORDER, key == OrderKey.NONE ? odd.of(id) : key);
      latest.set(entry, MICROS, micros);
      latest.set(entry, CENTS, cents);
    }
  }

  private boolean isLater(long key, UTF8String id, long micros, long cents, int entry) {
    long known = latest.at(entry, ORDER);
    if (known == OrderKey.NONE) {
      return true;
    }
    int byTime = Long.compare(micros, latest.at(entry, MICROS));
    int byTotal = byTime == 0 ? Long.compare(cents, latest.at(entry, CENTS)) : byTime;
    return byTotal == 0 ? isHigher(key, id, known) : byTotal > 0;
  }

  /** Keys are in the order of their texts. */
  private boolean isHigher(long key, UTF8String id, long known) {
    if (key != OrderKey.NONE && known > 0) {
      return key > known;
    }
    UTF8String text = key == OrderKey.NONE ? id : OrderKey.text(key);
    return text.compareTo(OrderRows.id(known, odd)) > 0;
  }

  @Override
  public void end() {
    for (int e = latest.next(0); e >= 0; e = latest.next(e + latest.width())) {
      send(latest.at(e, ORDER), latest.at(e, CUSTOMER), latest.at(e, MICROS), latest.at(e, CENTS));
    }
  }

  private void send(long order, long customer, long micros, long cents) {
    if (order > 0) {
      int partition = out.partition(LongTable.hash(order));
      OrderRows.send(out, partition, order, null, customer, micros, cents);
    } else {
      UTF8String id = odd.text(order);
      OrderRows.send(out, out.partition(id), OrderKey.NONE, id, customer, micros, cents);
    }
  }
}
