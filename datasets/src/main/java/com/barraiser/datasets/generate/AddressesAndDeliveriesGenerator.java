package com.barraiser.datasets.generate;

import static com.barraiser.datasets.generate.RowMarks.DAMAGE;
import static com.barraiser.datasets.generate.RowMarks.DUPLICATE;
import static com.barraiser.datasets.generate.RowMarks.HOTTEST;
import static com.barraiser.datasets.generate.RowMarks.LATE;
import static com.barraiser.datasets.generate.RowMarks.NOTATION;
import static com.barraiser.datasets.tables.AddressChanges.ADDRESS_ID;
import static com.barraiser.datasets.tables.AddressChanges.CITY;
import static com.barraiser.datasets.tables.AddressChanges.CUSTOMER_ID;
import static com.barraiser.datasets.tables.AddressChanges.EFFECTIVE_AT;
import static com.barraiser.datasets.tables.AddressChanges.IS_PRIME;
import static com.barraiser.datasets.tables.AddressChanges.RECORDED_AT;
import static com.barraiser.datasets.tables.AddressChanges.REGION;
import static com.barraiser.datasets.tables.DeliveryEvents.DELIVERED_AT;
import static com.barraiser.datasets.tables.DeliveryEvents.DELIVERY_ID;
import static com.barraiser.datasets.tables.DeliveryEvents.PROMISED_AT;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.timestamp_micros;

import com.barraiser.datasets.Format;
import com.barraiser.datasets.generate.BatchTimes.Span;
import com.barraiser.datasets.tables.AddressChanges;
import com.barraiser.datasets.tables.DeliveryEvents;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Generates a batch of {@code address_changes} and {@code delivery_events} for each day, in folders
 * that are named by the day. The first batch has an address for every customer; after that there is
 * a move for every ten deliveries. Repeated rows arrive on any day, even before the row that they
 * repeat; corrections name an earlier change or delivery and are recorded later.
 */
public final class AddressesAndDeliveriesGenerator implements BatchGenerator {

  /** The share of rows that correct an earlier one. */
  public static final Knob UPDATES =
      new Knob("updates", "share of rows that correct an earlier change or delivery", 0, 1, 0);

  private static final String ROW = "row";
  private static final String SOURCE = "source";
  private static final String SUBJECT = "subject";

  @Override
  public List<Knob> knobs() {
    return List.of(UPDATES);
  }

  @Override
  public Manifest write(
      SparkSession spark, Knobs knobs, Format format, int partitions, String folder) {
    BatchTimes days = BatchTimes.every(BatchTimes.HOURS_A_DAY, knobs.days());
    Moves moves = Moves.of(knobs);
    int files = Math.max(1, partitions / knobs.days());
    for (int day = 0; day < knobs.days(); day++) {
      String place = folder + "/" + days.name(day);
      write(spark, moves, days, Span.of(day), format, files, place);
    }
    return manifest(spark, moves, format, partitions);
  }

  @Override
  public Manifest writeHistory(
      SparkSession spark, Knobs knobs, Format format, int partitions, String folder) {
    BatchTimes days = BatchTimes.every(BatchTimes.HOURS_A_DAY, knobs.days());
    Moves moves = Moves.of(knobs);
    write(spark, moves, days, days.history(), format, partitions, folder + "/" + HISTORY);
    write(spark, moves, days, days.last(), format, 1, folder + "/" + LAST_DAY);
    return manifest(spark, moves, format, partitions);
  }

  private void write(
      SparkSession spark,
      Moves moves,
      BatchTimes days,
      Span span,
      Format format,
      int files,
      String place) {
    Dataset<Row> changes = days.rows(spark, moves.moves(), span, files);
    Dataset<Row> first = spark.range(-moves.customers(), 0, 1, files).toDF(ROW);
    Dataset<Row> deliveries = days.rows(spark, moves.knobs().rows(), span, files);
    TableFiles.write(
        AddressChanges.TABLE,
        changes(moves, span.isBeginning() ? first.union(changes) : changes),
        format,
        place);
    TableFiles.write(DeliveryEvents.TABLE, deliveries(moves, deliveries), format, place);
  }

  private Manifest manifest(SparkSession spark, Moves moves, Format format, int partitions) {
    Dataset<Row> allChanges =
        spark.range(-moves.customers(), moves.moves(), 1, partitions).toDF(ROW);
    Dataset<Row> allDeliveries = spark.range(0, moves.knobs().rows(), 1, partitions).toDF(ROW);
    return new Manifest(
        format.key(),
        moves.knobs(),
        Map.of(
            AddressChanges.TABLE.name(), Achievement.of(changes(moves, allChanges)),
            DeliveryEvents.TABLE.name(), Achievement.of(deliveries(moves, allDeliveries))));
  }

  /** The changes of some rows with the columns of the table and how each row came about. */
  Dataset<Row> changes(Moves moves, Dataset<Row> rows) {
    return rows.withColumn(DUPLICATE, moves.isRepeatedChange(col(ROW)))
        .withColumn(SOURCE, moves.changeSource(col(ROW)))
        .withColumn(SUBJECT, moves.changeSubject(col(SOURCE)))
        .withColumn(CUSTOMER_ID, moves.mover(col(SUBJECT)))
        .select(
            Shoppers.id(col(CUSTOMER_ID)).as(CUSTOMER_ID),
            moves.addressId(col(SOURCE)).as(ADDRESS_ID),
            moves.city(col(SOURCE)).as(CITY),
            moves.region(col(SOURCE)).as(REGION),
            moves.isPrime(col(SOURCE)).as(IS_PRIME),
            timestamp_micros(moves.effectiveMicros(col(SUBJECT))).as(EFFECTIVE_AT),
            timestamp_micros(moves.changeRecordedMicros(col(SOURCE))).as(RECORDED_AT),
            col(CUSTOMER_ID).equalTo(0).as(HOTTEST),
            moves.isLateChange(col(SUBJECT)).as(LATE),
            col(DUPLICATE),
            moves.damage(AddressChanges.TABLE, col(ROW)).as(DAMAGE),
            moves.draws(AddressChanges.TABLE).notation(col(SOURCE)).as(NOTATION));
  }

  /** The deliveries of some rows with the columns of the table and how each row came about. */
  Dataset<Row> deliveries(Moves moves, Dataset<Row> rows) {
    return rows.withColumn(DUPLICATE, moves.deliveryRepeats().isRepeat(col(ROW)))
        .withColumn(SOURCE, moves.deliveryRepeats().source(col(ROW)))
        .withColumn(SUBJECT, moves.deliverySubject(col(SOURCE)))
        .withColumn(CUSTOMER_ID, moves.receiver(col(SUBJECT)))
        .select(
            Moves.deliveryId(col(SUBJECT)).as(DELIVERY_ID),
            Shoppers.id(col(CUSTOMER_ID)).as(CUSTOMER_ID),
            timestamp_micros(moves.promisedMicros(col(SUBJECT))).as(PROMISED_AT),
            timestamp_micros(moves.deliveredMicros(col(SUBJECT), col(SOURCE))).as(DELIVERED_AT),
            timestamp_micros(moves.deliveryRecordedMicros(col(SOURCE))).as(RECORDED_AT),
            col(CUSTOMER_ID).equalTo(0).as(HOTTEST),
            moves.isLateDelivery(col(SUBJECT)).as(LATE),
            col(DUPLICATE),
            moves.damage(DeliveryEvents.TABLE, col(ROW)).as(DAMAGE),
            moves.draws(DeliveryEvents.TABLE).notation(col(SOURCE)).as(NOTATION));
  }
}
