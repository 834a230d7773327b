package com.barraiser.questions.shippedgmv.solutions;

import static com.barraiser.datasets.tables.OrderTotals.ORDER_ID;
import static com.barraiser.datasets.tables.OrderTotals.ORDER_TOTAL;
import static com.barraiser.datasets.tables.ShipmentEvents.EVENT_TYPE;
import static com.barraiser.datasets.tables.ShipmentEvents.SHIPPED;
import static com.barraiser.datasets.tables.Shipments.SHIPMENT_ID;
import static com.barraiser.datasets.tables.Shipments.SHIPPED_TS;
import static com.barraiser.questions.shippedgmv.ShippedGmv.GMV;
import static com.barraiser.questions.shippedgmv.ShippedGmv.ORDERS_SHIPPED;
import static com.barraiser.questions.shippedgmv.ShippedGmv.SHIP_DATE;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.unix_micros;

import com.barraiser.datasets.tables.OrderTotals;
import com.barraiser.datasets.tables.ShipmentEvents;
import com.barraiser.datasets.tables.Shipments;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * A semi join by hash tells which shipments count. Then orders and counting shipments lie in one
 * table, and one aggregate gives each order its total and its first time: what would be an
 * aggregate and a join.
 *
 * <p>Two shuffles, both into so many partitions that each one's hash map stays near a core's cache:
 * shipped shipments with SHIPPED events, by shipment; then counting shipments with orders, by
 * order. Nothing is sorted. It wins where no table fits in memory beside every task; it loses to a
 * broadcast where few shipments are asked for, and a shipment with very many events makes one task
 * longer than the others.
 */
public final class HashJoins implements Solution {

  /** Their hash maps take a few megabytes. */
  private static final long SHIPMENTS_PER_PARTITION = 75_000;

  private static final int MAX_PARTITIONS = 10_000;

  /**
   * Ids as bytes: for a text key Spark puts a small map before the large one, and misses in both.
   */
  private static final String SHIPMENT = "shipment";

  private static final String ORDER = "order";
  private static final String MICROS = "micros";

  @Override
  public String why() {
    return "The fastest plain one: hash joins without a sort, and one aggregate in place of a second join.";
  }

  @Override
  public Dataset<Row> answer(Tables tables, Parameters parameters) {
    Dataset<Row> shipments = tables.table(Shipments.TABLE.name());
    Dataset<Row> events = tables.table(ShipmentEvents.TABLE.name());
    Dataset<Row> orders = tables.table(OrderTotals.TABLE.name());
    int partitions = partitions(shipments.count());
    Dataset<Row> counting =
        shipped(shipments)
            .repartition(partitions, col(SHIPMENT))
            .join(
                confirmed(events).repartition(partitions, col(SHIPMENT)).hint("shuffle_hash"),
                new String[] {SHIPMENT},
                "left_semi");
    return totals(orders)
        .unionByName(counting.transform(HashJoins::times))
        .repartition(partitions, col(ORDER))
        .groupBy(ORDER)
        .agg(max(ORDER_TOTAL).as(ORDER_TOTAL), min(MICROS).as(MICROS))
        .filter(col(ORDER_TOTAL).isNotNull().and(col(MICROS).isNotNull()))
        .transform(HashJoins::byDay);
  }

  private static Dataset<Row> shipped(Dataset<Row> shipments) {
    return shipments
        .filter(col(SHIPPED_TS).isNotNull())
        .select(
            col(SHIPMENT_ID).cast("binary").as(SHIPMENT),
            col(ORDER_ID).cast("binary").as(ORDER),
            unix_micros(col(SHIPPED_TS)).as(MICROS));
  }

  private static Dataset<Row> confirmed(Dataset<Row> events) {
    return events
        .filter(col(EVENT_TYPE).equalTo(SHIPPED))
        .select(col(SHIPMENT_ID).cast("binary").as(SHIPMENT));
  }

  /** One row per order, with its total and no time. */
  private static Dataset<Row> totals(Dataset<Row> orders) {
    return orders.select(
        col(ORDER_ID).cast("binary").as(ORDER),
        col(ORDER_TOTAL),
        lit(null).cast(DataTypes.LongType).as(MICROS));
  }

  /** One row per counting shipment, with its order and time and no total. */
  private static Dataset<Row> times(Dataset<Row> counting) {
    return counting.select(
        col(ORDER),
        lit(null).cast(OrderTotals.TABLE.schema().apply(ORDER_TOTAL).dataType()).as(ORDER_TOTAL),
        col(MICROS));
  }

  private static Dataset<Row> byDay(Dataset<Row> firstShipped) {
    return firstShipped
        .groupBy(timestamp_micros(col(MICROS)).cast("date").as(SHIP_DATE))
        .agg(count(lit(1)).as(ORDERS_SHIPPED), sum(ORDER_TOTAL).as(GMV))
        .select(col(SHIP_DATE), col(ORDERS_SHIPPED), col(GMV));
  }

  /** A number of our own: Spark would merge partitions of its choice until they are too large. */
  private static int partitions(long shipments) {
    return (int) Math.min(MAX_PARTITIONS, 1 + shipments / SHIPMENTS_PER_PARTITION);
  }
}
