package com.barraiser.questions.shippedrevenue;

import static com.barraiser.datasets.tables.CustomerRecords.UPDATED_AT;
import static com.barraiser.datasets.tables.ShippingOrders.ORDER_ID;
import static com.barraiser.datasets.tables.ShippingOrders.ORDER_TS;
import static com.barraiser.datasets.tables.ShippingOrders.PRICE;
import static com.barraiser.datasets.tables.ShippingOrders.SHIP_TS;
import static com.barraiser.questions.shippedrevenue.ShippedRevenue.CUSTOMER_KEY;
import static com.barraiser.questions.shippedrevenue.ShippedRevenue.DIM_CUSTOMER;
import static com.barraiser.questions.shippedrevenue.ShippedRevenue.DIM_SKU;
import static com.barraiser.questions.shippedrevenue.ShippedRevenue.FACT_ORDER;
import static com.barraiser.questions.shippedrevenue.ShippedRevenue.SHIPPED_REVENUE;
import static com.barraiser.questions.shippedrevenue.ShippedRevenue.SHIP_DATE;
import static com.barraiser.questions.shippedrevenue.ShippedRevenue.SKU_KEY;

import com.barraiser.vocabulary.warehouse.Warehouse;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The tables as they are stored: with keys, and with the version of every row. */
public final class StoredTables {

  /** The columns of {@code dim_customer}. */
  public static final StructType CUSTOMERS = member(CUSTOMER_KEY, ShippedRevenue.CUSTOMER_SCHEMA);

  /** The columns of {@code dim_sku}. */
  public static final StructType SKUS = member(SKU_KEY, ShippedRevenue.SKU_SCHEMA);

  /**
   * The columns of {@code fact_order}; orders that are not shipped have a partition of their own.
   */
  public static final StructType FACT_ORDERS =
      new StructType()
          .add(ORDER_ID, DataTypes.StringType)
          .add(CUSTOMER_KEY, DataTypes.LongType)
          .add(SKU_KEY, DataTypes.LongType)
          .add(ORDER_TS, DataTypes.TimestampType)
          .add(SHIP_TS, DataTypes.TimestampType)
          .add(PRICE, DataTypes.createDecimalType(18, 2))
          .add(UPDATED_AT, DataTypes.TimestampType)
          .add(SHIP_DATE, DataTypes.DateType);

  private StoredTables() {}

  /** Creates all tables unless they exist. */
  public static void create(Warehouse warehouse, Map<String, String> factProperties) {
    warehouse.create(DIM_CUSTOMER, CUSTOMERS, List.of(), Map.of());
    warehouse.create(DIM_SKU, SKUS, List.of(), Map.of());
    warehouse.create(FACT_ORDER, FACT_ORDERS, List.of(SHIP_DATE), factProperties);
    warehouse.create(SHIPPED_REVENUE, ShippedRevenue.REVENUE_SCHEMA, List.of(), Map.of());
  }

  private static StructType member(String key, StructType columns) {
    StructType all = new StructType().add(key, DataTypes.LongType);
    for (StructField column : columns.fields()) {
      all = all.add(column);
    }
    return all.add(UPDATED_AT, DataTypes.TimestampType);
  }
}
