package com.barraiser.datasets.tables;

import com.barraiser.datasets.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * The table {@code clicks}: one row per click of a customer on a product. Rows come in any order
 * and may repeat.
 */
public final class Clicks {

  /** The product that was clicked. */
  public static final String ASIN = "asin";

  /** The customer who clicked; any 64 bits. */
  public static final String CUSTOMER_ID = "customer_id";

  /** The instant of the click, in microseconds. */
  public static final String TS = "ts";

  /** The table's definition. */
  public static final Table TABLE =
      Table.named("clicks")
          .identifier(ASIN, DataTypes.StringType)
          .required(CUSTOMER_ID, DataTypes.LongType)
          .required(TS, DataTypes.TimestampType)
          .build();

  private Clicks() {}
}
