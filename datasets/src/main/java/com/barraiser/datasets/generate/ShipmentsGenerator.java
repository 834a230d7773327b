package com.barraiser.datasets.generate;

import static com.barraiser.datasets.generate.RowMarks.DAMAGE;
import static com.barraiser.datasets.generate.RowMarks.DUPLICATE;
import static com.barraiser.datasets.generate.RowMarks.HOTTEST;
import static com.barraiser.datasets.generate.RowMarks.LATE;
import static com.barraiser.datasets.generate.RowMarks.NOTATION;
import static com.barraiser.datasets.tables.OrderTotals.ORDER_ID;
import static com.barraiser.datasets.tables.OrderTotals.ORDER_TOTAL;
import static com.barraiser.datasets.tables.OrderTotals.ORDER_TS;
import static com.barraiser.datasets.tables.ShipmentEvents.EVENT_TS;
import static com.barraiser.datasets.tables.ShipmentEvents.EVENT_TYPE;
import static com.barraiser.datasets.tables.Shipments.SHIPMENT_ID;
import static com.barraiser.datasets.tables.Shipments.SHIPPED_TS;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.timestamp_micros;

import com.barraiser.datasets.Format;
import com.barraiser.datasets.tables.OrderTotals;
import com.barraiser.datasets.tables.ShipmentEvents;
import com.barraiser.datasets.tables.Shipments;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Generates {@code orders}, {@code shipments}, 1.2 an order on average, and {@code
 * shipment_events}, four a shipment on average. Orders are in the order of their arrival; shipments
 * and events are of any order. Only events repeat. The manifest states the orphans that a reader
 * finds: those that the knob asks for, and those whose order or shipment is damaged.
 */
public final class ShipmentsGenerator implements Generator {

  /** The share of shipments without an order, and of events without a shipment. */
  public static final Knob ORPHANS =
      new Knob(
          "orphans", "share of shipments without order and of events without shipment", 0, 1, 0);

  private static final String ROW = "row";
  private static final String ORDER = "order";
  private static final String SHIPMENT = "shipment";
  private static final String SOURCE = "source";
  private static final String MICROS = "micros";

  @Override
  public List<Knob> knobs() {
    return List.of(ORPHANS);
  }

  @Override
  public Manifest write(
      SparkSession spark, Knobs knobs, Format format, int partitions, String folder) {
    Achievement ofOrders = new Achievement();
    Achievement ofShipments = new Achievement(ORPHANS.name());
    Achievement ofEvents = new Achievement(ORPHANS.name());
    Dataset<Row> orders = ofOrders.observe(orders(spark, knobs, partitions));
    Dataset<Row> shipments = ofShipments.observe(shipments(spark, knobs, partitions));
    Dataset<Row> events = ofEvents.observe(events(spark, knobs, partitions));
    TableFiles.write(OrderTotals.TABLE, orders, format, folder);
    TableFiles.write(Shipments.TABLE, shipments, format, folder);
    TableFiles.write(ShipmentEvents.TABLE, events, format, folder);
    return new Manifest(
        format.key(),
        knobs,
        Map.of(
            OrderTotals.TABLE.name(), ofOrders.achieved(),
            Shipments.TABLE.name(), ofShipments.achieved(),
            ShipmentEvents.TABLE.name(), ofEvents.achieved()));
  }

  /** All orders with the columns of the table and how each row came about. */
  Dataset<Row> orders(SparkSession spark, Knobs knobs, int partitions) {
    Fulfilment fulfilment = Fulfilment.of(knobs);
    return spark
        .range(0, fulfilment.orders(), 1, partitions)
        .toDF(ROW)
        .select(
            fulfilment.orderId(col(ROW)).as(ORDER_ID),
            timestamp_micros(fulfilment.orderMicros(col(ROW))).as(ORDER_TS),
            fulfilment.total(col(ROW)).as(ORDER_TOTAL),
            col(ROW).equalTo(0).as(HOTTEST),
            fulfilment.isLate(col(ROW)).as(LATE),
            lit(false).as(DUPLICATE),
            fulfilment.damage(OrderTotals.TABLE, col(ROW)).as(DAMAGE),
            fulfilment.draws(OrderTotals.TABLE).notation(col(ROW)).as(NOTATION));
  }

  /** All shipments with the columns of the table and how each row came about. */
  Dataset<Row> shipments(SparkSession spark, Knobs knobs, int partitions) {
    Fulfilment fulfilment = Fulfilment.of(knobs);
    return spark
        .range(0, fulfilment.shipments(), 1, partitions)
        .toDF(SHIPMENT)
        .withColumn(ORDER, fulfilment.orderOf(col(SHIPMENT)))
        .withColumn(MICROS, shippedMicros(fulfilment))
        .withColumn(DAMAGE, fulfilment.damage(Shipments.TABLE, col(SHIPMENT)))
        .select(
            Fulfilment.shipmentId(col(SHIPMENT)).as(SHIPMENT_ID),
            fulfilment.orderId(col(ORDER)).as(ORDER_ID),
            fulfilment.shippedTime(col(MICROS), col(SHIPMENT)).as(SHIPPED_TS),
            col(DAMAGE).isNull().and(fulfilment.lacksOrder(col(ORDER))).as(ORPHANS.name()),
            col(ORDER).equalTo(0).as(HOTTEST),
            fulfilment.isLate(col(ORDER)).as(LATE),
            lit(false).as(DUPLICATE),
            col(DAMAGE),
            fulfilment.draws(Shipments.TABLE).notation(col(SHIPMENT)).as(NOTATION));
  }

  /** All events with the columns of the table and how each row came about. */
  Dataset<Row> events(SparkSession spark, Knobs knobs, int partitions) {
    Fulfilment fulfilment = Fulfilment.of(knobs);
    return spark
        .range(0, knobs.rows(), 1, partitions)
        .toDF(ROW)
        .withColumn(DUPLICATE, fulfilment.repeats().isRepeat(col(ROW)))
        .withColumn(SOURCE, fulfilment.repeats().source(col(ROW)))
        .withColumn(SHIPMENT, fulfilment.shipmentOf(col(SOURCE)))
        .withColumn(ORDER, fulfilment.orderOf(col(SHIPMENT)))
        .withColumn(EVENT_TYPE, fulfilment.eventType(col(SOURCE)))
        .withColumn(
            MICROS,
            shippedMicros(fulfilment).plus(fulfilment.eventDelay(col(EVENT_TYPE), col(SOURCE))))
        .withColumn(DAMAGE, fulfilment.damage(ShipmentEvents.TABLE, col(ROW)))
        .select(
            Fulfilment.shipmentId(col(SHIPMENT)).as(SHIPMENT_ID),
            timestamp_micros(col(MICROS)).as(EVENT_TS),
            col(EVENT_TYPE),
            col(DAMAGE).isNull().and(fulfilment.lacksShipment(col(SHIPMENT))).as(ORPHANS.name()),
            col(SHIPMENT).equalTo(0).as(HOTTEST),
            fulfilment.isLate(col(ORDER)).as(LATE),
            col(DUPLICATE),
            col(DAMAGE),
            fulfilment.draws(ShipmentEvents.TABLE).notation(col(SOURCE)).as(NOTATION));
  }

  private static Column shippedMicros(Fulfilment fulfilment) {
    return fulfilment.orderMicros(col(ORDER)).plus(fulfilment.shippingDelay(col(SHIPMENT)));
  }
}
