package com.barraiser.questions.latestorder;

import static com.barraiser.datasets.tables.CustomerOrders.CUSTOMER_ID;
import static com.barraiser.datasets.tables.CustomerOrders.ORDER_ID;
import static com.barraiser.datasets.tables.CustomerOrders.ORDER_TOTAL;
import static com.barraiser.datasets.tables.CustomerOrders.ORDER_TS;

import com.barraiser.datasets.Table;
import com.barraiser.datasets.Tuple;
import com.barraiser.datasets.generate.Generator;
import com.barraiser.datasets.generate.OrdersAndItemsGenerator;
import com.barraiser.datasets.tables.CustomerOrders;
import com.barraiser.datasets.tables.OrderItems;
import com.barraiser.vocabulary.Answer;
import com.barraiser.vocabulary.Case;
import com.barraiser.vocabulary.Model;
import com.barraiser.vocabulary.Question;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What is every customer's most recent order that was not canceled, and how many units are in it?
 *
 * <p>Inputs: {@code orders} and {@code order_items}. Answer: one row per customer with such an
 * order.
 *
 * <p>The trap: items joined before the ranking multiply the orders, and canceled orders ranked
 * before they are left out hide the right one.
 */
public final class LatestOrder implements Question {

  public static final String TOTAL_UNITS = "total_units";

  private static final StructType SCHEMA =
      new StructType()
          .add(CUSTOMER_ID, DataTypes.LongType)
          .add(ORDER_ID, DataTypes.StringType)
          .add(ORDER_TS, DataTypes.TimestampType)
          .add(ORDER_TOTAL, DataTypes.createDecimalType(18, 2))
          .add(TOTAL_UNITS, DataTypes.LongType);

  /** The answer's columns, in order. */
  static final List<String> COLUMNS = List.of(SCHEMA.fieldNames());

  @Override
  public String name() {
    return "latest-order";
  }

  @Override
  public String title() {
    return "every customer's most recent order that was not canceled";
  }

  @Override
  public List<Table> tables() {
    return List.of(CustomerOrders.TABLE, OrderItems.TABLE);
  }

  @Override
  public Answer answer() {
    return new Answer(SCHEMA, List.of(CUSTOMER_ID), Answer.Order.ANY);
  }

  @Override
  public String recommended() {
    return "columnar-blocks";
  }

  @Override
  public Model model() {
    return new LatestOrderModel();
  }

  @Override
  public Generator generator() {
    return new OrdersAndItemsGenerator();
  }

  @Override
  public Case example() {
    return LatestOrderCases.EXAMPLE;
  }

  @Override
  public List<Tuple> exampleAnswer() {
    return LatestOrderCases.exampleAnswer();
  }

  @Override
  public List<Case> cases() {
    return LatestOrderCases.all();
  }

  @Override
  public Case generatedCase(long seed) {
    return GeneratedOrders.generated(seed);
  }
}
