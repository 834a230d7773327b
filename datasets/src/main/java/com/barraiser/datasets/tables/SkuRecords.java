package com.barraiser.datasets.tables;

import com.barraiser.datasets.Table;
import org.apache.spark.sql.types.DataTypes;

/** The table {@code skus}: versions of what is known of a product, late and repeated. */
public final class SkuRecords {

  /** Identifies the product; not unique. */
  public static final String SKU_ID = "sku_id";

  /** The product's name. */
  public static final String SKU_NAME = "sku_name";

  /** The category that the product belongs to. */
  public static final String CATEGORY = "category";

  /** The instant of the version, in microseconds. */
  public static final String UPDATED_AT = CustomerRecords.UPDATED_AT;

  /** The table's definition. */
  public static final Table TABLE =
      Table.named("skus")
          .identifier(SKU_ID, DataTypes.StringType)
          .required(SKU_NAME, DataTypes.StringType)
          .required(CATEGORY, DataTypes.StringType)
          .required(UPDATED_AT, DataTypes.TimestampType)
          .build();

  private SkuRecords() {}
}
