package com.barraiser.questions.firstevent.solutions;

import static com.barraiser.datasets.tables.OrderEvents.EVENT_TIME;
import static com.barraiser.datasets.tables.OrderEvents.EXTRA;
import static com.barraiser.datasets.tables.OrderEvents.ORDER_ID;
import static com.barraiser.datasets.tables.OrderEvents.STATUS;
import static com.barraiser.datasets.tables.OrderEvents.TABLE;
import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsFirst;
import static org.apache.spark.sql.functions.col;

import com.barraiser.datasets.Utf8;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import java.time.Instant;
import java.util.Comparator;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.ReduceFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import scala.Tuple4;

/**
 * A typed Dataset: plain Java decides between two events of an order.
 *
 * <p>One shuffle, after a partial reduction. It wins where the rule is easier said in Java than in
 * columns; it loses because every row becomes objects and back.
 */
public final class ReduceGroups implements Solution {

  /** Order, time, status and extra. Spark's encoders for Java know tuples, but not records. */
  private static final Encoder<Tuple4<String, Instant, String, String>> EVENT =
      Encoders.tuple(Encoders.STRING(), Encoders.INSTANT(), Encoders.STRING(), Encoders.STRING());

  private static final Comparator<Tuple4<String, Instant, String, String>> ORDER =
      comparing((Tuple4<String, Instant, String, String> event) -> event._2())
          .thenComparing(event -> event._3(), Utf8.ORDER)
          .thenComparing(event -> event._4(), nullsFirst(Utf8.ORDER));

  @Override
  public String why() {
    return "The typed one: groupByKey and reduceGroups, for rules that are easier said in Java.";
  }

  @Override
  public Dataset<Row> answer(Tables tables, Parameters parameters) {
    MapFunction<Tuple4<String, Instant, String, String>, String> order = Tuple4::_1;
    ReduceFunction<Tuple4<String, Instant, String, String>> first = ReduceGroups::first;
    return tables
        .table(TABLE.name())
        .toDF("_1", "_2", "_3", "_4")
        .as(EVENT)
        .groupByKey(order, Encoders.STRING())
        .reduceGroups(first)
        .toDF("key", "first")
        .select(
            col("first._1").as(ORDER_ID),
            col("first._2").as(EVENT_TIME),
            col("first._3").as(STATUS),
            col("first._4").as(EXTRA));
  }

  private static Tuple4<String, Instant, String, String> first(
      Tuple4<String, Instant, String, String> a, Tuple4<String, Instant, String, String> b) {
    return ORDER.compare(a, b) <= 0 ? a : b;
  }
}
