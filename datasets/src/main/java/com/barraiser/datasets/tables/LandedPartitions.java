package com.barraiser.datasets.tables;

import com.barraiser.datasets.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * The table {@code landed_partitions}: what a load found in the partitions of the landing zone
 * beside the rows that it accepted.
 */
public final class LandedPartitions {

  /** The business day; the same as in {@link OrderLines}. */
  public static final String EVENT_DATE = OrderLines.EVENT_DATE;

  /** The marketplace; the same as in {@link OrderLines}. */
  public static final String MARKETPLACE_ID = OrderLines.MARKETPLACE_ID;

  /** How many rows of all files of the partition were rejected. */
  public static final String REJECTED_ROWS = "rejected_rows";

  /** When the partition was loaded. */
  public static final String LOADED_AT = "loaded_at";

  /** The table's definition. */
  public static final Table TABLE =
      Table.named("landed_partitions")
          .required(EVENT_DATE, DataTypes.DateType)
          .identifier(MARKETPLACE_ID, DataTypes.StringType)
          .required(REJECTED_ROWS, DataTypes.LongType)
          .required(LOADED_AT, DataTypes.TimestampType)
          .build();

  private LandedPartitions() {}
}
