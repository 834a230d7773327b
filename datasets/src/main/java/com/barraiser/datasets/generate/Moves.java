package com.barraiser.datasets.generate;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.when;

import com.barraiser.datasets.Table;
import com.barraiser.datasets.tables.AddressChanges;
import com.barraiser.datasets.tables.DeliveryEvents;
import org.apache.spark.sql.Column;

/**
 * How customers, their addresses and their deliveries belong together. Moves and deliveries are
 * numbered from 0 in the order of their arrival; customers' first addresses have numbers below 0.
 * The subject of a row is its own number or, for a correction, that of an earlier row: rows of the
 * same subject are about the same change or delivery.
 *
 * @param customers how many customers there are
 * @param moves how many changes there are beyond everybody's first address
 * @param changeRepeats which changes repeat another
 * @param deliveryRepeats which deliveries repeat another
 */
record Moves(
    Knobs knobs, long customers, long moves, Repeats changeRepeats, Repeats deliveryRepeats) {

  private static final int DELIVERIES_PER_CUSTOMER = 20;
  private static final int DELIVERIES_PER_MOVE = 10;

  private static final long SECOND_MICROS = 1_000_000L;
  private static final long HOUR_MICROS = 3_600L * SECOND_MICROS;
  private static final long DAY_MICROS = 24L * HOUR_MICROS;

  /** First addresses hold since a day of the month before. */
  private static final long BEFORE_DAYS = 30;

  private static final double PRIME = 0.6;

  /** Odd, so that multiplying with it permutes the numbers below a power of two; 3 to the 18th. */
  private static final long SCATTER = 387_420_489L;

  private static final long TWELVE_DIGITS = 1_000_000_000_000L;

  private static final String[] REGIONS = {"NORTH", "EAST", "SOUTH", "WEST", "CENTRE"};

  static Moves of(Knobs knobs) {
    long customers = Math.max(1, knobs.rows() / DELIVERIES_PER_CUSTOMER);
    long moves = knobs.rows() / DELIVERIES_PER_MOVE;
    return new Moves(
        knobs,
        customers,
        moves,
        new Repeats(moves, knobs.duplicates(), Draws.of(knobs, AddressChanges.TABLE)),
        new Repeats(knobs.rows(), knobs.duplicates(), Draws.of(knobs, DeliveryEvents.TABLE)));
  }

  /** Each table draws for itself. */
  Draws draws(Table table) {
    return Draws.of(knobs, table);
  }

  /** The number of a customer's first address. */
  static Column first(Column customer) {
    return customer.multiply(-1).minus(1);
  }

  /** Whether a change is a repeated one; first addresses are not. */
  Column isRepeatedChange(Column row) {
    return row.geq(0).and(changeRepeats.isRepeat(row));
  }

  /** The number of the change whose cells a row has. */
  Column changeSource(Column row) {
    return when(row.lt(0), row).otherwise(changeRepeats.source(row));
  }

  /** What a change is about. */
  Column changeSubject(Column source) {
    return subject(AddressChanges.TABLE, source);
  }

  /** What a delivery event is about. */
  Column deliverySubject(Column source) {
    return subject(DeliveryEvents.TABLE, source);
  }

  private Column subject(Table table, Column source) {
    Draws draws = draws(table);
    double share = knobs.own(AddressesAndDeliveriesGenerator.UPDATES);
    Column earlier = new Recent(rows(table), knobs.days()).before(source, draws, "corrected");
    return when(source.gt(0).and(draws.within(share, "correction", source)), earlier)
        .otherwise(source);
  }

  /** The number of the customer that a change is about. */
  Column mover(Column subject) {
    return when(subject.lt(0), first(subject)).otherwise(customer(AddressChanges.TABLE, subject));
  }

  /** The number of the customer that gets a delivery. */
  Column receiver(Column subject) {
    return customer(DeliveryEvents.TABLE, subject);
  }

  private Column customer(Table table, Column subject) {
    return draws(table).zipf(customers, knobs.skew(), "customer", subject);
  }

  /** The id of a delivery's number, such as {@code D000387420489}. */
  static Column deliveryId(Column subject) {
    Column digits = pmod(subject.multiply(SCATTER), lit(TWELVE_DIGITS));
    return concat(lit("D"), lpad(digits.cast("string"), 12, "0"));
  }

  Column addressId(Column source) {
    return concat(lit("A"), addresses().below(10_000_000L, "address", source).cast("string"));
  }

  Column city(Column source) {
    return concat(lit("City "), addresses().below(500, "city", source).cast("string"));
  }

  Column region(Column source) {
    return addresses().oneOf(REGIONS, "region", source);
  }

  Column isPrime(Column source) {
    return addresses().within(PRIME, "prime", source);
  }

  private Draws addresses() {
    return draws(AddressChanges.TABLE);
  }

  /** How a row is damaged; null for one that is whole. */
  Column damage(Table table, Column row) {
    return draws(table).damage(knobs.malformed(), row);
  }

  Column isLateChange(Column subject) {
    return subject.geq(0).and(events(AddressChanges.TABLE).isLate(subject));
  }

  Column isLateDelivery(Column subject) {
    return events(DeliveryEvents.TABLE).isLate(subject);
  }

  /** Since when an address holds: it is announced up to a day before, unless it is late. */
  Column effectiveMicros(Column subject) {
    Column announced = addresses().below(DAY_MICROS, "announced", subject);
    Column before = addresses().below(BEFORE_DAYS * DAY_MICROS, "before", subject);
    return when(subject.lt(0), lit(Timeline.START_MICROS).minus(before))
        .otherwise(events(AddressChanges.TABLE).micros(subject).plus(announced));
  }

  /** When a change was recorded: as it arrived first. */
  Column changeRecordedMicros(Column source) {
    return when(source.lt(0), lit(Timeline.START_MICROS))
        .otherwise(arrivals(AddressChanges.TABLE).micros(source));
  }

  /** Two deliveries in three are promised for later than they arrive. */
  Column promisedMicros(Column subject) {
    Column u = draws(DeliveryEvents.TABLE).uniform("promise", subject);
    return events(DeliveryEvents.TABLE)
        .micros(subject)
        .plus(floor(u.multiply(3 * HOUR_MICROS)).cast("bigint"))
        .minus(HOUR_MICROS);
  }

  /** When a delivery arrived, as one of its rows says: corrections move it by up to an hour. */
  Column deliveredMicros(Column subject, Column source) {
    Column moved = draws(DeliveryEvents.TABLE).below(HOUR_MICROS, "moved", source);
    return events(DeliveryEvents.TABLE)
        .micros(subject)
        .minus(when(source.equalTo(subject), 0L).otherwise(moved));
  }

  /** When a delivery's row was recorded: as it arrived first. */
  Column deliveryRecordedMicros(Column source) {
    return arrivals(DeliveryEvents.TABLE).micros(source);
  }

  /** The times at which things happen: late ones long before they arrive. */
  private Timeline events(Table table) {
    return new Timeline(rows(table), knobs, draws(table));
  }

  private Timeline arrivals(Table table) {
    return new Timeline(rows(table), knobs.days(), 0, draws(table));
  }

  private long rows(Table table) {
    return table.equals(AddressChanges.TABLE) ? moves : knobs.rows();
  }
}
