package com.barraiser.questions.shippedrevenue.solutions;

import static com.barraiser.questions.shippedrevenue.ShippedRevenue.DIM_CUSTOMER;
import static com.barraiser.questions.shippedrevenue.ShippedRevenue.DIM_SKU;
import static com.barraiser.questions.shippedrevenue.ShippedRevenue.FACT_ORDER;
import static com.barraiser.questions.shippedrevenue.ShippedRevenue.SHIPPED_REVENUE;

import com.barraiser.datasets.tables.CustomerRecords;
import com.barraiser.datasets.tables.ShippingOrders;
import com.barraiser.datasets.tables.SkuRecords;
import com.barraiser.questions.shippedrevenue.StoredTables;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Tables;
import com.barraiser.vocabulary.warehouse.Refresh;
import com.barraiser.vocabulary.warehouse.VersionGuard;
import com.barraiser.vocabulary.warehouse.Warehouse;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The obvious way: members are merged, since their keys must stay, and the orders and the revenue
 * of all days are computed anew and overwritten.
 *
 * <p>Shuffles: every order by id, and by day. Wins where an hour touches most days, as a first load
 * does. Loses with every day of history: an hour of one order costs as much as all.
 */
public final class RebuildAll implements Refresh {

  @Override
  public String why() {
    return "computes orders and revenue anew from all that is known and arrives";
  }

  @Override
  public void refresh(Warehouse warehouse, Tables batch, Parameters parameters) {
    StoredTables.create(warehouse, Map.of());
    Dataset<Row> orders = batch.table(ShippingOrders.TABLE.name());
    ChangeFeed.CUSTOMERS.merge(warehouse, batch.table(CustomerRecords.TABLE.name()), orders);
    ChangeFeed.SKUS.merge(warehouse, batch.table(SkuRecords.TABLE.name()), orders);
    warehouse.change("rebuild " + FACT_ORDER, () -> rebuildOrders(warehouse, orders));
    warehouse.change("rebuild " + SHIPPED_REVENUE, () -> rebuildRevenue(warehouse));
  }

  private static void rebuildOrders(Warehouse warehouse, Dataset<Row> orders) {
    VersionGuard fact = VersionGuard.of(warehouse, FACT_ORDER);
    OrderVersions versions =
        new OrderVersions(warehouse.table(DIM_CUSTOMER), warehouse.table(DIM_SKU), fact.rows());
    fact.overwrite(versions.all(orders));
  }

  private static void rebuildRevenue(Warehouse warehouse) {
    VersionGuard revenue = VersionGuard.of(warehouse, SHIPPED_REVENUE);
    revenue.overwrite(Revenue.perDay(warehouse.table(FACT_ORDER)));
  }
}
