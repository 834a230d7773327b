package com.barraiser.questions.firstevent;

import static com.barraiser.datasets.tables.OrderEvents.EVENT_TIME;
import static com.barraiser.datasets.tables.OrderEvents.EXTRA;
import static com.barraiser.datasets.tables.OrderEvents.ORDER_ID;
import static com.barraiser.datasets.tables.OrderEvents.STATUS;
import static com.barraiser.datasets.tables.OrderEvents.TABLE;
import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsFirst;

import com.barraiser.datasets.Tuple;
import com.barraiser.datasets.Utf8;
import com.barraiser.vocabulary.Model;
import com.barraiser.vocabulary.Parameters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One map from order to its first event so far. */
final class FirstEventModel implements Model {

  private static final Comparator<Tuple> FIRST =
      comparing((Tuple event) -> event.instant(EVENT_TIME))
          .thenComparing(event -> event.text(STATUS), Utf8.ORDER)
          .thenComparing(event -> event.text(EXTRA), nullsFirst(Utf8.ORDER));

  @Override
  public List<Tuple> answer(Map<String, List<Tuple>> tables, Parameters parameters) {
    Map<String, Tuple> first = new LinkedHashMap<>();
    for (Tuple event : tables.get(TABLE.name())) {
      first.merge(event.text(ORDER_ID), event, (a, b) -> FIRST.compare(a, b) <= 0 ? a : b);
    }
    return new ArrayList<>(first.values());
  }
}
