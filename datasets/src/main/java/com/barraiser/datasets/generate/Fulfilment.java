package com.barraiser.datasets.generate;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.when;

import com.barraiser.datasets.Table;
import com.barraiser.datasets.tables.OrderTotals;
import com.barraiser.datasets.tables.ShipmentEvents;
import com.barraiser.datasets.tables.Shipments;
import java.math.BigDecimal;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/**
 * How orders, shipments and events belong together. All three are numbered from 0; a number that is
 * not below the count of its table is of a row that does not exist, and its children are orphans.
 * Times follow from the order's: a late order's shipments and events are late with it.
 *
 * @param orders how many orders there are
 * @param shipments how many shipments there are
 * @param repeats which events repeat another
 */
record Fulfilment(Knobs knobs, long orders, long shipments, Repeats repeats) {

  private static final int EVENTS_PER_SHIPMENT = 4;
  private static final double SHIPMENTS_PER_ORDER = 1.2;
  private static final double NOT_SHIPPED = 0.05;

  private static final double HOUR_SECONDS = 3_600;
  private static final double DAY_SECONDS = 24 * HOUR_SECONDS;
  private static final long SECOND_MICROS = 1_000_000;

  private static final long MOST_CENTS = 100_000;
  private static final BigDecimal CENT = new BigDecimal("0.01");

  /** Without common factors with a power of ten, so that it scatters the digits; 3 to the 18th. */
  private static final long SCATTER = 387_420_489L;

  private static final long TWELVE_DIGITS = 1_000_000_000_000L;

  private static final String CREATED = "CREATED";

  /** Weighted, so that four shipments in five that have events have one that says SHIPPED. */
  private static final String[] EVENT_TYPES = {
    CREATED,
    CREATED,
    ShipmentEvents.SHIPPED,
    ShipmentEvents.SHIPPED,
    ShipmentEvents.SHIPPED,
    "IN_TRANSIT",
    "IN_TRANSIT",
    "DELIVERED",
    "EXCEPTION"
  };

  static Fulfilment of(Knobs knobs) {
    Repeats repeats =
        new Repeats(knobs.rows(), knobs.duplicates(), Draws.of(knobs, ShipmentEvents.TABLE));
    long shipments = (repeats.originals() + EVENTS_PER_SHIPMENT - 1) / EVENTS_PER_SHIPMENT;
    long orders = (long) Math.ceil(shipments / SHIPMENTS_PER_ORDER);
    return new Fulfilment(knobs, orders, shipments, repeats);
  }

  /** Each table draws for itself. */
  Draws draws(Table table) {
    return Draws.of(knobs, table);
  }

  /** The number of a shipment's order, popular ones more often. */
  Column orderOf(Column shipment) {
    return parent(Shipments.TABLE, orders, shipment);
  }

  /** The number of an event's shipment, popular ones more often. */
  Column shipmentOf(Column event) {
    return parent(ShipmentEvents.TABLE, shipments, event);
  }

  private Column parent(Table table, long parents, Column child) {
    Draws draws = draws(table);
    long some = Math.max(1, parents);
    return when(
            draws.within(knobs.own(ShipmentsGenerator.ORPHANS), "orphan", child),
            draws.below(some, "missing parent", child).plus(parents))
        .otherwise(draws.zipf(some, knobs.skew(), "parent", child));
  }

  /** Whether a reader finds no such order: it is not there, or its row is damaged. */
  Column lacksOrder(Column order) {
    return order.geq(orders).or(damage(OrderTotals.TABLE, order).isNotNull());
  }

  /** Whether a reader finds no such shipment: it is not there, or its row is damaged. */
  Column lacksShipment(Column shipment) {
    return shipment.geq(shipments).or(damage(Shipments.TABLE, shipment).isNotNull());
  }

  /** How a row is damaged; null for one that is whole. */
  Column damage(Table table, Column row) {
    return draws(table).damage(knobs.malformed(), row);
  }

  /** The id of an order's number. */
  Column orderId(Column order) {
    return OrderIds.of(order, draws(OrderTotals.TABLE));
  }

  /** The id of a shipment's number, such as {@code TBA000387420489}. */
  static Column shipmentId(Column shipment) {
    Column digits = pmod(shipment.multiply(SCATTER), lit(TWELVE_DIGITS));
    return concat(lit("TBA"), lpad(digits.cast("string"), 12, "0"));
  }

  /** What an order is worth, in whole cents; small totals more often. */
  Column total(Column order) {
    Column u = draws(OrderTotals.TABLE).uniform("total", order);
    Column cents = floor(u.multiply(u).multiply(u).multiply(MOST_CENTS)).cast("bigint");
    return cents
        .cast(DataTypes.createDecimalType(18, 0))
        .multiply(lit(CENT))
        .cast(DataTypes.createDecimalType(18, 2));
  }

  Column isLate(Column order) {
    return timeline().isLate(existing(order));
  }

  /** When an order was placed, in microseconds since the epoch. */
  Column orderMicros(Column order) {
    return timeline().micros(existing(order));
  }

  /** Microseconds from an order to one of its shipments: up to four days, mostly less. */
  Column shippingDelay(Column shipment) {
    Column u = draws(Shipments.TABLE).uniform("shipping delay", shipment);
    return micros(u.multiply(u).multiply(4 * DAY_SECONDS));
  }

  /** A shipment's time, or null for one that has not been shipped. */
  Column shippedTime(Column micros, Column shipment) {
    Column waits = draws(Shipments.TABLE).within(NOT_SHIPPED, "not shipped", shipment);
    return when(waits, lit(null)).otherwise(timestamp_micros(micros));
  }

  Column eventType(Column event) {
    return draws(ShipmentEvents.TABLE).oneOf(EVENT_TYPES, "type", event);
  }

  /** Microseconds from a shipment to an event: before it, half a day after it, or three days. */
  Column eventDelay(Column type, Column event) {
    Column u = draws(ShipmentEvents.TABLE).uniform("event delay", event);
    return micros(
        when(type.equalTo(CREATED), u.multiply(-HOUR_SECONDS))
            .when(type.equalTo(ShipmentEvents.SHIPPED), u.multiply(12 * HOUR_SECONDS))
            .otherwise(u.multiply(3 * DAY_SECONDS)));
  }

  private Timeline timeline() {
    return new Timeline(orders, knobs, draws(OrderTotals.TABLE));
  }

  /** An order that does not exist has the time of one that does. */
  private Column existing(Column order) {
    return pmod(order, lit(Math.max(1, orders)));
  }

  private static Column micros(Column seconds) {
    return floor(seconds).cast("bigint").multiply(SECOND_MICROS);
  }
}
