package com.barraiser.datasets.generate;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import com.barraiser.datasets.Table;
import com.barraiser.datasets.tables.ShippingOrders;
import org.apache.spark.sql.Column;

/**
 * How orders, customers and products belong together. Rows of orders are numbered from 0 in the
 * order of their arrival; the subject of a row is its own number or, where it says that an order
 * was shipped, that of an earlier row. Members are numbered from 0.
 *
 * @param times when batches arrive
 * @param customers how many customers there are
 * @param skus how many products there are
 * @param repeats which rows of orders repeat another
 */
record HourlyOrders(Knobs knobs, BatchTimes times, long customers, long skus, Repeats repeats) {

  private static final int ORDERS_PER_CUSTOMER = 20;
  private static final int ORDERS_PER_SKU = 100;
  private static final double SHIPPED_AT_ONCE = 0.2;
  private static final long HOUR_MICROS = 3_600_000_000L;
  private static final long MOST_CENTS = 50_000;

  static HourlyOrders of(Knobs knobs, BatchTimes times) {
    return new HourlyOrders(
        knobs,
        times,
        members(knobs.rows(), ORDERS_PER_CUSTOMER),
        members(knobs.rows(), ORDERS_PER_SKU),
        new Repeats(knobs.rows(), knobs.duplicates(), Draws.of(knobs, ShippingOrders.TABLE)));
  }

  /** Where there are orders, they name somebody. */
  private static long members(long orders, int ordersPerMember) {
    return Math.min(orders, Math.max(1, orders / ordersPerMember));
  }

  /** Each table draws for itself. */
  Draws draws(Table table) {
    return Draws.of(knobs, table);
  }

  private Draws draws() {
    return draws(ShippingOrders.TABLE);
  }

  /** Which order a row is about. */
  Column subject(Column source) {
    double share = knobs.own(HourlyOrdersGenerator.UPDATES);
    Column earlier = new Recent(knobs.rows(), knobs.days()).before(source, draws(), "earlier");
    return when(source.gt(0).and(draws().within(share, "update", source)), earlier)
        .otherwise(source);
  }

  Column customer(Column subject) {
    return draws().zipf(customers, knobs.skew(), "customer", subject);
  }

  Column sku(Column subject) {
    return draws().zipf(skus, knobs.skew(), "sku", subject);
  }

  static Column skuId(Column sku) {
    return concat(lit("SKU-"), sku.cast("string"));
  }

  Column price(Column subject) {
    return Money.ofCents(draws().below(MOST_CENTS, "price", subject).plus(1));
  }

  /** When a row arrives, within its batch. */
  Column arrivalMicros(Column row) {
    return Timeline.steady(knobs.rows(), knobs.days(), 0, draws()).micros(row);
  }

  /** When a row was written, as it arrives; not before the first one of its order. */
  Column updatedMicros(Column subject, Column source) {
    return greatest(arrivalMicros(source), arrivalMicros(subject));
  }

  /** When an order is placed: as its first row arrives or, where that ships it, at that time. */
  Column placedMicros(Column subject) {
    return when(waits(subject), arrivalMicros(subject)).otherwise(toldMicros(subject));
  }

  /**
   * When an order was shipped, as one of its rows says: up to an hour before, unless it is late,
   * and not before it was placed. Null where the row says that it waits.
   */
  Column shipMicros(Column subject, Column source) {
    return when(
        not(source.equalTo(subject).and(waits(source))),
        greatest(toldMicros(source), placedMicros(subject)));
  }

  /** Whether a row arrives long after the shipping that it tells of. */
  Column isLate(Column subject, Column source) {
    Column since = updatedMicros(subject, source).minus(shipMicros(subject, source));
    return shippings().isLate(source).and(coalesce(since.geq(HOUR_MICROS), lit(false)));
  }

  /** Whether an order's first row comes before the order ships. */
  private Column waits(Column subject) {
    return draws().uniform("at once", subject).geq(SHIPPED_AT_ONCE);
  }

  private Column toldMicros(Column source) {
    return shippings().micros(source).minus(draws().below(HOUR_MICROS, "delay", source));
  }

  private Timeline shippings() {
    return Timeline.steady(knobs.rows(), knobs.days(), knobs.late(), draws());
  }

  /** The batch in which a member arrives. */
  Column arrival(Table table, Column member) {
    double share = knobs.own(HourlyOrdersGenerator.LATE_MEMBERS);
    return when(
            draws(table).within(share, "late member", member),
            draws(table).below(times.batches(), "arrival", member))
        .otherwise(0L);
  }

  /** When a member was recorded: as it arrived. */
  Column recordedMicros(Table table, Column member) {
    return arrival(table, member).multiply(times.micros(1)).plus(Timeline.START_MICROS);
  }

  /** How a row is damaged; null for one that is whole. */
  Column damage(Table table, Column row) {
    return draws(table).damage(knobs.malformed(), row);
  }
}
