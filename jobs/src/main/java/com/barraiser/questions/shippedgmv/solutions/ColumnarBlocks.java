package com.barraiser.questions.shippedgmv.solutions;

import static com.barraiser.datasets.tables.OrderTotals.ORDER_ID;
import static com.barraiser.datasets.tables.OrderTotals.ORDER_TOTAL;
import static com.barraiser.datasets.tables.ShipmentEvents.EVENT_TYPE;
import static com.barraiser.datasets.tables.Shipments.SHIPMENT_ID;
import static com.barraiser.datasets.tables.Shipments.SHIPPED_TS;
import static com.barraiser.questions.shippedgmv.ShippedGmv.GMV;
import static com.barraiser.questions.shippedgmv.ShippedGmv.ORDERS_SHIPPED;
import static com.barraiser.questions.shippedgmv.ShippedGmv.SHIP_DATE;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import com.barraiser.columnar.Block;
import com.barraiser.columnar.ColumnarScan;
import com.barraiser.columnar.Rows;
import com.barraiser.columnar.Shuffles;
import com.barraiser.datasets.tables.OrderTotals;
import com.barraiser.datasets.tables.ShipmentEvents;
import com.barraiser.datasets.tables.Shipments;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The two meetings of {@link HashJoins}, on columnar batches: ids are longs, shipments meet their
 * events by shipment, and what counts of them meets orders by order.
 *
 * <p>One scan of each table, which never makes rows. Of an event 8 bytes are shuffled, if it says
 * that a shipment left, of a shipment 24, of a counting shipment and of an order 16; ids of another
 * shape travel as texts in the same run. It wins wherever files give batches (Parquet, Delta, JSON
 * lines); for other inputs {@link HashJoins} answers. It loses in what it takes to read, where one
 * shipment has most of the events, which all go to one task, and where memory is short: its tables
 * cannot be spilled, and a task that is not granted one fails with advice.
 */
public final class ColumnarBlocks implements Solution {

  private static final StructType COUNTS =
      new StructType()
          .add(SHIP_DATE, DataTypes.DateType)
          .add(ORDERS_SHIPPED, DataTypes.LongType)
          .add(GMV, OrderSender.MONEY.type());

  @Override
  public String why() {
    return "Where the machine's limit is: ids as longs, matched in primitive tables, twice.";
  }

  @Override
  public Dataset<Row> answer(Tables tables, Parameters parameters) {
    Dataset<Row> events = tables.table(ShipmentEvents.TABLE.name());
    Dataset<Row> shipments = tables.table(Shipments.TABLE.name());
    Dataset<Row> orders = tables.table(OrderTotals.TABLE.name());
    Optional<ColumnarScan> confirming = ColumnarScan.of(events.select(SHIPMENT_ID, EVENT_TYPE));
    Optional<ColumnarScan> shipped =
        ColumnarScan.of(shipments.select(SHIPMENT_ID, ORDER_ID, SHIPPED_TS));
    Optional<ColumnarScan> totals = ColumnarScan.of(orders.select(ORDER_ID, ORDER_TOTAL));
    if (confirming.isEmpty() || shipped.isEmpty() || totals.isEmpty()) {
      return new HashJoins().answer(tables, parameters);
    }
    return Rows.dataset(
            orders.sparkSession(), days(confirming.get(), shipped.get(), totals.get()), COUNTS)
        .groupBy(SHIP_DATE)
        .agg(sum(ORDERS_SHIPPED).as(ORDERS_SHIPPED), sum(GMV).as(GMV))
        .select(col(SHIP_DATE), col(ORDERS_SHIPPED), col(GMV));
  }

  private static JavaRDD<InternalRow> days(
      ColumnarScan events, ColumnarScan shipments, ColumnarScan orders) {
    int byShipment = Math.max(shipments.partitions(), events.fewPartitions());
    int byOrder = Math.max(shipments.partitions(), orders.partitions());
    JavaRDD<Block> counting =
        Shuffles.joined(
            events.shuffled(byShipment, EventSender::new),
            shipments.shuffled(byShipment, ShipmentSender::new),
            byOrder,
            CountingSender::new);
    return counting
        .zipPartitions(orders.shuffled(byOrder, OrderSender::new), ShippedDays::of)
        // A few tasks, since each makes a file for every partition of the next shuffle.
        .repartition(orders.fewPartitions());
  }
}
