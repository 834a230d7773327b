package com.barraiser.datasets.generate;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.timestamp_micros;
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
        Math.max(1, knobs.rows() / ORDERS_PER_CUSTOMER),
        Math.max(1, knobs.rows() / ORDERS_PER_SKU),
        new Repeats(knobs.rows(), knobs.duplicates(), Draws.of(knobs, ShippingOrders.TABLE)));
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

  /** When a row arrives; an order is placed when its first row does. */
  Column arrivalMicros(Column row) {
    return new Timeline(knobs.rows(), knobs.days(), 0, draws()).micros(row);
  }

  /** Whether a row arrives long after the shipping that it tells of. */
  Column isLate(Column source) {
    return shippings().isLate(source);
  }

  /**
   * When an order was shipped, as one of its rows says: up to an hour before, unless it is late.
   */
  Column shipTime(Column subject, Column source) {
    Column waits =
        source.equalTo(subject).and(draws().uniform("at once", source).geq(SHIPPED_AT_ONCE));
    Column delay = draws().below(HOUR_MICROS, "delay", source);
    return when(waits, lit(null))
        .otherwise(timestamp_micros(shippings().micros(source).minus(delay)));
  }

  private Timeline shippings() {
    return new Timeline(knobs.rows(), knobs, draws());
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
