package com.barraiser.questions.shippedrevenue;

import static com.barraiser.datasets.tables.CustomerRecords.CUSTOMER_ID;
import static com.barraiser.datasets.tables.CustomerRecords.CUSTOMER_NAME;
import static com.barraiser.datasets.tables.CustomerRecords.SEGMENT;
import static com.barraiser.datasets.tables.ShippingOrders.ORDER_ID;
import static com.barraiser.datasets.tables.ShippingOrders.ORDER_TS;
import static com.barraiser.datasets.tables.ShippingOrders.PRICE;
import static com.barraiser.datasets.tables.ShippingOrders.SHIP_TS;
import static com.barraiser.datasets.tables.SkuRecords.CATEGORY;
import static com.barraiser.datasets.tables.SkuRecords.SKU_ID;
import static com.barraiser.datasets.tables.SkuRecords.SKU_NAME;

import com.barraiser.datasets.Table;
import com.barraiser.datasets.Tuple;
import com.barraiser.datasets.generate.BatchGenerator;
import com.barraiser.datasets.generate.HourlyOrdersGenerator;
import com.barraiser.datasets.generate.Knobs;
import com.barraiser.datasets.tables.CustomerRecords;
import com.barraiser.datasets.tables.ShippingOrders;
import com.barraiser.datasets.tables.SkuRecords;
import com.barraiser.vocabulary.Answer;
import com.barraiser.vocabulary.Parameter;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.warehouse.JudgedTable;
import com.barraiser.vocabulary.warehouse.Maintenance;
import com.barraiser.vocabulary.warehouse.Sequence;
import com.barraiser.vocabulary.warehouse.StatefulQuestion;
import com.barraiser.vocabulary.warehouse.SurrogateKeys;
import com.barraiser.vocabulary.warehouse.Warehouse;
import com.barraiser.vocabulary.warehouse.WarehouseModel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What was shipped each day, kept up to date by the hour?
 *
 * <p>Feeds: versions of {@code orders}, {@code customers} and {@code skus}. Tables: {@code
 * dim_customer} and {@code dim_sku}, one row per member, {@code fact_order}, one row per order, and
 * {@code shipped_revenue}, one row per day with a shipped order.
 *
 * <p>The trap: an order whose time of shipping moves changes two days, and the day that it leaves
 * can be told from the fact only until the fact has been changed.
 */
public final class ShippedRevenue implements StatefulQuestion {

  /** The customers, those that only an order has named among them. */
  public static final String DIM_CUSTOMER = "dim_customer";

  /** The products, those that only an order has named among them. */
  public static final String DIM_SKU = "dim_sku";

  /** The orders in their latest version. */
  public static final String FACT_ORDER = "fact_order";

  /** What was shipped each day. */
  public static final String SHIPPED_REVENUE = "shipped_revenue";

  public static final String CUSTOMER_KEY = "customer_key";
  public static final String SKU_KEY = "sku_key";

  /** Whether only an order has named the member: its other columns are null. */
  public static final String IS_INFERRED = "is_inferred";

  public static final String SHIP_DATE = "ship_date";
  public static final String REVENUE = "revenue";
  public static final String ORDERS = "orders";

  /** The keys of {@link #DIM_CUSTOMER}. */
  public static final SurrogateKeys CUSTOMER_KEYS =
      new SurrogateKeys(DIM_CUSTOMER, CUSTOMER_KEY, List.of(CUSTOMER_ID));

  /** The keys of {@link #DIM_SKU}. */
  public static final SurrogateKeys SKU_KEYS = new SurrogateKeys(DIM_SKU, SKU_KEY, List.of(SKU_ID));

  private static final String SMALL_FILES = "small-files";
  private static final String RETENTION = "retention";

  static final StructType CUSTOMER_SCHEMA =
      new StructType()
          .add(CUSTOMER_ID, DataTypes.LongType)
          .add(CUSTOMER_NAME, DataTypes.StringType)
          .add(SEGMENT, DataTypes.StringType)
          .add(IS_INFERRED, DataTypes.BooleanType);

  static final StructType SKU_SCHEMA =
      new StructType()
          .add(SKU_ID, DataTypes.StringType)
          .add(SKU_NAME, DataTypes.StringType)
          .add(CATEGORY, DataTypes.StringType)
          .add(IS_INFERRED, DataTypes.BooleanType);

