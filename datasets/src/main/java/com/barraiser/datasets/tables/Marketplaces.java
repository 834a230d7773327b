package com.barraiser.datasets.tables;

import com.barraiser.datasets.Table;
import org.apache.spark.sql.types.DataTypes;

/** The table {@code marketplaces}: one row per marketplace, whether it has revenue or not. */
public final class Marketplaces {

  /** Identifies the marketplace, any text that is not empty; unique. */
  public static final String MARKETPLACE_ID = "marketplace_id";

  /** The marketplace's name for people. */
  public static final String MARKETPLACE_NAME = "marketplace_name";

  /** The table's definition. */
  public static final Table TABLE =
      Table.named("marketplaces")
          .identifier(MARKETPLACE_ID, DataTypes.StringType)
          .required(MARKETPLACE_NAME, DataTypes.StringType)
          .build();

  private Marketplaces() {}
}
