package com.barraiser.datasets.generate;

import static com.barraiser.datasets.generate.RowMarks.HOTTEST;
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
import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How order lines come about and change: rows are numbered in the order in which they are written,
 * and a row either begins the line of its number or updates one that was begun a few days before.
 */
final class LineHistory {

  /** The number of the line that a row is about. */
  static final String LINE = "line";

  private static final String SOURCE = "source";
  private static final int LINES_PER_ORDER = 2;
  private static final int UPDATED_FOR_DAYS = 3;
  private static final int MAX_DAYS_LATE = 10;
  private static final LocalDate FIRST_DAY = LocalDate.ofInstant(Timeline.START, ZoneOffset.UTC);
  private static final String[] MARKETPLACES = {"US", "DE", "JP", "UK"};
  private static final String[] STATUSES = {
    "SHIPPED", "SHIPPED", "DELIVERED", "DELIVERED", "CANCELED"
  };

  private final Knobs knobs;
  private final Draws draws;
  private final Timeline timeline;

  LineHistory(Knobs knobs, Draws draws) {
    this.knobs = knobs;
    this.draws = draws;
    this.timeline = new Timeline(knobs.rows(), knobs.days(), 0, draws);
  }

  /** Whether a row updates a line. */
  Column isUpdate(Column source) {
    return source.gt(0).and(draws.within(knobs.own(LandingGenerator.UPDATES), "update", source));
  }

  /** The line that a row is about; one that an update is about may be begun by an update. */
  Column line(Column source, Column isUpdate) {
    long recent = Math.max(1, knobs.rows() * UPDATED_FOR_DAYS / knobs.days());
    Column earlier = Recent.within(recent, source, draws, "updated line");
    return when(isUpdate, earlier).otherwise(source);
  }

  /** Whether a row lies elsewhere than the first one of its line. */
  Column isMoved(Column line, Column isUpdate) {
    return isUpdate.and(draws.within(knobs.own(LandingGenerator.MOVES), "moves", line));
  }

  /** How many days after it was written a row arrives. */
  Column daysLate(Column source, Column isLate) {
    Column days = draws.below(MAX_DAYS_LATE, "days late", source).plus(1);
    return when(isLate, days).otherwise(0L).cast("int");
  }

  /**
   * Adds the columns of the table; what a line keeps is drawn by its order or its own number. Lines
   * that move lie under the day before or, as all those of the first day, in the next marketplace.
   */
  Dataset<Row> withCells(Dataset<Row> rows) {
    Column line = col(LINE);
    Column order = call_function("div", line, lit((long) LINES_PER_ORDER));
    // Lines of an order are placed at one time, that of its first line.
    Column placed = timeline.micros(order.multiply(LINES_PER_ORDER));
    Column placedOn = timestamp_micros(placed).cast("date");
    Column changesDay =
        draws.below(2, "moves by day", line).equalTo(0L).and(placedOn.gt(lit(FIRST_DAY)));
    Column isElsewhere = col(LandingGenerator.MOVES.name());
    Column atFirst = draws.zipf(MARKETPLACES.length, knobs.skew(), "marketplace", order);
    Column marketplace =
        when(isElsewhere.and(not(changesDay)), atFirst.plus(1).mod(lit((long) MARKETPLACES.length)))
            .otherwise(atFirst);
    Column day = when(isElsewhere.and(changesDay), date_sub(placedOn, 1)).otherwise(placedOn);
    Column price = draws.below(20_000, "price", line).plus(99);
    return rows.withColumn("marketplace", marketplace)
        .withColumn(ORDER_TS, timestamp_micros(placed))
        .withColumn(EVENT_DATE, day)
        .withColumn(ORDER_ID, OrderIds.growing(order, draws))
        .withColumn(LINE_ID, pmod(line, lit((long) LINES_PER_ORDER)).plus(1).cast("int"))
        .withColumn(MARKETPLACE_ID, Draws.numbered(MARKETPLACES, col("marketplace")))
        .withColumn(CUSTOMER_ID, draws.below(1_000_000, "customer", order))
        .withColumn(ASIN, Asins.of(draws.zipf(10_000, knobs.skew(), "product", line)))
        .withColumn(QTY, draws.below(3, "quantity", col(SOURCE)).plus(1).cast("int"))
        .withColumn(ITEM_PRICE, Money.ofCents(price))
        .withColumn(DISCOUNT, Money.ofCents(draws.below(99, "discount", line)))
        .withColumn(ORDER_STATUS, status())
        .withColumn(UPDATED_AT, timestamp_micros(greatest(timeline.micros(col(SOURCE)), placed)))
        .withColumn(HOTTEST, col("marketplace").equalTo(0L));
  }

  private Column status() {
    return when(col(LandingGenerator.UPDATES.name()), draws.oneOf(STATUSES, "status", col(SOURCE)))
        .otherwise("PLACED");
  }
}
