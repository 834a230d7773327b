package com.barraiser.questions.primedelivery;

import static com.barraiser.datasets.tables.AddressChanges.CUSTOMER_ID;
import static com.barraiser.questions.primedelivery.PrimeDelivery.ADDRESS_KEY;
import static com.barraiser.questions.primedelivery.PrimeDelivery.DIM_ADDRESS;
import static com.barraiser.questions.primedelivery.PrimeDelivery.VALID_FROM;
import static org.apache.spark.sql.functions.col;

import com.barraiser.vocabulary.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What must hold of the surrogate keys; that intervals do not overlap follows from the model. */
final class AddressInvariants {

  /** So many versions back a change of keys is looked for. */
  private static final long VERSIONS = 4;

  private AddressInvariants() {}

  static List<String> broken(Warehouse warehouse) {
    List<String> broken = new ArrayList<>();
    Dataset<Row> now = keys(warehouse, warehouse.version(DIM_ADDRESS));
    if (!now.filter(col(ADDRESS_KEY).isNull()).isEmpty()) {
      broken.add("dim_address has rows without an address_key");
    }
    if (now.select(ADDRESS_KEY).distinct().count() < now.count()) {
      broken.add("dim_address has an address_key twice");
    }
    if (!twoKeys(warehouse).isEmpty()) {
      broken.add("dim_address has given an address another address_key than it had before");
    }
    return broken;
  }

  private static Dataset<Row> twoKeys(Warehouse warehouse) {
    long newest = warehouse.version(DIM_ADDRESS);
    return LongStream.rangeClosed(Math.max(0, newest - VERSIONS), newest)
        .mapToObj(version -> keys(warehouse, version))
        .reduce(Dataset::union)
        .orElseThrow()
        .distinct()
        .groupBy(CUSTOMER_ID, VALID_FROM)
        .count()
        .filter(col("count").gt(1));
  }

  private static Dataset<Row> keys(Warehouse warehouse, long version) {
    return warehouse
        .spark()
        .read()
        .format("delta")
        .option("versionAsOf", version)
        .load(warehouse.path(DIM_ADDRESS))
        .select(ADDRESS_KEY, CUSTOMER_ID, VALID_FROM);
  }
}
