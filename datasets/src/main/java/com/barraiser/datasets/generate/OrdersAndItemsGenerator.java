package com.barraiser.datasets.generate;

import static com.barraiser.datasets.generate.RowMarks.DAMAGE;
import static com.barraiser.datasets.generate.RowMarks.DUPLICATE;
import static com.barraiser.datasets.generate.RowMarks.HOTTEST;
import static com.barraiser.datasets.generate.RowMarks.LATE;
import static com.barraiser.datasets.generate.RowMarks.NOTATION;
import static com.barraiser.datasets.tables.CustomerOrders.CUSTOMER_ID;
import static com.barraiser.datasets.tables.CustomerOrders.ORDER_ID;
import static com.barraiser.datasets.tables.CustomerOrders.ORDER_STATUS;
import static com.barraiser.datasets.tables.CustomerOrders.ORDER_TOTAL;
import static com.barraiser.datasets.tables.CustomerOrders.ORDER_TS;
import static com.barraiser.datasets.tables.OrderItems.ASIN;
import static com.barraiser.datasets.tables.OrderItems.ITEM_PRICE;
import static com.barraiser.datasets.tables.OrderItems.QTY;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.timestamp_micros;

import com.barraiser.datasets.Format;
import com.barraiser.datasets.tables.CustomerOrders;
import com.barraiser.datasets.tables.OrderItems;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Generates {@code orders} and {@code order_items}, both in the order of the orders' arrival at the
 * times of a {@link Timeline}. An order has three items on average: some have many, a few have
 * none. One order in ten is canceled, and a few customers cancel all of theirs. Some orders are
 * placed at the same instant as the customer's order before. Only items repeat, as lines of their
 * own: an order's id is unique.
 */
public final class OrdersAndItemsGenerator implements Generator {

  /** How many items an order has on average. */
  public static final Knob ITEMS = new Knob("items", "items of an order on average", 1, 100, 3);

  private static final String CANCELED_SHARE = "canceled";
  private static final String TIED_SHARE = "tied";
  private static final String ROW = "row";
  private static final String SOURCE = "source";
  private static final String ORDER = "order";

  @Override
  public List<Knob> knobs() {
    return List.of(ITEMS);
  }

  @Override
  public Manifest write(
      SparkSession spark, Knobs knobs, Format format, int partitions, String folder) {
    Achievement ofOrders = new Achievement(CANCELED_SHARE, TIED_SHARE);
    Achievement ofItems = new Achievement();
    Dataset<Row> orders = ofOrders.observe(orders(spark, knobs, partitions));
    Dataset<Row> items = ofItems.observe(items(spark, knobs, partitions));
    TableFiles.write(CustomerOrders.TABLE, orders, format, folder);
    TableFiles.write(OrderItems.TABLE, items, format, folder);
    return new Manifest(
        format.key(),
        knobs,
        Map.of(
            CustomerOrders.TABLE.name(), ofOrders.achieved(),
            OrderItems.TABLE.name(), ofItems.achieved()));
  }

  /** All orders with the columns of the table and how each row came about. */
  Dataset<Row> orders(SparkSession spark, Knobs knobs, int partitions) {
    Draws draws = new Draws(knobs.seed());
    Baskets baskets = Baskets.of(knobs, draws);
    Timeline timeline = new Timeline(baskets.orders(), knobs, draws);
    return spark
        .range(0, baskets.orders(), 1, partitions)
        .toDF(ORDER)
        .select(
            OrderIds.of(col(ORDER), draws).as(ORDER_ID),
            baskets.customerId(col(ORDER)).as(CUSTOMER_ID),
            timestamp_micros(timeline.micros(baskets.placed(col(ORDER)))).as(ORDER_TS),
            baskets.total(col(ORDER)).as(ORDER_TOTAL),
            baskets.status(col(ORDER)).as(ORDER_STATUS),
            baskets.isCanceled(col(ORDER)).as(CANCELED_SHARE),
            baskets.isTied(col(ORDER)).as(TIED_SHARE),
            baskets.isHottest(col(ORDER)).as(HOTTEST),
            timeline.isLate(baskets.placed(col(ORDER))).as(LATE),
            lit(false).as(DUPLICATE),
            draws.damage(knobs.malformed(), col(ORDER)).as(DAMAGE),
            draws.notation(col(ORDER)).as(NOTATION));
  }

  /** All items with the columns of the table and how each row came about. */
  Dataset<Row> items(SparkSession spark, Knobs knobs, int partitions) {
    Draws draws = new Draws(knobs.seed());
    Draws ofRows = new Draws(~knobs.seed());
    Repeats repeats = Baskets.repeats(knobs, ofRows);
    Baskets baskets = Baskets.of(knobs, draws);
    Timeline timeline = new Timeline(baskets.orders(), knobs, draws);
    BasketLines lines = new BasketLines(knobs, baskets.orders(), ofRows);
    return spark
        .range(0, knobs.rows(), 1, partitions)
        .toDF(ROW)
        .withColumn(DUPLICATE, repeats.isRepeat(col(ROW)))
        .withColumn(SOURCE, repeats.source(col(ROW)))
        .withColumn(ORDER, lines.order(col(SOURCE)))
        .select(
            OrderIds.of(col(ORDER), draws).as(ORDER_ID),
            lines.asin(col(SOURCE)).as(ASIN),
            lines.quantity(col(SOURCE)).as(QTY),
            lines.price(col(SOURCE)).as(ITEM_PRICE),
            baskets.isHottest(col(ORDER)).as(HOTTEST),
            timeline.isLate(baskets.placed(col(ORDER))).as(LATE),
            col(DUPLICATE),
            ofRows.damage(knobs.malformed(), col(ROW)).as(DAMAGE),
            ofRows.notation(col(SOURCE)).as(NOTATION));
  }
}
