package com.barraiser.questions.ordersfact.solutions;

import static com.barraiser.questions.ordersfact.OrdersFact.CONTROL;
import static com.barraiser.questions.ordersfact.OrdersFact.CONTROL_SCHEMA;
import static com.barraiser.questions.ordersfact.OrdersFact.FACT;
import static com.barraiser.questions.ordersfact.OrdersFact.FACT_SCHEMA;
import static com.barraiser.questions.ordersfact.OrdersFact.GMS_SCHEMA;
import static com.barraiser.questions.ordersfact.OrdersFact.GMS_TABLE;
import static com.barraiser.questions.ordersfact.OrdersFact.PARTITION;

import com.barraiser.vocabulary.warehouse.Warehouse;
import java.util.List;
import java.util.Map;

/** The tables of the warehouse. */
public final class FactTables {

  private FactTables() {}

  /** Creates the tables that do not exist yet. */
  public static void create(Warehouse warehouse) {
    create(warehouse, Map.of());
  }

  /**
   * Creates the tables that do not exist yet.
   *
   * @param properties what Delta shall know about the fact
   */
  public static void create(Warehouse warehouse, Map<String, String> properties) {
    warehouse.create(FACT, FACT_SCHEMA, PARTITION, properties);
    warehouse.create(MovedLines.TABLE, MovedLines.SCHEMA, List.of(), Map.of());
    warehouse.create(CONTROL, CONTROL_SCHEMA, List.of(), Map.of());
    warehouse.create(GMS_TABLE, GMS_SCHEMA, List.of(), Map.of());
  }
}