  static final StructType ORDER_SCHEMA =
      new StructType()
          .add(ORDER_ID, DataTypes.StringType)
          .add(CUSTOMER_ID, DataTypes.LongType)
          .add(SKU_ID, DataTypes.StringType)
          .add(ORDER_TS, DataTypes.TimestampType)
          .add(SHIP_TS, DataTypes.TimestampType)
          .add(PRICE, DataTypes.createDecimalType(18, 2));

  /** The columns of {@code shipped_revenue}. */
  public static final StructType REVENUE_SCHEMA =
      new StructType()
          .add(SHIP_DATE, DataTypes.DateType)
          .add(REVENUE, DataTypes.createDecimalType(28, 2))
          .add(ORDERS, DataTypes.LongType);

  static final List<String> CUSTOMER_COLUMNS = List.of(CUSTOMER_SCHEMA.fieldNames());
  static final List<String> SKU_COLUMNS = List.of(SKU_SCHEMA.fieldNames());
  static final List<String> ORDER_COLUMNS = List.of(ORDER_SCHEMA.fieldNames());
  static final List<String> REVENUE_COLUMNS = List.of(REVENUE_SCHEMA.fieldNames());

  @Override
  public String name() {
    return "shipped-revenue";
  }

  @Override
  public String title() {
    return "hourly refresh with ship dates that arrive late";
  }

  @Override
  public List<Table> feeds() {
    return List.of(ShippingOrders.TABLE, CustomerRecords.TABLE, SkuRecords.TABLE);
  }

  @Override
  public List<JudgedTable> tables() {
    return List.of(
        JudgedTable.stored(DIM_CUSTOMER, answer(CUSTOMER_SCHEMA, CUSTOMER_ID)),
        JudgedTable.stored(DIM_SKU, answer(SKU_SCHEMA, SKU_ID)),
        new JudgedTable(FACT_ORDER, answer(ORDER_SCHEMA, ORDER_ID), OrderQueries::resolvedOrders),
        JudgedTable.stored(SHIPPED_REVENUE, answer(REVENUE_SCHEMA, SHIP_DATE)));
  }

  private static Answer answer(StructType schema, String key) {
    return new Answer(schema, List.of(key), Answer.Order.ANY);
  }

  @Override
  public List<SurrogateKeys> surrogateKeys() {
    return List.of(CUSTOMER_KEYS, SKU_KEYS);
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.integer(
            SMALL_FILES, "a table with more small files is compacted; default 50", 1, 50),
        Parameter.days(
            RETENTION,
            "for how long old versions can be read, once in which a table is vacuumed; default 7d",
            Maintenance.LEAST_DAYS,
            Duration.ofDays(7)));
  }

  @Override
  public List<String> maintain(Warehouse warehouse, Parameters parameters) {
    return new Maintenance(parameters.integer(SMALL_FILES), parameters.duration(RETENTION))
        .apply(
            warehouse, List.of(DIM_CUSTOMER, DIM_SKU, FACT_ORDER, SHIPPED_REVENUE), Instant.now());
  }

  @Override
  public String recommended() {
    return "change-feed";
  }

  @Override
  public WarehouseModel model() {
    return new ShippedRevenueModel();
  }

  @Override
  public BatchGenerator generator() {
    return new HourlyOrdersGenerator();
  }

  /** Every batch is a run of its own, with up to four commits. */
  @Override
  public Knobs sample() {
    return new Knobs(
        2_000, 1, 0.5, 0.02, 0.01, 0.002, 2, Map.of(HourlyOrdersGenerator.HOURS.name(), 12.0));
  }

  @Override
  public Sequence example() {
    return ShippedRevenueSequences.EXAMPLE;
  }

  @Override
  public Map<String, List<Tuple>> exampleTables() {
    return ShippedRevenueSequences.exampleTables();
  }

  @Override
  public List<Sequence> sequences() {
    return ShippedRevenueSequences.all();
  }

  @Override
  public Set<String> namespacedColumns() {
    return Set.of(ORDER_ID, CUSTOMER_ID, SKU_ID, ORDER_TS, SHIP_TS);
  }

  @Override
  public Sequence generatedSequence(long seed) {
    return GeneratedHours.generated(seed);
  }
}
