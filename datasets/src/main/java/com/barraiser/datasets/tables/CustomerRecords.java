package com.barraiser.datasets.tables;

import com.barraiser.datasets.Table;
import org.apache.spark.sql.types.DataTypes;

/** The table {@code customers}: versions of what is known of a customer, late and repeated. */
public final class CustomerRecords {

  /** Identifies the customer; not unique. */
  public static final String CUSTOMER_ID = "customer_id";

  /** The customer's name. */
  public static final String CUSTOMER_NAME = "customer_name";

  /** The segment that the customer belongs to. */
  public static final String SEGMENT = "segment";

  /** The instant of the version, in microseconds. */
  public static final String UPDATED_AT = "updated_at";

  /** The table's definition. */
  public static final Table TABLE =
      Table.named("customers")
          .required(CUSTOMER_ID, DataTypes.LongType)
          .required(CUSTOMER_NAME, DataTypes.StringType)
          .required(SEGMENT, DataTypes.StringType)
          .required(UPDATED_AT, DataTypes.TimestampType)
          .build();

  private CustomerRecords() {}
}
