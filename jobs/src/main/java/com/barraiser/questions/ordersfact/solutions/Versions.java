package com.barraiser.questions.ordersfact.solutions;

import static com.barraiser.datasets.tables.OrderLines.ASIN;
import static com.barraiser.datasets.tables.OrderLines.CUSTOMER_ID;
import static com.barraiser.datasets.tables.OrderLines.DISCOUNT;
import static com.barraiser.datasets.tables.OrderLines.EVENT_DATE;
import static com.barraiser.datasets.tables.OrderLines.ITEM_PRICE;
import static com.barraiser.datasets.tables.OrderLines.LINE_ID;
import static com.barraiser.datasets.tables.OrderLines.MARKETPLACE_ID;
import static com.barraiser.datasets.tables.OrderLines.ORDER_ID;
import static com.barraiser.datasets.tables.OrderLines.ORDER_STATUS;
import static com.barraiser.datasets.tables.OrderLines.ORDER_TS;
import static com.barraiser.datasets.tables.OrderLines.QTY;
import static com.barraiser.datasets.tables.OrderLines.UPDATED_AT;
import static com.barraiser.vocabulary.warehouse.Sides.NEW;
import static com.barraiser.vocabulary.warehouse.Sides.OLD;
import static com.barraiser.vocabulary.warehouse.Sides.before;
import static com.barraiser.vocabulary.warehouse.Sides.same;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;

import com.barraiser.questions.ordersfact.OrdersFact;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Which of several versions of an order line holds: the greatest, in an order without ties. */
public final class Versions {

  /** What makes a line; where it lies is a cell of it like others. */
  static final List<String> KEY = List.of(ORDER_ID, LINE_ID);

  /** Of versions at the same instant, the greatest by the other columns holds. */
  private static final List<String> AGE =
      List.of(
          UPDATED_AT,
          MARKETPLACE_ID,
          CUSTOMER_ID,
          ASIN,
          QTY,
          ITEM_PRICE,
          DISCOUNT,
          ORDER_STATUS,
          ORDER_TS,
          EVENT_DATE);

  private static final String LATEST = "latest";
  private static final Column[] FACT = columns(Arrays.asList(OrdersFact.FACT_SCHEMA.fieldNames()));

  private Versions() {}

  /** One row per order line, in the fact's schema: its latest version. One shuffle by the line. */
  public static Dataset<Row> latest(Dataset<Row> lines) {
    return lines
        .groupBy(columns(KEY))
        .agg(max(struct(columns(AGE))).as(LATEST))
        .select(col(ORDER_ID), col(LINE_ID), col(LATEST + ".*"))
        .select(FACT);
  }

  /** The rows that would change the fact: lines that it lacks, or has in an older version. */
  public static Dataset<Row> changes(Dataset<Row> staged, Dataset<Row> fact) {
    Column isNew = before(UPDATED_AT).isNull();
    return staged
        .as(NEW)
        .join(fact.as(OLD), sameLine(), "left_outer")
        .filter(isNew.or(isNewer()))
        .select(NEW + ".*");
  }

  /** Whether an old and a new row are versions of the same line. */
  public static Column sameLine() {
    return same(KEY);
  }

  /** Whether the new row is a later version than the old one. */
  public static Column isNewer() {
    return age(NEW).gt(age(OLD));
  }

  private static Column age(String alias) {
    return struct(columns(AGE.stream().map(column -> alias + "." + column).toList()));
  }

  private static Column[] columns(List<String> names) {
    return names.stream().map(functions::col).toArray(Column[]::new);
  }
}
