package com.barraiser.datasets.tables;

import com.barraiser.datasets.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * The table {@code address_changes}: from when on a customer had an address. Rows may be late and
 * repeated; of several for the same customer and instant, the one that was recorded last counts.
 */
public final class AddressChanges {

  /** Whose address it is. */
  public static final String CUSTOMER_ID = "customer_id";

  /** Identifies the address; the same one may come back. */
  public static final String ADDRESS_ID = "address_id";

  /** The address's city. */
  public static final String CITY = "city";

  /** The region that the address lies in. */
  public static final String REGION = "region";

  /** Whether the customer has Prime there. */
  public static final String IS_PRIME = "is_prime";

  /** The instant from which the address holds, in microseconds. */
  public static final String EFFECTIVE_AT = "effective_at";

  /** The instant at which the change was recorded: its version, in microseconds. */
  public static final String RECORDED_AT = "recorded_at";

  /** The table's definition. */
  public static final Table TABLE =
      Table.named("address_changes")
          .required(CUSTOMER_ID, DataTypes.LongType)
          .identifier(ADDRESS_ID, DataTypes.StringType)
          .required(CITY, DataTypes.StringType)
          .identifier(REGION, DataTypes.StringType)
          .required(IS_PRIME, DataTypes.BooleanType)
          .required(EFFECTIVE_AT, DataTypes.TimestampType)
          .required(RECORDED_AT, DataTypes.TimestampType)
          .build();

  private AddressChanges() {}
}
