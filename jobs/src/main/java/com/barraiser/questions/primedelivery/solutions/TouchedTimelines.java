package com.barraiser.questions.primedelivery.solutions;

import static com.barraiser.datasets.tables.AddressChanges.ADDRESS_ID;
import static com.barraiser.datasets.tables.AddressChanges.CITY;
import static com.barraiser.datasets.tables.AddressChanges.CUSTOMER_ID;
import static com.barraiser.datasets.tables.AddressChanges.IS_PRIME;
import static com.barraiser.datasets.tables.AddressChanges.RECORDED_AT;
import static com.barraiser.datasets.tables.AddressChanges.REGION;
import static com.barraiser.datasets.tables.DeliveryEvents.DELIVERED_AT;
import static com.barraiser.datasets.tables.DeliveryEvents.DELIVERY_ID;
import static com.barraiser.datasets.tables.DeliveryEvents.PROMISED_AT;
import static com.barraiser.questions.primedelivery.PrimeDelivery.ADDRESS_KEY;
import static com.barraiser.questions.primedelivery.PrimeDelivery.DIM_ADDRESS;
import static com.barraiser.questions.primedelivery.PrimeDelivery.FACT_DELIVERY;
import static com.barraiser.questions.primedelivery.PrimeDelivery.IS_CURRENT;
import static com.barraiser.questions.primedelivery.PrimeDelivery.VALID_FROM;
import static com.barraiser.questions.primedelivery.PrimeDelivery.VALID_TO;
import static com.barraiser.questions.primedelivery.StoredTables.PROMISED_DATE;
import static com.barraiser.questions.primedelivery.solutions.DeliveryVersions.KNOWN_DATE;
import static com.barraiser.vocabulary.warehouse.Sides.NEW;
import static com.barraiser.vocabulary.warehouse.Sides.OLD;
import static com.barraiser.vocabulary.warehouse.Sides.assignments;
import static com.barraiser.vocabulary.warehouse.Sides.before;
import static com.barraiser.vocabulary.warehouse.Sides.coming;
import static com.barraiser.vocabulary.warehouse.Sides.same;
import static org.apache.spark.sql.functions.col;

import com.barraiser.datasets.tables.AddressChanges;
import com.barraiser.datasets.tables.DeliveryEvents;
import com.barraiser.questions.primedelivery.StoredTables;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Tables;
import com.barraiser.vocabulary.warehouse.Refresh;
import com.barraiser.vocabulary.warehouse.VersionGuard;
import com.barraiser.vocabulary.warehouse.Warehouse;
import io.delta.tables.DeltaTable;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Computes the intervals of the customers that a batch names anew, and merges the rows that differ:
 * one {@code MERGE} closes, opens, splits and corrects. A second one brings in deliveries, and
 * moves those that were promised within an interval that a change of the batch begins.
 *
 * <p>Which rows are looked at follows from the batch and from what the tables hold, never from what
 * an earlier step of the same run has done; so after a crash the same batch repairs everything. A
 * {@code MERGE} that would change nothing is left out. Deletion vectors mark the rows that are
 * replaced, so that the files around them stay.
 *
 * <p>Shuffles: the named customers' rows by customer, twice. Wins as history grows, since only what
 * is named is written; of the fact two columns are still read whole, of the dimension nearly all
 * columns. Loses to a rebuild where a batch names nearly everybody.
 */
public final class TouchedTimelines implements Refresh {

  /** Columns of an interval that a later row may correct. */
  private static final List<String> INTERVAL =
      List.of(ADDRESS_ID, CITY, REGION, IS_PRIME, RECORDED_AT, VALID_TO, IS_CURRENT);

  private static final List<String> DELIVERY =
      List.of(CUSTOMER_ID, PROMISED_AT, DELIVERED_AT, RECORDED_AT, ADDRESS_KEY, PROMISED_DATE);

  private final Map<String, String> properties;

  /** With deletion vectors. */
  public TouchedTimelines() {
    this(Map.of("delta.enableDeletionVectors", "true"));
  }

