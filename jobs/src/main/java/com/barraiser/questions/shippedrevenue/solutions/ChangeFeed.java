package com.barraiser.questions.shippedrevenue.solutions;

import static com.barraiser.datasets.tables.CustomerRecords.CUSTOMER_NAME;
import static com.barraiser.datasets.tables.CustomerRecords.SEGMENT;
import static com.barraiser.datasets.tables.ShippingOrders.ORDER_ID;
import static com.barraiser.datasets.tables.SkuRecords.CATEGORY;
import static com.barraiser.datasets.tables.SkuRecords.SKU_NAME;
import static com.barraiser.questions.shippedrevenue.ShippedRevenue.CUSTOMER_KEYS;
import static com.barraiser.questions.shippedrevenue.ShippedRevenue.DIM_CUSTOMER;
import static com.barraiser.questions.shippedrevenue.ShippedRevenue.DIM_SKU;
import static com.barraiser.questions.shippedrevenue.ShippedRevenue.FACT_ORDER;
import static com.barraiser.questions.shippedrevenue.ShippedRevenue.SHIP_DATE;
import static com.barraiser.questions.shippedrevenue.ShippedRevenue.SKU_KEYS;
import static com.barraiser.questions.shippedrevenue.solutions.OrderVersions.IS_KNOWN;
import static com.barraiser.questions.shippedrevenue.solutions.OrderVersions.KNOWN_DATE;
import static com.barraiser.vocabulary.warehouse.Sides.NEW;
import static com.barraiser.vocabulary.warehouse.Sides.OLD;
import static com.barraiser.vocabulary.warehouse.Sides.assignments;
import static com.barraiser.vocabulary.warehouse.Sides.before;
import static com.barraiser.vocabulary.warehouse.Sides.coming;
import static org.apache.spark.sql.functions.col;

import com.barraiser.datasets.tables.CustomerRecords;
import com.barraiser.datasets.tables.ShippingOrders;
import com.barraiser.datasets.tables.SkuRecords;
import com.barraiser.questions.shippedrevenue.StoredTables;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Tables;
import com.barraiser.vocabulary.warehouse.Refresh;
import com.barraiser.vocabulary.warehouse.VersionGuard;
import com.barraiser.vocabulary.warehouse.Warehouse;
import io.delta.tables.DeltaTable;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Merges members, then orders, and lets the change feed of the orders say which days to add up
 * again.
 *
 * <p>The feed has an order as it was before and as it is after, so both of its days are found. The
 * revenue notes up to which version of the orders it has been computed, in the same commit as its
 * rows; a run that died in between leaves nothing to remember, since the next one reads the feed
 * from there.
 *
 * <p>Shuffles: the batch by id, the partitions in which its orders were found by id, which for
 * orders that ship are all open orders, and the touched days by day. Wins as history grows: what is
 * written follows the batch, and of older days only the ids are read. Loses to a rebuild where an
 * hour touches most days.
 */
public final class ChangeFeed implements Refresh {

  static final Members CUSTOMERS = new Members(CUSTOMER_KEYS, List.of(CUSTOMER_NAME, SEGMENT));

  static final Members SKUS = new Members(SKU_KEYS, List.of(SKU_NAME, CATEGORY));

  private static final Map<String, String> FACT_PROPERTIES =
      Map.of("delta.enableChangeDataFeed", "true", "delta.enableDeletionVectors", "true");

  @Override
  public String why() {
    return "adds up the days that the change feed of the orders names, before and after";
  }

  @Override
  public void refresh(Warehouse warehouse, Tables batch, Parameters parameters) {
    StoredTables.create(warehouse, FACT_PROPERTIES);
    Dataset<Row> orders = batch.table(ShippingOrders.TABLE.name());
    CUSTOMERS.merge(warehouse, batch.table(CustomerRecords.TABLE.name()), orders);
    SKUS.merge(warehouse, batch.table(SkuRecords.TABLE.name()), orders);
    warehouse.change("merge " + FACT_ORDER, () -> mergeOrders(warehouse, orders));
    Revenue.refresh(warehouse);
  }

  private static void mergeOrders(Warehouse warehouse, Dataset<Row> orders) {
    VersionGuard fact = VersionGuard.of(warehouse, FACT_ORDER);
    OrderVersions versions =
        new OrderVersions(warehouse.table(DIM_CUSTOMER), warehouse.table(DIM_SKU), fact.rows());
    Dataset<Row> rows = versions.differences(orders).persist();
    try {
      if (!rows.isEmpty()) {
        fact.merge(table -> merge(table, rows));
      }
    } finally {
      rows.unpersist();
    }
  }

  /** An order lies in the partition where it was found, and in no other. */
  private static Dataset<Row> merge(DeltaTable table, Dataset<Row> rows) {
    Object[] days =
        rows
            .filter(col(KNOWN_DATE).isNotNull())
            .select(KNOWN_DATE)
            .distinct()
            .collectAsList()
            .stream()
            .map(row -> row.get(0))
            .toArray();
    Column inThosePartitions = before(SHIP_DATE).isin(days).or(before(SHIP_DATE).isNull());
    Column same =
        inThosePartitions
            .and(coming(IS_KNOWN))
            .and(before(SHIP_DATE).eqNullSafe(coming(KNOWN_DATE)))
            .and(before(ORDER_ID).equalTo(coming(ORDER_ID)));
    Map<String, Column> all = assignments(List.of(StoredTables.FACT_ORDERS.fieldNames()));
    return table
        .as(OLD)
        .merge(rows.as(NEW), same)
        .whenMatched()
        .update(all)
        .whenNotMatched()
        .insert(all)
        .execute();
  }
}
