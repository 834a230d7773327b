package com.barraiser.questions.primedelivery;

import static com.barraiser.datasets.tables.AddressChanges.ADDRESS_ID;
import static com.barraiser.datasets.tables.AddressChanges.CITY;
import static com.barraiser.datasets.tables.AddressChanges.CUSTOMER_ID;
import static com.barraiser.datasets.tables.AddressChanges.IS_PRIME;
import static com.barraiser.datasets.tables.AddressChanges.REGION;
import static com.barraiser.datasets.tables.DeliveryEvents.DELIVERED_AT;
import static com.barraiser.datasets.tables.DeliveryEvents.DELIVERY_ID;
import static com.barraiser.datasets.tables.DeliveryEvents.PROMISED_AT;

import com.barraiser.datasets.Table;
import com.barraiser.datasets.Tuple;
import com.barraiser.datasets.generate.AddressesAndDeliveriesGenerator;
import com.barraiser.datasets.generate.BatchGenerator;
import com.barraiser.datasets.generate.Knobs;
import com.barraiser.datasets.tables.AddressChanges;
import com.barraiser.datasets.tables.DeliveryEvents;
import com.barraiser.vocabulary.Answer;
import com.barraiser.vocabulary.warehouse.JudgedTable;
import com.barraiser.vocabulary.warehouse.Sequence;
import com.barraiser.vocabulary.warehouse.StatefulQuestion;
import com.barraiser.vocabulary.warehouse.SurrogateKeys;
import com.barraiser.vocabulary.warehouse.WarehouseModel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What share of the deliveries to a region arrived on time, by the address that the customer had
 * when the delivery was promised?
 *
 * <p>Feeds: {@code address_changes} and {@code delivery_events}, both late and repeated. Tables:
 * {@code dim_address}, one row per customer and change, and {@code fact_delivery}, one row per
 * delivery. Answer: {@code on_time_rate}, one row per region and day, the same whatever the order
 * of arrival.
 *
 * <p>The trap: a change that arrives late splits an interval that is closed already, and moves
 * deliveries that were counted elsewhere.
 */
public final class PrimeDelivery implements StatefulQuestion {

  /** The type 2 dimension. */
  public static final String DIM_ADDRESS = "dim_address";

  /** The deliveries with their addresses. */
  public static final String FACT_DELIVERY = "fact_delivery";

  /** The answer, a query over both. */
  public static final String ON_TIME_RATE = "on_time_rate";

  public static final String ADDRESS_KEY = "address_key";
  public static final String VALID_FROM = "valid_from";
  public static final String VALID_TO = "valid_to";
  public static final String IS_CURRENT = "is_current";

  /** In the place of the key in {@link #FACT_DELIVERY}: since when the customer has the address. */
  public static final String ADDRESS_VALID_FROM = "address_valid_from";

  public static final String DELIVERY_DATE = "delivery_date";
  public static final String DELIVERIES = "deliveries";
  public static final String ON_TIME = "on_time";
  public static final String RATE = "rate";

  static final StructType ADDRESS_SCHEMA =
      new StructType()
          .add(CUSTOMER_ID, DataTypes.LongType)
          .add(ADDRESS_ID, DataTypes.StringType)
          .add(CITY, DataTypes.StringType)
          .add(REGION, DataTypes.StringType)
          .add(IS_PRIME, DataTypes.BooleanType)
          .add(VALID_FROM, DataTypes.TimestampType)
          .add(VALID_TO, DataTypes.TimestampType)
          .add(IS_CURRENT, DataTypes.BooleanType);

  static final StructType DELIVERY_SCHEMA =
      new StructType()
          .add(DELIVERY_ID, DataTypes.StringType)
          .add(CUSTOMER_ID, DataTypes.LongType)
          .add(PROMISED_AT, DataTypes.TimestampType)
          .add(DELIVERED_AT, DataTypes.TimestampType)
          .add(ADDRESS_VALID_FROM, DataTypes.TimestampType);

  static final StructType RATE_SCHEMA =
      new StructType()
          .add(REGION, DataTypes.StringType)
          .add(DELIVERY_DATE, DataTypes.DateType)
          .add(DELIVERIES, DataTypes.LongType)
          .add(ON_TIME, DataTypes.LongType)
          .add(RATE, DataTypes.DoubleType);

  /** The keys of {@link #DIM_ADDRESS}. */
  public static final SurrogateKeys KEYS =
      new SurrogateKeys(DIM_ADDRESS, ADDRESS_KEY, List.of(CUSTOMER_ID, VALID_FROM));

  static final List<String> ADDRESS_COLUMNS = List.of(ADDRESS_SCHEMA.fieldNames());
  static final List<String> DELIVERY_COLUMNS = List.of(DELIVERY_SCHEMA.fieldNames());
  static final List<String> RATE_COLUMNS = List.of(RATE_SCHEMA.fieldNames());

  @Override
  public String name() {
    return "prime-delivery";
  }

  @Override
  public String title() {
    return "on-time rate over addresses that change";
  }

  @Override
  public List<Table> feeds() {
    return List.of(AddressChanges.TABLE, DeliveryEvents.TABLE);
  }

  @Override
  public List<JudgedTable> tables() {
    return List.of(
        JudgedTable.stored(DIM_ADDRESS, answer(ADDRESS_SCHEMA, List.of(CUSTOMER_ID, VALID_FROM))),
        new JudgedTable(
            FACT_DELIVERY,
            answer(DELIVERY_SCHEMA, List.of(DELIVERY_ID)),
            DeliveryQueries::resolvedDeliveries),
        new JudgedTable(
            ON_TIME_RATE,
            answer(RATE_SCHEMA, List.of(REGION, DELIVERY_DATE)),
            DeliveryQueries::onTimeRate));
  }

  private static Answer answer(StructType schema, List<String> key) {
    return new Answer(schema, key, Answer.Order.ANY);
  }

  @Override
  public List<SurrogateKeys> surrogateKeys() {
    return List.of(KEYS);
  }

  @Override
  public String recommended() {
    return "touched-timelines";
  }

  @Override
  public WarehouseModel model() {
    return new PrimeDeliveryModel();
  }

  @Override
  public BatchGenerator generator() {
    return new AddressesAndDeliveriesGenerator();
  }

  /** Every batch is a run of its own, with two commits. */
  @Override
  public Knobs sample() {
    return new Knobs(2_000, 1, 0.5, 0.02, 0.01, 0.002, 4);
  }

  @Override
  public Sequence example() {
    return PrimeDeliverySequences.EXAMPLE;
  }

  @Override
  public Map<String, List<Tuple>> exampleTables() {
    return PrimeDeliverySequences.exampleTables();
  }

  @Override
  public List<Sequence> sequences() {
    return PrimeDeliverySequences.all();
  }

  @Override
  public Set<String> namespacedColumns() {
    return Set.of(CUSTOMER_ID, REGION, DELIVERY_ID);
  }

  @Override
  public Sequence generatedSequence(long seed) {
    return GeneratedMoves.generated(seed);
  }
}
