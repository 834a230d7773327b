package com.barraiser.questions.shippedrevenue.solutions;

import static com.barraiser.questions.shippedrevenue.ShippedRevenue.FACT_ORDER;
import static com.barraiser.questions.shippedrevenue.ShippedRevenue.SHIPPED_REVENUE;
import static com.barraiser.questions.shippedrevenue.ShippedRevenue.SHIP_DATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.barraiser.check.SmallSessions;
import com.barraiser.questions.shippedrevenue.ShippedRevenue;
import com.barraiser.questions.shippedrevenue.StoredTables;
import com.barraiser.testing.OldFiles;
import com.barraiser.testing.WithSpark;
import com.barraiser.vocabulary.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the change feed of the orders does not reach back, all days are added up. */
@Tag("long")
@WithSpark
class RevenueTest {

  /** With a checkpoint after each commit, the log before it can be removed. */
  private static final Map<String, String> FACT_PROPERTIES =
      Map.of("delta.enableChangeDataFeed", "true", "delta.checkpointInterval", "1");

  private final SparkSession spark;

  @TempDir private Path folder;
  private Warehouse warehouse;

  RevenueTest(SparkSession spark) {
    this.spark = SmallSessions.forFewRows(spark);
  }

  @BeforeEach
  void useSmallSession() {
    SparkSession.setActiveSession(spark);
    warehouse = Warehouse.at(spark, folder.resolve("warehouse").toString());
  }

  @Test
  void feedWhoseFilesAreGoneIsDoneWithout() throws IOException {
    moveAnOrder();
    for (Path file : feed()) {
      Files.delete(file);
    }
    assertAllDaysAreRight();
  }

  @Test
  void feedWhoseLogIsGoneIsDoneWithout() throws IOException {
    moveAnOrder();
    change("UPDATE fact_order SET price = 3");
    for (int version = 0; version < warehouse.version(FACT_ORDER); version++) {
      Files.delete(fact().resolve("_delta_log/%020d.json".formatted(version)));
    }
    assertAllDaysAreRight();
  }

  @Test
  void feedThatWasNotWrittenIsDoneWithout() {
    create(Map.of());
    insert();
    assertAllDaysAreRight();
  }

  @Test
  void feedThatIsOlderThanWhatIsKeptIsDoneWithout() throws IOException {
    create(FACT_PROPERTIES);
    insert();
    for (long version = 0; version <= warehouse.version(FACT_ORDER); version++) {
      OldFiles.makeOld(fact().resolve("_delta_log/%020d.json".formatted(version)));
    }
    DeltaLog.clearCache();
    change("UPDATE fact_order SET price = 3");
    assertAllDaysAreRight();
  }

  @Test
  void feedThatCannotBeReadIsAFailure() throws IOException {
    moveAnOrder();
    for (Path file : feed()) {
      Files.writeString(file, "nonsense");
    }
    assertThatThrownBy(() -> Revenue.refresh(warehouse)).hasMessageContaining("FAILED_READ_FILE");
  }

  /** Moves an order to another day after the revenue has been computed. */
  private void moveAnOrder() {
    create(FACT_PROPERTIES);
    insert();
    Revenue.refresh(warehouse);
    change("UPDATE fact_order SET ship_date = DATE'2024-03-02' WHERE order_id = 'a'");
  }

  private void create(Map<String, String> factProperties) {
    warehouse.create(FACT_ORDER, StoredTables.FACT_ORDERS, List.of(SHIP_DATE), factProperties);
    warehouse.create(SHIPPED_REVENUE, ShippedRevenue.REVENUE_SCHEMA, List.of(), Map.of());
  }

  private void insert() {
    change(
        "INSERT INTO fact_order (order_id, price, ship_date) VALUES"
            + " ('a', 1, DATE'2024-03-01'), ('b', 2, DATE'2024-03-01')");
  }

  private void change(String statement) {
    spark.sql(statement.replace(FACT_ORDER, "delta.`" + warehouse.path(FACT_ORDER) + "`"));
  }

  private void assertAllDaysAreRight() {
    Revenue.refresh(warehouse);
    assertThat(warehouse.table(SHIPPED_REVENUE).collectAsList())
        .containsExactlyInAnyOrderElementsOf(
            Revenue.perDay(warehouse.table(FACT_ORDER)).collectAsList());
  }

  private List<Path> feed() throws IOException {
    try (Stream<Path> all = Files.walk(fact().resolve("_change_data"))) {
      List<Path> files = all.filter(Files::isRegularFile).toList();
      assertThat(files).isNotEmpty();
      return files;
    }
  }

  private Path fact() {
    return folder.resolve("warehouse").resolve(FACT_ORDER);
  }
}
