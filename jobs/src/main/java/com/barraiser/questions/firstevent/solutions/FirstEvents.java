package com.barraiser.questions.firstevent.solutions;

import com.barraiser.columnar.Block;
import com.barraiser.columnar.LongTable;
import com.barraiser.columnar.OrderKey;
import com.barraiser.columnar.PackedTime;
import com.barraiser.columnar.TaskMemory;
import com.barraiser.columnar.Texts;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** The first events of the orders of one partition. */
final class FirstEvents {

  private static final int COLUMNS = 3;
  private static final int VALUE = 1;

  /** An entry of the map beside its texts. */
  private static final int BYTES_PER_ODD_ORDER = 300;

  private final TaskMemory memory = TaskMemory.ofThisTask();
  private final LongTable packed = new LongTable(memory, 1, PackedTime.NONE);
  private final Texts kinds = new Texts();
  private final Map<UTF8String, OddEvent> odd = new HashMap<>();

  /** The first events of all that arrived. */
  static Iterator<InternalRow> of(Iterator<Block> blocks) {
    FirstEvents first = new FirstEvents();
    blocks.forEachRemaining(first::add);
    return first.rows();
  }

  private void add(Block block) {
    if (block.kind() == Block.Kind.ODD) {
      UTF8String[] texts = block.texts();
      for (int i = 0; i < texts.length; i += COLUMNS) {
        long micros = block.cells()[i / COLUMNS];
        addOdd(texts[i], new OddEvent(micros, texts[i + 1], texts[i + 2]));
      }
    } else {
      addPacked(block.cells(), block.texts());
    }
  }

  private void addPacked(long[] cells, UTF8String[] texts) {
    int[] own = new int[texts.length / 2];
    for (int kind = 0; kind < own.length; kind++) {
      own[kind] = kinds.number(texts[2 * kind], texts[2 * kind + 1]);
    }
    for (int i = 0; i < cells.length; i += 2) {
      long micros = PackedTime.micros(cells[i + 1]);
      int sent = PackedTime.number(cells[i + 1]);
      if (own[sent] == Texts.NONE) {
        addOdd(OrderKey.text(cells[i]), new OddEvent(micros, texts[2 * sent], texts[2 * sent + 1]));
      } else {
        addPacked(cells[i], PackedTime.of(micros, own[sent]));
      }
    }
  }

  private void addPacked(long key, long event) {
    int entry = packed.entry(key);
    long first = packed.at(entry, VALUE);
    int order = PackedTime.compareTimes(event, first);
    if (order < 0 || order == 0 && compareKinds(event, first) < 0) {
      packed.set(entry, VALUE, event);
    }
  }

  /** Numbers of kinds stand in no order, so the texts are compared. */
  private int compareKinds(long one, long other) {
    return one == other ? 0 : OddEvent.ORDER.compare(event(one), event(other));
  }

  private OddEvent event(long event) {
    int kind = PackedTime.number(event);
    return new OddEvent(PackedTime.micros(event), kinds.first(kind), kinds.second(kind));
  }

  private void addOdd(UTF8String id, OddEvent event) {
    OddEvent first = odd.get(id);
    if (first == null) {
      memory.reserve(BYTES_PER_ODD_ORDER + id.numBytes() + event.bytes());
      odd.put(id, event);
    } else if (OddEvent.ORDER.compare(event, first) < 0) {
      memory.reserve(event.bytes());
      memory.release(first.bytes());
      odd.put(id, event);
    }
  }

  /** Orders with events of both sorts are settled first. */
  private Iterator<InternalRow> rows() {
    odd.entrySet().removeIf(order -> losesToPacked(order.getKey(), order.getValue()));
    return new FirstEventRows(packed, kinds, odd);
  }

  private boolean losesToPacked(UTF8String id, OddEvent event) {
    long key = OrderKey.of(id);
    if (key == OrderKey.NONE) {
      return false;
    }
    int entry = packed.entry(key);
    long first = packed.at(entry, VALUE);
    if (first != PackedTime.NONE && OddEvent.ORDER.compare(event(first), event) <= 0) {
      return true;
    }
    packed.set(entry, VALUE, PackedTime.NONE);
    return false;
  }

  /** An event that is not packed. */
  record OddEvent(long micros, UTF8String status, UTF8String extra) {

    static final Comparator<OddEvent> ORDER =
        Comparator.comparingLong(OddEvent::micros)
            .thenComparing(OddEvent::status)
            .thenComparing(OddEvent::extra, Comparator.nullsFirst(Comparator.naturalOrder()));

    int bytes() {
      return status.numBytes() + (extra == null ? 0 : extra.numBytes());
    }
  }
}
