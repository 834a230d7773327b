package com.barraiser.questions.firstevent.solutions;

import com.barraiser.columnar.LongTable;
import com.barraiser.columnar.OrderKey;
import com.barraiser.columnar.PackedTime;
import com.barraiser.columnar.Texts;
import com.barraiser.questions.firstevent.solutions.FirstEvents.OddEvent;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** The rows of the answer, always in the same row object. */
final class FirstEventRows implements Iterator<InternalRow> {

  private final LongTable packed;
  private final Texts kinds;
  private final Iterator<Map.Entry<UTF8String, OddEvent>> odd;
  private final GenericInternalRow row = new GenericInternalRow(4);
  private int next;

  FirstEventRows(LongTable packed, Texts kinds, Map<UTF8String, OddEvent> odd) {
    this.packed = packed;
    this.kinds = kinds;
    this.odd = odd.entrySet().iterator();
    this.next = from(0);
  }

  @Override
  public boolean hasNext() {
    return next >= 0 || odd.hasNext();
  }

  @Override
  public InternalRow next() {
    if (next < 0) {
      if (!odd.hasNext()) {
        throw new NoSuchElementException();
      }
      Map.Entry<UTF8String, OddEvent> order = odd.next();
      OddEvent event = order.getValue();
      return row(order.getKey(), event.micros(), event.status(), event.extra());
    }
    long key = packed.at(next, 0);
    long event = packed.at(next, 1);
    int kind = PackedTime.number(event);
    next = from(next + packed.width());
    return row(OrderKey.text(key), PackedTime.micros(event), kinds.first(kind), kinds.second(kind));
  }

  /** The next order whose first event is packed. */
  private int from(int start) {
    int entry = packed.next(start);
    while (entry >= 0 && packed.at(entry, 1) == PackedTime.NONE) {
      entry = packed.next(entry + packed.width());
    }
    return entry;
  }

  private InternalRow row(UTF8String id, long micros, UTF8String status, UTF8String extra) {
    row.update(0, id);
    row.update(1, micros);
    row.update(2, status);
    row.update(3, extra);
    return row;
  }
}
