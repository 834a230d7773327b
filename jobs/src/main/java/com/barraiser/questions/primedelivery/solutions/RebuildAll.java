package com.barraiser.questions.primedelivery.solutions;

import static com.barraiser.questions.primedelivery.PrimeDelivery.DIM_ADDRESS;
import static com.barraiser.questions.primedelivery.PrimeDelivery.FACT_DELIVERY;

import com.barraiser.datasets.tables.AddressChanges;
import com.barraiser.datasets.tables.DeliveryEvents;
import com.barraiser.questions.primedelivery.StoredTables;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Tables;
import com.barraiser.vocabulary.warehouse.Refresh;
import com.barraiser.vocabulary.warehouse.VersionGuard;
import com.barraiser.vocabulary.warehouse.Warehouse;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The obvious way: computes all intervals and all deliveries anew, and overwrites both tables. Only
 * the keys are taken over.
 *
 * <p>Shuffles: every row of both tables. Wins where a batch touches nearly everything, such as a
 * first load of years. Loses with every day of history: a batch of one row costs as much as all.
 */
public final class RebuildAll implements Refresh {

  @Override
  public String why() {
    return "computes both tables anew from all that is known and arrives";
  }

  @Override
  public void refresh(Warehouse warehouse, Tables batch, Parameters parameters) {
    StoredTables.create(warehouse, Map.of());
    Dataset<Row> changes = batch.table(AddressChanges.TABLE.name());
    Dataset<Row> deliveries = batch.table(DeliveryEvents.TABLE.name());
    warehouse.change("rebuild addresses", () -> rebuildAddresses(warehouse, changes));
    warehouse.change("rebuild deliveries", () -> rebuildDeliveries(warehouse, deliveries));
  }

  private static void rebuildAddresses(Warehouse warehouse, Dataset<Row> changes) {
    VersionGuard dimension = VersionGuard.of(warehouse, DIM_ADDRESS);
    dimension.overwrite(Timelines.all(dimension.rows(), changes));
  }

  private static void rebuildDeliveries(Warehouse warehouse, Dataset<Row> deliveries) {
    VersionGuard fact = VersionGuard.of(warehouse, FACT_DELIVERY);
    DeliveryVersions versions = new DeliveryVersions(warehouse.table(DIM_ADDRESS), fact.rows());
    fact.overwrite(versions.all(deliveries));
  }
}
