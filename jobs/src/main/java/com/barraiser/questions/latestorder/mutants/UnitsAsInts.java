package com.barraiser.questions.latestorder.mutants;

import static com.barraiser.datasets.tables.CustomerOrders.CANCELED;
import static com.barraiser.datasets.tables.CustomerOrders.CUSTOMER_ID;
import static com.barraiser.datasets.tables.CustomerOrders.ORDER_ID;
import static com.barraiser.datasets.tables.CustomerOrders.ORDER_STATUS;
import static com.barraiser.datasets.tables.CustomerOrders.ORDER_TOTAL;
import static com.barraiser.datasets.tables.CustomerOrders.ORDER_TS;
import static com.barraiser.datasets.tables.OrderItems.QTY;
import static com.barraiser.questions.latestorder.LatestOrder.TOTAL_UNITS;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;

import com.barraiser.datasets.tables.CustomerOrders;
import com.barraiser.datasets.tables.OrderItems;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.ReduceFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/** Sums units in Java's int, since a quantity is one: beyond 32 bits the sum turns around. */
public final class UnitsAsInts implements Solution {

  private static final String LATEST = "latest";

  @Override
  public String why() {
    return "Sums units in Java's int, which turns around beyond 32 bits.";
  }

  @Override
  public Dataset<Row> answer(Tables tables, Parameters parameters) {
    return tables
        .table(CustomerOrders.TABLE.name())
        .filter(col(ORDER_STATUS).notEqual(CANCELED))
        .groupBy(CUSTOMER_ID)
        .agg(max(struct(col(ORDER_TS), col(ORDER_TOTAL), col(ORDER_ID))).as(LATEST))
        .select(col(CUSTOMER_ID), col(LATEST + ".*"))
        .join(units(tables.table(OrderItems.TABLE.name())), new String[] {ORDER_ID}, "left_outer")
        .select(
            col(CUSTOMER_ID),
            col(ORDER_ID),
            col(ORDER_TS),
            col(ORDER_TOTAL),
            coalesce(col(TOTAL_UNITS).cast("bigint"), lit(0L)).as(TOTAL_UNITS));
  }

  private static Dataset<Row> units(Dataset<Row> items) {
    MapFunction<Tuple2<String, Integer>, String> order = Tuple2::_1;
    MapFunction<Tuple2<String, Integer>, Integer> quantity = Tuple2::_2;
    ReduceFunction<Integer> sum = Integer::sum;
    return items
        .select(col(ORDER_ID).as("_1"), col(QTY).as("_2"))
        .as(Encoders.tuple(Encoders.STRING(), Encoders.INT()))
        .groupByKey(order, Encoders.STRING())
        .mapValues(quantity, Encoders.INT())
        .reduceGroups(sum)
        .toDF(ORDER_ID, TOTAL_UNITS);
  }
}
