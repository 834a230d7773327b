package com.barraiser.questions.latestorder.solutions;

import static com.barraiser.datasets.tables.CustomerOrders.CUSTOMER_ID;
import static com.barraiser.datasets.tables.CustomerOrders.ORDER_ID;
import static com.barraiser.datasets.tables.CustomerOrders.ORDER_STATUS;
import static com.barraiser.datasets.tables.CustomerOrders.ORDER_TOTAL;
import static com.barraiser.datasets.tables.CustomerOrders.ORDER_TS;
import static com.barraiser.datasets.tables.OrderItems.QTY;
import static com.barraiser.questions.latestorder.LatestOrder.TOTAL_UNITS;

import com.barraiser.columnar.Block;
import com.barraiser.columnar.ColumnarScan;
import com.barraiser.columnar.KeyFilter;
import com.barraiser.columnar.Rows;
import com.barraiser.columnar.Shuffles;
import com.barraiser.datasets.tables.CustomerOrders;
import com.barraiser.datasets.tables.OrderItems;
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
 * The ranking first, then the items, on columnar batches: orders meet by customer in a table of
 * longs, and the latest of them meet the items by order.
 *
 * <p>One scan of each table, which never makes rows. Of an order 32 bytes are shuffled, and again
 * if it is its customer's latest. A filter of their keys leaves out most items of other orders
 * before they are shuffled, as long as there are no more than eight million customers; it does not
 * change the answer. It wins wherever files give batches (Parquet, Delta, JSON lines); for other
 * inputs {@link WinnersItems} answers. It loses in what it takes to read, and where one customer
 * has most of the orders, which all go to one task, and where memory is short: its tables cannot be
 * spilled, and a task that is not granted one fails with advice.
 */
public final class ColumnarBlocks implements Solution {

  /** A guess, on which only the number of partitions depends. */
  private static final int ORDERS_PER_CUSTOMER = 4;

  private static final StructType SCHEMA =
      new StructType()
          .add(CUSTOMER_ID, DataTypes.LongType)
          .add(ORDER_ID, DataTypes.StringType)
          .add(ORDER_TS, DataTypes.TimestampType)
          .add(ORDER_TOTAL, OrderRows.MONEY.type())
          .add(TOTAL_UNITS, DataTypes.LongType);

  @Override
  public String why() {
    return "Where the machine's limit is: orders as longs, ranked and joined in primitive tables.";
  }

  @Override
  public Dataset<Row> answer(Tables tables, Parameters parameters) {
    Dataset<Row> orders = tables.table(CustomerOrders.TABLE.name());
    Dataset<Row> items = tables.table(OrderItems.TABLE.name());
    Optional<ColumnarScan> placed =
        ColumnarScan.of(orders.select(CUSTOMER_ID, ORDER_ID, ORDER_TS, ORDER_TOTAL, ORDER_STATUS));
    Optional<ColumnarScan> lines = ColumnarScan.of(items.select(ORDER_ID, QTY));
    if (placed.isEmpty() || lines.isEmpty()) {
      return new WinnersItems().answer(tables, parameters);
    }
    return Rows.dataset(orders.sparkSession(), latest(placed.get(), lines.get()), SCHEMA);
  }

  private static JavaRDD<InternalRow> latest(ColumnarScan orders, ColumnarScan items) {
    int partitions = Math.max(orders.partitions(ORDERS_PER_CUSTOMER), items.fewPartitions());
    JavaRDD<Block> winners =
        Shuffles.relayed(
            orders.shuffled(partitions, PlacedSender::new), partitions, LatestSender::new);
    KeyFilter latest = KeyFilter.of(winners, OrderRows.CELLS);
    return winners.zipPartitions(
        items.shuffled(partitions, out -> new ItemSender(latest, out)), LatestOrders::of);
  }
}