  /** With tables that have these properties when they are created. */
  TouchedTimelines(Map<String, String> properties) {
    this.properties = properties;
  }

  @Override
  public String why() {
    return "merges the intervals of the customers that a batch names, and what was promised in"
        + " them";
  }

  @Override
  public void refresh(Warehouse warehouse, Tables batch, Parameters parameters) {
    StoredTables.create(warehouse, properties);
    Dataset<Row> changes = batch.table(AddressChanges.TABLE.name());
    Dataset<Row> deliveries = batch.table(DeliveryEvents.TABLE.name());
    warehouse.change("merge addresses", () -> mergeAddresses(warehouse, changes));
    mergeDeliveriesUntilAddressesStay(warehouse, changes, deliveries);
  }

  private static void mergeAddresses(Warehouse warehouse, Dataset<Row> changes) {
    VersionGuard dimension = VersionGuard.of(warehouse, DIM_ADDRESS);
    unlessEmpty(
        Timelines.differences(dimension.rows(), changes),
        rows -> dimension.merge(table -> mergeAddresses(table, rows)));
  }

  private static Dataset<Row> mergeAddresses(DeltaTable table, Dataset<Row> rows) {
    return table
        .as(OLD)
        .merge(rows.as(NEW), same(List.of(CUSTOMER_ID, VALID_FROM)))
        .whenMatched()
        .update(assignments(INTERVAL))
        .whenNotMatched()
        .insert(assignments(List.of(StoredTables.ADDRESSES.fieldNames())))
        .execute();
  }

  /**
   * A run that changes addresses meanwhile has seen none of these deliveries. If it found no others
   * to move, it wrote nothing that could be in conflict with them; so they look again.
   */
  private static void mergeDeliveriesUntilAddressesStay(
      Warehouse warehouse, Dataset<Row> changes, Dataset<Row> deliveries) {
    long addresses;
    do {
      addresses = warehouse.version(DIM_ADDRESS);
      warehouse.change("merge deliveries", () -> mergeDeliveries(warehouse, changes, deliveries));
    } while (warehouse.version(DIM_ADDRESS) > addresses);
  }

  private static void mergeDeliveries(
      Warehouse warehouse, Dataset<Row> changes, Dataset<Row> deliveries) {
    VersionGuard fact = VersionGuard.of(warehouse, FACT_DELIVERY);
    DeliveryVersions versions = new DeliveryVersions(warehouse.table(DIM_ADDRESS), fact.rows());
    unlessEmpty(
        versions.differences(changes, deliveries),
        rows -> fact.merge(table -> mergeDeliveries(table, rows)));
  }

  /** A delivery lies in the partition where it was found, and in no other. */
  private static Dataset<Row> mergeDeliveries(DeltaTable table, Dataset<Row> rows) {
    Object[] dates =
        rows
            .filter(col(KNOWN_DATE).isNotNull())
            .select(KNOWN_DATE)
            .distinct()
            .collectAsList()
            .stream()
            .map(row -> row.get(0))
            .toArray();
    Column same =
        before(PROMISED_DATE)
            .isin(dates)
            .and(before(PROMISED_DATE).equalTo(coming(KNOWN_DATE)))
            .and(before(DELIVERY_ID).equalTo(coming(DELIVERY_ID)));
    return table
        .as(OLD)
        .merge(rows.as(NEW), same)
        .whenMatched()
        .update(assignments(DELIVERY))
        .whenNotMatched()
        .insert(assignments(List.of(StoredTables.STORED_DELIVERIES.fieldNames())))
        .execute();
  }

  /** Nothing to write is no reason for a commit. */
  private static void unlessEmpty(Dataset<Row> rows, Consumer<Dataset<Row>> write) {
    Dataset<Row> computedOnce = rows.persist();
    try {
      if (!computedOnce.isEmpty()) {
        write.accept(computedOnce);
      }
    } finally {
      computedOnce.unpersist();
    }
  }
}
