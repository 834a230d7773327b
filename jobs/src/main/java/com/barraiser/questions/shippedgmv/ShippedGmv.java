package com.barraiser.questions.shippedgmv;

import com.barraiser.datasets.Table;
import com.barraiser.datasets.Tuple;
import com.barraiser.datasets.generate.Generator;
import com.barraiser.datasets.generate.ShipmentsGenerator;
import com.barraiser.datasets.tables.OrderTotals;
import com.barraiser.datasets.tables.ShipmentEvents;
import com.barraiser.datasets.tables.Shipments;
import com.barraiser.vocabulary.Answer;
import com.barraiser.vocabulary.Case;
import com.barraiser.vocabulary.Model;
import com.barraiser.vocabulary.Question;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What are the orders worth that were shipped each day?
 *
 * <p>Inputs: {@code orders}, {@code shipments} and {@code shipment_events}. Answer: one row per UTC
 * day with a shipped order: how many orders' earliest counting shipment left that day, and their
 * totals together.
 *
 * <p>The trap: a join of orders with shipments and events repeats an order's total for every parcel
 * and every message about it.
 */
public final class ShippedGmv implements Question {

  public static final String SHIP_DATE = "ship_date";
  public static final String ORDERS_SHIPPED = "orders_shipped";
  public static final String GMV = "gmv";

  private static final StructType SCHEMA =
      new StructType()
          .add(SHIP_DATE, DataTypes.DateType)
          .add(ORDERS_SHIPPED, DataTypes.LongType)
          .add(GMV, DataTypes.createDecimalType(28, 2));

  /** The answer's columns, in order. */
  static final List<String> COLUMNS = List.of(SCHEMA.fieldNames());

  @Override
  public String name() {
    return "shipped-gmv";
  }

  @Override
  public String title() {
    return "daily shipped revenue without join fan-out";
  }

  @Override
  public List<Table> tables() {
    return List.of(OrderTotals.TABLE, Shipments.TABLE, ShipmentEvents.TABLE);
  }

  @Override
  public Answer answer() {
    return new Answer(SCHEMA, List.of(SHIP_DATE), Answer.Order.ANY);
  }

  @Override
  public String recommended() {
    return "columnar-blocks";
  }

  @Override
  public Model model() {
    return new ShippedGmvModel();
  }

  @Override
  public Generator generator() {
    return new ShipmentsGenerator();
  }

  @Override
  public Case example() {
    return ShippedGmvCases.EXAMPLE;
  }

  @Override
  public List<Tuple> exampleAnswer() {
    return ShippedGmvCases.exampleAnswer();
  }

  @Override
  public List<Case> cases() {
    return ShippedGmvCases.all();
  }

  @Override
  public Case generatedCase(long seed) {
    return GeneratedShipments.generated(seed);
  }
}
