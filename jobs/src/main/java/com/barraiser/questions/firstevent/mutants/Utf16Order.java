package com.barraiser.questions.firstevent.mutants;

import static com.barraiser.datasets.tables.OrderEvents.ORDER_ID;
import static com.barraiser.datasets.tables.OrderEvents.TABLE;
import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import java.time.Instant;
import java.util.Comparator;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapGroupsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Compares text as Java does. */
public final class Utf16Order implements Solution {

  private static final Comparator<Row> ORDER =
      comparing((Row event) -> event.<Instant>getAs(1))
          .thenComparing(event -> event.getString(2))
          .thenComparing(event -> event.getString(3), nullsFirst(naturalOrder()));

  @Override
  public String why() {
    return "String.compareTo orders by UTF-16 units, which differ from UTF-8 bytes beyond U+FFFF.";
  }

  @Override
  public Dataset<Row> answer(Tables tables, Parameters parameters) {
    MapFunction<Row, String> order = event -> event.getAs(ORDER_ID);
    MapGroupsFunction<String, Row, Row> first =
        (id, events) -> {
          Row smallest = null;
          while (events.hasNext()) {
            Row event = events.next();
            smallest = smallest == null || ORDER.compare(event, smallest) < 0 ? event : smallest;
          }
          return smallest;
        };
    return tables
        .table(TABLE.name())
        .groupByKey(order, Encoders.STRING())
        .mapGroups(first, Encoders.row(TABLE.schema()));
  }
}
