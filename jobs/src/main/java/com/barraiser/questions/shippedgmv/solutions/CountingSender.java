package com.barraiser.questions.shippedgmv.solutions;

import com.barraiser.columnar.Block;
import com.barraiser.columnar.Block.Kind;
import com.barraiser.columnar.LongTable;
import com.barraiser.columnar.Outgoing;
import com.barraiser.columnar.Sender;
import com.barraiser.columnar.TaskMemory;
import com.barraiser.columnar.TextNumbers;
import java.util.Iterator;
import org.apache.spark.unsafe.types.UTF8String;

/** Sends the order and the time of every shipment of a partition that an event confirms. */
final class CountingSender implements Sender<Block> {

  private final Outgoing out;
  private final LongTable confirmed;
  private final TextNumbers odd;

  CountingSender(Iterator<Block> events, Outgoing out) {
    TaskMemory memory = TaskMemory.ofThisTask();
    this.out = out;
    this.confirmed = new LongTable(memory, 1);
    this.odd = new TextNumbers(memory);
    events.forEachRemaining(this::confirm);
  }

  private void confirm(Block events) {
    if (events.kind() == Kind.PACKED) {
      for (long shipment : events.cells()) {
        confirmed.entry(shipment);
      }
    } else {
      for (UTF8String shipment : events.texts()) {
        confirmed.entry(odd.of(shipment));
      }
    }
  }

  @Override
  public void accept(Block shipments) {
    long[] cells = shipments.cells();
    if (shipments.kind() == Kind.PACKED) {
      for (int i = 0; i < cells.length; i += ShipmentSender.CELLS) {
        if (confirmed.find(cells[i]) >= 0) {
          out.add(out.partition(LongTable.hash(cells[i + 1])), cells[i + 1], cells[i + 2]);
        }
      }
    } else {
      UTF8String[] texts = shipments.texts();
      for (int i = 0; i < cells.length; i++) {
        acceptOdd(texts[2 * i], texts[2 * i + 1], cells[i]);
      }
    }
  }

  private void acceptOdd(UTF8String shipment, UTF8String order, long micros) {
    long key = ShipmentKey.of(shipment);
    if (confirmed.find(key == ShipmentKey.NONE ? odd.find(shipment) : key) >= 0) {
      OrderSender.send(out, order, micros);
    }
  }
}
