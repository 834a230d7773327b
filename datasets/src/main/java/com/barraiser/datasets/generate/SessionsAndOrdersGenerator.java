package com.barraiser.datasets.generate;

import static com.barraiser.datasets.generate.RowMarks.DAMAGE;
import static com.barraiser.datasets.generate.RowMarks.DUPLICATE;
import static com.barraiser.datasets.generate.RowMarks.HOTTEST;
import static com.barraiser.datasets.generate.RowMarks.LATE;
import static com.barraiser.datasets.generate.RowMarks.NOTATION;
import static com.barraiser.datasets.tables.Sessions.CUSTOMER_ID;
import static com.barraiser.datasets.tables.Sessions.MARKETPLACE_ID;
import static com.barraiser.datasets.tables.Sessions.SESSION_ID;
import static com.barraiser.datasets.tables.Sessions.SESSION_TS;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.timestamp_micros;

import com.barraiser.datasets.Format;
import com.barraiser.datasets.tables.PlacedOrders;
import com.barraiser.datasets.tables.Sessions;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Generates {@code sessions} and {@code orders}, ten to one unless the share of sessions that
 * convert asks for more orders. Both are in the order of the sessions' arrival, and an order comes
 * up to seven days after its session. Only orders repeat: a session's id is unique.
 */
public final class SessionsAndOrdersGenerator implements Generator {

  /** The share of sessions that an order follows within seven days. */
  public static final Knob CONVERSION =
      new Knob("conversion", "share of sessions that an order follows in 7 days", 0, 1, 0.08);

  private static final String ROW = "row";
  private static final String CUSTOMER = "customer";
  private static final String ORDER = "order";

  @Override
  public List<Knob> knobs() {
    return List.of(CONVERSION);
  }

  @Override
  public Manifest write(
      SparkSession spark, Knobs knobs, Format format, int partitions, String folder) {
    Achievement ofSessions = new Achievement(CONVERSION.name());
    Achievement ofOrders = new Achievement();
    Dataset<Row> sessions = ofSessions.observe(sessions(spark, knobs, partitions));
    Dataset<Row> orders = ofOrders.observe(orders(spark, knobs, partitions));
    TableFiles.write(Sessions.TABLE, sessions, format, folder);
    TableFiles.write(PlacedOrders.TABLE, orders, format, folder);
    return new Manifest(
        format.key(),
        knobs,
        Map.of(
            Sessions.TABLE.name(), ofSessions.achieved(),
            PlacedOrders.TABLE.name(), ofOrders.achieved()));
  }

  /** All sessions with the columns of the table and how each row came about. */
  Dataset<Row> sessions(SparkSession spark, Knobs knobs, int partitions) {
    Draws draws = new Draws(knobs.seed());
    Timeline timeline = new Timeline(knobs.rows(), knobs, draws);
    Shoppers shoppers = Shoppers.of(knobs, draws);
    return spark
        .range(0, knobs.rows(), 1, partitions)
        .toDF(ROW)
        .withColumn(CUSTOMER, shoppers.visitor(col(ROW)))
        .select(
            OrderIds.of(col(ROW), draws).as(SESSION_ID),
            Shoppers.id(col(CUSTOMER)).as(CUSTOMER_ID),
            shoppers.visited(col(CUSTOMER), col(ROW)).as(MARKETPLACE_ID),
            timestamp_micros(timeline.micros(col(ROW))).as(SESSION_TS),
            shoppers.converts(col(ROW)).as(CONVERSION.name()),
            shoppers.isHottestVisitor(col(CUSTOMER)).as(HOTTEST),
            timeline.isLate(col(ROW)).as(LATE),
            lit(false).as(DUPLICATE),
            draws.damage(knobs.malformed(), col(ROW)).as(DAMAGE),
            draws.notation(col(ROW)).as(NOTATION));
  }

  /** All orders with the columns of the table and how each row came about. */
  Dataset<Row> orders(SparkSession spark, Knobs knobs, int partitions) {
    Draws draws = new Draws(knobs.seed());
    Draws ofRows = new Draws(~knobs.seed());
    Timeline timeline = new Timeline(knobs.rows(), knobs, draws);
    Shoppers shoppers = Shoppers.of(knobs, draws);
    EvenShare originals = shoppers.originals(knobs.duplicates());
    return spark
        .range(0, originals.rows(), 1, partitions)
        .toDF(ROW)
        .withColumn(DUPLICATE, originals.has(col(ROW)).equalTo(false))
        .withColumn(ORDER, shoppers.order(originals, col(ROW)))
        .withColumn("session", shoppers.session(col(ORDER)))
        .withColumn(CUSTOMER, shoppers.buyer(col(ORDER), col("session")))
        .select(
            OrderIds.of(col(ORDER), ofRows).as(PlacedOrders.ORDER_ID),
            Shoppers.id(col(CUSTOMER)).as(CUSTOMER_ID),
            shoppers.shop(col(ORDER), col(CUSTOMER), col("session")).as(MARKETPLACE_ID),
            timestamp_micros(timeline.micros(col("session")).plus(shoppers.delay(col(ORDER))))
                .as(PlacedOrders.ORDER_TS),
            shoppers.isHottestBuyer(col(CUSTOMER)).as(HOTTEST),
            timeline.isLate(col("session")).as(LATE),
            col(DUPLICATE),
            ofRows.damage(knobs.malformed(), col(ROW)).as(DAMAGE),
            ofRows.notation(col(ORDER)).as(NOTATION));
  }
}
