package com.barraiser.questions.conversion7d.solutions;

import static com.barraiser.datasets.tables.PlacedOrders.ORDER_TS;
import static com.barraiser.datasets.tables.Sessions.CUSTOMER_ID;
import static com.barraiser.datasets.tables.Sessions.MARKETPLACE_ID;
import static com.barraiser.datasets.tables.Sessions.SESSION_TS;
import static com.barraiser.questions.conversion7d.Conversion7d.CONVERTED;
import static com.barraiser.questions.conversion7d.Conversion7d.SESSIONS;
import static com.barraiser.questions.conversion7d.Conversion7d.WINDOW;

import com.barraiser.columnar.ColumnarScan;
import com.barraiser.columnar.Rows;
import com.barraiser.datasets.tables.PlacedOrders;
import com.barraiser.datasets.tables.Sessions;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The adjacent windows of {@link PackedWindows}, on columnar batches: sessions and orders travel in
 * blocks of longs to the partition of their customer, and meet there in a table of longs.
 *
 * <p>One scan of each table, which never makes rows, and one shuffle of 16 bytes a row. A session
 * looks at its own window and at the next one in a table that stays in a core's cache; only counts
 * of days leave the partition. It wins wherever files give batches (Parquet, Delta, JSON lines),
 * also where orders are too many to be sent to every task; for other inputs {@link PackedWindows}
 * answers. It loses where one customer has most of the sessions, which all go to one task.
 */
public final class ColumnarBlocks implements Solution {

  private static final StructType COUNTS =
      new StructType()
          .add(MARKETPLACE_ID, DataTypes.StringType)
          .add(DailyRates.DAY, DataTypes.LongType)
          .add(SESSIONS, DataTypes.LongType)
          .add(CONVERTED, DataTypes.LongType);

  @Override
  public String why() {
    return "Where the machine's limit is: both tables as blocks of longs, matched in primitive tables.";
  }

  @Override
  public Dataset<Row> answer(Tables tables, Parameters parameters) {
    Optional<ColumnarScan> orders = scan(tables, PlacedOrders.TABLE.name(), ORDER_TS);
    Optional<ColumnarScan> sessions = scan(tables, Sessions.TABLE.name(), SESSION_TS);
    if (orders.isEmpty() || sessions.isEmpty()) {
      return new PackedWindows().answer(tables, parameters);
    }
    long width = TimeUnit.MICROSECONDS.convert(parameters.duration(WINDOW));
    Dataset<Row> counts =
        Rows.dataset(
            tables.table(Sessions.TABLE.name()).sparkSession(),
            counts(orders.get(), sessions.get(), width),
            COUNTS);
    return DailyRates.ofCounts(counts, parameters);
  }

  private static Optional<ColumnarScan> scan(Tables tables, String table, String time) {
    return ColumnarScan.of(tables.table(table).select(CUSTOMER_ID, MARKETPLACE_ID, time));
  }

  private static JavaRDD<InternalRow> counts(
      ColumnarScan orders, ColumnarScan sessions, long width) {
    int partitions = Math.max(orders.partitions(), sessions.partitions());
    return orders
        .shuffled(partitions, VisitSender::new)
        .zipPartitions(
            sessions.shuffled(partitions, VisitSender::new),
            (placed, visits) -> DayCounts.of(placed, visits, width))
        // A few tasks, since each makes a file for every partition of the next shuffle.
        .repartition(sessions.fewPartitions());
  }
}
