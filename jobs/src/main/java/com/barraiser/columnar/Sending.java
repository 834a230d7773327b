package com.barraiser.columnar;

import java.util.Iterator;
import java.util.NoSuchElementException;
import scala.Tuple2;

/**
 * What a task sends, each block with the partition that it goes to: full ones while its input is
 * read, the rest after the last part.
 */
final class Sending<T> implements Iterator<Tuple2<Integer, Block>> {

  private final Iterator<T> parts;
  private final Outgoing out;
  private final Sender<T> sender;
  private boolean ended;

  Sending(Iterator<T> parts, SenderSupplier<T> senders, int partitions) {
    this.parts = parts;
    this.out = new Outgoing(partitions);
    this.sender = senders.sender(out);
  }

  @Override
  public boolean hasNext() {
    while (!out.hasFullBlock() && !ended) {
      if (parts.hasNext()) {
        sender.accept(parts.next());
      } else {
        sender.end();
        out.closeBlocks();
        ended = true;
      }
    }
    return out.hasFullBlock();
  }

  @Override
  public Tuple2<Integer, Block> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return out.takeFullBlock();
  }
}
