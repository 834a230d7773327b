package com.barraiser.datasets.generate;

import static com.barraiser.datasets.tables.OrderEvents.EVENT_TIME;
import static com.barraiser.datasets.tables.OrderEvents.EXTRA;
import static com.barraiser.datasets.tables.OrderEvents.ORDER_ID;
import static com.barraiser.datasets.tables.OrderEvents.STATUS;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.when;

import com.barraiser.datasets.Format;
import com.barraiser.datasets.generate.Manifest.Achieved;
import com.barraiser.datasets.tables.OrderEvents;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Generates {@code order_events}, four rows an order on average, in the order of their arrival.
 * Days have a rhythm with a quiet night, and the middle day a sale in the evening. One row in
 * sixteen has further fields; in text, some times carry an offset and some none.
 */
public final class OrderEventsGenerator implements Generator {

  /** Whether the row's time lies before its arrival. */
  static final String LATE = "is_late";

  /** Whether the row repeats another. */
  static final String DUPLICATE = "is_duplicate";

  /** Whether the row belongs to the order that the skew favours most. */
  static final String HOTTEST = "is_hottest";

  /** How the row is damaged: a number from 0, or null for a row that is whole. */
  static final String DAMAGE = "damage";

  /** Chooses how a row writes its time in text. */
  static final String NOTATION = "notation";

  private static final Instant START = Instant.parse("2024-03-01T00:00:00Z");
  private static final long DAY_MICROS = 86_400_000_000L;
  private static final long HOUR_MICROS = 3_600_000_000L;
  private static final int EVENTS_PER_ORDER = 4;
  private static final double SHARE_WITH_EXTRA = 1.0 / 16;
  private static final double SALE_SHARE = 0.5;
  private static final int SALE_HOUR = 20;
  private static final double RHYTHM = 0.1;
  private static final long MAX_LATENESS_HOURS = 72;
  private static final int DAMAGES = 5;
  private static final int NOTATIONS = 8;
  private static final long SEVEN_DIGITS = 10_000_000L;

  /** Like those that Amazon's shops use: few, and some begin with a zero. */
  private static final String[] FIRST_DIGITS = {
    "111", "112", "113", "114", "701", "702", "026", "204", "302", "403"
  };

  /** Prime and larger than any number of rows: multiplying with it permutes the row numbers. */
  private static final long STRIDE = 3_000_000_019L;

  /** Weighted: most events are about orders that are on their way. */
  private static final String[] STATUSES = {
    "PLACED",
    "PLACED",
    "PLACED",
    "CONFIRMED",
    "CONFIRMED",
    "SHIPPED",
    "SHIPPED",
    "DELIVERED",
    "DELIVERED",
    "RETURNED",
    "CANCELED"
  };

  private static final String[] EXTRAS = {
    "{\"channel\":\"app\"}",
    "{\"channel\":\"web\",\"gift\":true}",
    "{\"channel\":\"phone\",\"units\":12}",
    "{\"coupon\":\"SPRING-24\",\"note\":\"ring twice, s'il vous pla\u00eet\"}"
  };

  @Override
  public Manifest write(
      SparkSession spark, Knobs knobs, Format format, int partitions, String folder) {
    Observation achieved = new Observation();
    Dataset<Row> events =
        events(spark, knobs, partitions)
            .observe(
                achieved,
                count(lit(1)).as("rows"),
                share(col(HOTTEST)).as(HOTTEST),
                share(col(LATE)).as(LATE),
                share(col(DUPLICATE)).as(DUPLICATE),
                share(col(DAMAGE).isNotNull()).as(DAMAGE));
    String table = folder + "/" + OrderEvents.TABLE.name();
    OrderEventsFiles.write(events, format, table);
    return new Manifest(format.key(), knobs, Map.of(OrderEvents.TABLE.name(), achieved(achieved)));
  }

  /** All rows with the columns of the table and how each row came about. */
  Dataset<Row> events(SparkSession spark, Knobs knobs, int partitions) {
    Draws draws = new Draws(knobs.seed());
    long duplicates = Math.round(knobs.rows() * knobs.duplicates());
    long originals = Math.max(Math.min(1, knobs.rows()), knobs.rows() - duplicates);
    long orders = Math.max(1, originals / EVENTS_PER_ORDER);
    Column row = col("row");
    Column source = col("source");
    Column order = col("order");
    return spark
        .range(0, knobs.rows(), 1, partitions)
        .toDF("row")
        .withColumn(DUPLICATE, slot(knobs).geq(originals))
        .withColumn(
            "source", when(col(DUPLICATE), original(knobs, originals, draws)).otherwise(row))
        .withColumn("order", draws.zipf(orders, knobs.skew(), "order", source))
        .withColumn(LATE, draws.within(knobs.late(), "late", source))
        .withColumn("micros", eventMicros(knobs, draws, source))
        .select(
            orderId(draws, order).as(ORDER_ID),
            timestamp_micros(col("micros")).as(EVENT_TIME),
            oneOf(STATUSES, draws, "status", source).as(STATUS),
            when(
                    draws.within(SHARE_WITH_EXTRA, "has extra", source),
                    oneOf(EXTRAS, draws, "extra", source))
                .as(EXTRA),
            order.equalTo(0).as(HOTTEST),
            col(LATE),
            col(DUPLICATE),
            when(
                    draws.within(knobs.malformed(), "malformed", row),
                    draws.below(DAMAGES, "damage", row))
                .as(DAMAGE),
            draws.below(NOTATIONS, "notation", source).as(NOTATION));
  }

