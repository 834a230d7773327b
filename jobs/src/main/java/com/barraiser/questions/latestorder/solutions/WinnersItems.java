package com.barraiser.questions.latestorder.solutions;

import static com.barraiser.datasets.tables.CustomerOrders.CANCELED;
import static com.barraiser.datasets.tables.CustomerOrders.CUSTOMER_ID;
import static com.barraiser.datasets.tables.CustomerOrders.ORDER_ID;
import static com.barraiser.datasets.tables.CustomerOrders.ORDER_STATUS;
import static com.barraiser.datasets.tables.CustomerOrders.ORDER_TOTAL;
import static com.barraiser.datasets.tables.CustomerOrders.ORDER_TS;
import static com.barraiser.datasets.tables.OrderItems.QTY;
import static com.barraiser.questions.latestorder.LatestOrder.TOTAL_UNITS;
import static org.apache.spark.sql.functions.approx_count_distinct;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import com.barraiser.datasets.tables.CustomerOrders;
import com.barraiser.datasets.tables.OrderItems;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The latest orders first; then they are sent to the items, of which only theirs go any further.
 *
 * <p>Orders shuffle by customer, after a partial maximum. Items do not shuffle while the latest
 * orders are few enough to be sent to every task, which an estimate of the number of customers
 * tells: each item looks for its order by a hash of the id, which Spark finds faster than a text,
 * and the texts decide. What is found is summed by customer, before the shuffle and after, and
 * joined to the orders, which lie there already. It wins more the more items an order has and the
 * more orders a customer has. With very many customers Spark chooses the join, and it costs as much
 * as {@code rank-then-items}.
 */
public final class WinnersItems implements Solution {

  /** One order each, which the driver and every executor hold in memory. */
  private static final long MOST_CUSTOMERS_TO_BROADCAST = 3_000_000;

  private static final String LATEST = "latest";
  private static final String WINNER = "winner";
  private static final String WINNER_HASH = "winner_hash";

  @Override
  public String why() {
    return "The latest orders are sent to the items, so that only their items are summed or shuffled.";
  }

  @Override
  public Dataset<Row> answer(Tables tables, Parameters parameters) {
    Dataset<Row> latest = tables.table(CustomerOrders.TABLE.name()).transform(WinnersItems::latest);
    Dataset<Row> winners = latest.transform(WinnersItems::winners);
    boolean few = customers(tables) <= MOST_CUSTOMERS_TO_BROADCAST;
    Dataset<Row> units =
        tables
            .table(OrderItems.TABLE.name())
            .transform(items -> units(items, few ? broadcast(winners) : winners));
    return latest
        .join(units, new String[] {CUSTOMER_ID}, "left_outer")
        .select(
            col(CUSTOMER_ID),
            col(LATEST + "." + ORDER_ID),
            col(LATEST + "." + ORDER_TS),
            col(LATEST + "." + ORDER_TOTAL),
            coalesce(col(TOTAL_UNITS), lit(0L)).as(TOTAL_UNITS));
  }

  /** About how many customers there are; only the choice of a join depends on it. */
  private static long customers(Tables tables) {
    return tables
        .table(CustomerOrders.TABLE.name())
        .agg(approx_count_distinct(CUSTOMER_ID))
        .head()
        .getLong(0);
  }

  /**
   * One row per customer: the greatest order by time, total and id. No order lacks its customer;
   * without that filter here, Spark puts it below the join with items only, and computes what would
   * be the same twice.
   */
  private static Dataset<Row> latest(Dataset<Row> orders) {
    return orders
        .filter(col(ORDER_STATUS).notEqual(CANCELED))
        .filter(col(CUSTOMER_ID).isNotNull())
        .groupBy(CUSTOMER_ID)
        .agg(max(struct(col(ORDER_TS), col(ORDER_TOTAL), col(ORDER_ID))).as(LATEST));
  }

  private static Dataset<Row> winners(Dataset<Row> latest) {
    return latest
        .select(col(CUSTOMER_ID), col(LATEST + "." + ORDER_ID).as(WINNER))
        .withColumn(WINNER_HASH, xxhash64(col(WINNER)));
  }

  /**
   * One row per customer whose latest order has items. Written as an equality, the comparison of
   * the texts would become part of the key that is looked for.
   */
  private static Dataset<Row> units(Dataset<Row> items, Dataset<Row> winners) {
    Column sameHash = xxhash64(col(ORDER_ID)).equalTo(col(WINNER_HASH));
    Column sameText = col(ORDER_ID).leq(col(WINNER)).and(col(ORDER_ID).geq(col(WINNER)));
    return items
        .join(winners, sameHash.and(sameText), "inner")
        .groupBy(CUSTOMER_ID)
        .agg(sum(QTY).as(TOTAL_UNITS));
  }
}
