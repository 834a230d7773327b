package com.barraiser.datasets.tables;

import com.barraiser.datasets.Table;
import org.apache.spark.sql.types.DataTypes;

/** The table {@code sessions}: one row per visit of a customer to a marketplace, in any order. */
public final class Sessions {

  /** Identifies the session; unique. */
  public static final String SESSION_ID = "session_id";

  /** The customer, any 64-bit number. */
  public static final String CUSTOMER_ID = "customer_id";

  /** The marketplace that the customer visited, any text that is not empty. */
  public static final String MARKETPLACE_ID = "marketplace_id";

  /** The instant at which the session began, in microseconds. */
  public static final String SESSION_TS = "session_ts";

  /** The table's definition. */
  public static final Table TABLE =
      Table.named("sessions")
          .identifier(SESSION_ID, DataTypes.StringType)
          .required(CUSTOMER_ID, DataTypes.LongType)
          .identifier(MARKETPLACE_ID, DataTypes.StringType)
          .required(SESSION_TS, DataTypes.TimestampType)
          .build();

  private Sessions() {}
}