  /** A permutation of the row numbers; the last slots are the duplicates, spread over all files. */
  private static Column slot(Knobs knobs) {
    return pmod(
        col("row").multiply(STRIDE % Math.max(1, knobs.rows())), lit(Math.max(1, knobs.rows())));
  }

  /** The number of a row that is not itself a duplicate. */
  private static Column original(Knobs knobs, long originals, Draws draws) {
    BigInteger rows = BigInteger.valueOf(Math.max(1, knobs.rows()));
    long inverse = BigInteger.valueOf(STRIDE).modInverse(rows).longValueExact();
    Column slot = draws.below(Math.max(1, originals), "original", col("row"));
    return pmod(slot.multiply(inverse), lit(Math.max(1, knobs.rows())));
  }

  private static Column eventMicros(Knobs knobs, Draws draws, Column source) {
    Column position = source.divide(Math.max(1.0, knobs.rows())).multiply(knobs.days());
    Column day = floor(position);
    Column time = position.minus(day);
    Column rhythmic = time.minus(wave(time).multiply(RHYTHM));
    Column inSale = day.equalTo(knobs.days() / 2).and(draws.within(SALE_SHARE, "sale", source));
    Column sale = draws.uniform("sale time", source).plus(SALE_HOUR).divide(24);
    Column ofDay =
        floor(when(inSale, sale).otherwise(rhythmic).multiply(DAY_MICROS)).cast("bigint");
    Column lateness =
        when(
                col(LATE),
                draws.below(MAX_LATENESS_HOURS * HOUR_MICROS, "lateness", source).plus(HOUR_MICROS))
            .otherwise(0L);
    Column micros =
        lit(START.getEpochSecond() * 1_000_000L)
            .plus(day.multiply(DAY_MICROS))
            .plus(ofDay)
            .minus(lateness);
    Column wholeSeconds = draws.below(4, "precision", source).equalTo(0);
    return micros.minus(when(wholeSeconds, pmod(micros, lit(1_000_000L))).otherwise(0L));
  }

  /**
   * Nearly a sine over a day, of parabolas: plain arithmetic gives the same bits on any machine.
   */
  private static Column wave(Column time) {
    Column day = time.multiply(16).multiply(lit(0.5).minus(time));
    Column night = time.minus(0.5).multiply(-16).multiply(lit(1).minus(time));
    return when(time.lt(0.5), day).otherwise(night);
  }

  /** Unlike numbers get unlike ids: the last two groups of digits tell them apart. */
  private static Column orderId(Draws draws, Column order) {
    Column last = pmod(order.multiply(7_654_321L), lit(SEVEN_DIGITS));
    Column high = floor(order.divide(SEVEN_DIGITS)).cast("bigint");
    Column middle =
        pmod(high.plus(draws.below(SEVEN_DIGITS, "middle digits", last)), lit(SEVEN_DIGITS));
    return concat(
        oneOf(FIRST_DIGITS, draws, "first digits", order),
        lit("-"),
        digits(middle),
        lit("-"),
        digits(last));
  }

  private static Column digits(Column number) {
    return lpad(number.cast("string"), 7, "0");
  }

  private static Column oneOf(String[] texts, Draws draws, String purpose, Column row) {
    Column[] literals = Arrays.stream(texts).map(text -> lit(text)).toArray(Column[]::new);
    Column index = draws.below(texts.length, purpose, row).plus(1).cast("int");
    return element_at(array(literals), index);
  }

  private static Column share(Column condition) {
    return coalesce(avg(condition.cast("double")), lit(0.0));
  }

  private static Achieved achieved(Observation observation) {
    try {
      Map<String, Object> measured = observation.getAsJava();
      return new Achieved(
          (Long) measured.get("rows"),
          (Double) measured.get(HOTTEST),
          (Double) measured.get(LATE),
          (Double) measured.get(DUPLICATE),
          (Double) measured.get(DAMAGE));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while writing", e);
    }
  }
}
