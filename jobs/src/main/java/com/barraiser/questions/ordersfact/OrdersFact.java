package com.barraiser.questions.ordersfact;

import com.barraiser.datasets.Table;
import com.barraiser.datasets.Tuple;
import com.barraiser.datasets.generate.BatchGenerator;
import com.barraiser.datasets.generate.LandingGenerator;
import com.barraiser.datasets.tables.ExpectedPartitions;
import com.barraiser.datasets.tables.LandedPartitions;
import com.barraiser.datasets.tables.OrderLines;
import com.barraiser.vocabulary.Answer;
import com.barraiser.vocabulary.Parameter;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.warehouse.Deadline;
import com.barraiser.vocabulary.warehouse.Intake;
import com.barraiser.vocabulary.warehouse.JudgedTable;
import com.barraiser.vocabulary.warehouse.Sequence;
import com.barraiser.vocabulary.warehouse.StatefulQuestion;
import com.barraiser.vocabulary.warehouse.WarehouseModel;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * How does a daily fact of order lines stay right while updates come late, files come twice and
 * runs crash?
 *
 * <p>Feeds: {@code order_lines}, {@code landed_partitions} and {@code expected_partitions}. Tables:
 * {@code fact_order_line}, one row per order line, {@code load_control}, one row per partition, and
 * {@code daily_gms}, one row per partition with lines; a partition is a day of a marketplace.
 *
 * <p>The trap: what arrives last is not what is newest; a file that lands twice makes an incomplete
 * day look complete; a newer version of a line may lie in another partition than the older one,
 * which must go; and a run may end between any two of its commits.
 */
public final class OrdersFact implements StatefulQuestion {

  /** The fact's table. */
  public static final String FACT = "fact_order_line";

  /** The table that says how complete each partition is. */
  public static final String CONTROL = "load_control";

  /** The table for reports. */
  public static final String GMS_TABLE = "daily_gms";

  /** The day that a run is for. */
  public static final String DATE = "date";

  /** How many days before that day a run looks at. */
  public static final String BACKFILL_DAYS = "backfill-days";

  /** How long a run may take. */
  public static final String DEADLINE = "deadline";

  public static final String EXPECTED_ROWS = ExpectedPartitions.EXPECTED_ROWS;
  public static final String LANDED_ROWS = "landed_rows";
  public static final String REJECTED_ROWS = LandedPartitions.REJECTED_ROWS;
  public static final String STATUS = "status";
  public static final String FIRST_LOADED_AT = "first_loaded_at";
  public static final String LAST_LOADED_AT = "last_loaded_at";

  /** All lines that are expected have landed. */
  public static final String COMPLETE = "COMPLETE";

  /** Lines have landed, but fewer than are expected, or nobody has said how many are. */
  public static final String INCOMPLETE = "INCOMPLETE";

  /** No line has landed. */
  public static final String MISSING = "MISSING";

  public static final String GMS = "gms";
  public static final String UNITS = "units";
  public static final String IS_COMPLETE = "is_complete";

  /** The columns that make a partition. */
  public static final List<String> PARTITION =
      List.of(OrderLines.EVENT_DATE, OrderLines.MARKETPLACE_ID);

  /** The schema of {@link #FACT}. */
  public static final StructType FACT_SCHEMA =
      new StructType()
          .add(OrderLines.EVENT_DATE, DataTypes.DateType)
          .add(OrderLines.MARKETPLACE_ID, DataTypes.StringType)
          .add(OrderLines.ORDER_ID, DataTypes.StringType)
          .add(OrderLines.LINE_ID, DataTypes.IntegerType)
          .add(OrderLines.CUSTOMER_ID, DataTypes.LongType)
          .add(OrderLines.ASIN, DataTypes.StringType)
          .add(OrderLines.QTY, DataTypes.IntegerType)
          .add(OrderLines.ITEM_PRICE, DataTypes.createDecimalType(18, 2))
          .add(OrderLines.DISCOUNT, DataTypes.createDecimalType(18, 2))
          .add(OrderLines.ORDER_STATUS, DataTypes.StringType)
          .add(OrderLines.ORDER_TS, DataTypes.TimestampType)
          .add(OrderLines.UPDATED_AT, DataTypes.TimestampType);

  /** The schema of {@link #CONTROL}. */
  public static final StructType CONTROL_SCHEMA =
      new StructType()
          .add(OrderLines.EVENT_DATE, DataTypes.DateType)
          .add(OrderLines.MARKETPLACE_ID, DataTypes.StringType)
          .add(EXPECTED_ROWS, DataTypes.LongType)
          .add(LANDED_ROWS, DataTypes.LongType)
          .add(REJECTED_ROWS, DataTypes.LongType)
          .add(STATUS, DataTypes.StringType)
          .add(FIRST_LOADED_AT, DataTypes.TimestampType)
          .add(LAST_LOADED_AT, DataTypes.TimestampType);

  /** The schema of {@link #GMS_TABLE}. */
  public static final StructType GMS_SCHEMA =
      new StructType()
          .add(OrderLines.EVENT_DATE, DataTypes.DateType)
          .add(OrderLines.MARKETPLACE_ID, DataTypes.StringType)
          .add(GMS, DataTypes.createDecimalType(28, 2))
          .add(UNITS, DataTypes.LongType)
          .add(IS_COMPLETE, DataTypes.BooleanType);

  /** About which share of a run is done after its commits, whatever the refresh. */
  private static final Map<String, Double> DONE_AFTER =
      Map.of("merge " + FACT, 0.6, "merge " + CONTROL, 0.8, "merge " + GMS_TABLE, 0.9);

  private static final List<String> FACT_KEY = List.of(OrderLines.ORDER_ID, OrderLines.LINE_ID);

  @Override
  public String name() {
    return "orders-fact";
  }

  @Override
  public String title() {
    return "a daily orders fact with late updates, safe reruns and a completeness check";
  }

  @Override
  public List<Table> feeds() {
    return List.of(OrderLines.TABLE, LandedPartitions.TABLE, ExpectedPartitions.TABLE);
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.date(
            DATE,
            "the day that the run is for; default: the latest day that has landed",
            feeds -> feeds.latestDate(LandedPartitions.TABLE.name(), LandedPartitions.EVENT_DATE)),
        Parameter.integer(
            BACKFILL_DAYS, "how many days before that day are looked at; default: 3", 0, 3),
        Parameter.duration(
            DEADLINE, "how long the run may take; default: 2h", Duration.ofHours(2)));
  }

  @Override
  public List<JudgedTable> tables() {
    return List.of(
        JudgedTable.stored(FACT, new Answer(FACT_SCHEMA, FACT_KEY, Answer.Order.ANY)),
        JudgedTable.stored(CONTROL, new Answer(CONTROL_SCHEMA, PARTITION, Answer.Order.ANY)),
        JudgedTable.stored(GMS_TABLE, new Answer(GMS_SCHEMA, PARTITION, Answer.Order.ANY)));
  }

  @Override
  public String recommended() {
    return "merge-newer";
  }

  @Override
  public WarehouseModel model() {
    return new OrdersFactModel();
  }

  @Override
  public Intake intake() {
    return new LandingZone(this);
  }

  @Override
  public Optional<Deadline> deadline(Parameters parameters, Clock clock, Deadline.Voice voice) {
    return Optional.of(new Deadline(parameters.duration(DEADLINE), DONE_AFTER, clock, voice));
  }

  @Override
  public BatchGenerator generator() {
    return new LandingGenerator();
  }

  @Override
  public Sequence example() {
    return OrdersFactSequences.EXAMPLE;
  }

  @Override
  public Map<String, List<Tuple>> exampleTables() {
    return ExampleTables.afterBothBatches();
  }

  @Override
  public List<Sequence> sequences() {
    return OrdersFactSequences.all();
  }

  @Override
  public Set<String> namespacedColumns() {
    return Set.of(OrderLines.ORDER_ID, OrderLines.MARKETPLACE_ID);
  }

  @Override
  public Sequence generatedSequence(long seed) {
    return GeneratedBatches.sequence(seed);
  }
}
