package com.barraiser.questions.ordersfact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.barraiser.check.SmallSessions;
import com.barraiser.datasets.DataException;
import com.barraiser.questions.ordersfact.solutions.MergeNewer;
import com.barraiser.testing.WithSpark;
import com.barraiser.vocabulary.warehouse.Arrival;
import com.barraiser.vocabulary.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run takes out of a landing zone, and what it leaves. */
@WithSpark
class LandingZoneTest {

  private static final List<String> TABLES =
      List.of(
          OrdersFact.FACT,
          OrdersFact.CONTROL,
          OrdersFact.GMS_TABLE,
          LoadedFiles.TABLE,
          LateFiles.TABLE);

  private static final Map<String, String> NEW_DAY = Map.of("date", "2024-01-07");

  private final SparkSession spark;
  @TempDir private Path folder;
  private Warehouse warehouse;

  LandingZoneTest(SparkSession spark) {
    this.spark = SmallSessions.forFewRows(spark);
  }

  @BeforeEach
  void newWarehouse() {
    SparkSession.setActiveSession(spark);
    warehouse = Warehouse.at(spark, folder.resolve("warehouse").toString());
  }

  @Test
  void folderWithoutDaysIsRefused() throws IOException {
    Files.createDirectories(folder.resolve("landing/2024-01-07"));
    assertThatThrownBy(() -> arrival(Map.of()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("is no landing zone");
  }

  @Test
  void dayThatIsNoneIsRefused() throws IOException {
    land("2024-13-01", "US", "a.json", "US");
    assertThatThrownBy(() -> arrival(Map.of()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("names no day");
  }

  @ParameterizedTest
  @ValueSource(strings = {"__HIVE_DEFAULT_PARTITION__", ""})
  void marketplaceThatIsNoneIsRefused(String marketplace) throws IOException {
    land("2024-01-07", marketplace, "a.json", "US");
    assertThatThrownBy(() -> arrival(Map.of()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("names no marketplace");
  }

  @Test
  void foldersBelowThatOfTheMarketplaceAreLoadedToo() throws IOException {
    land("2024-01-07", "US/hour=09", "a.json", "US");
    land("2024-01-07", "US/_hidden", "b.json", "US");
    try (Arrival arrival = arrival(Map.of())) {
      assertThat(arrival.tables().table("order_lines").count()).isOne();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "event_date=2024-01-07", "event_date=2024-01-07/marketplace_id=US"})
  void deltaTableIsRefused(String place) throws IOException {
    land("2024-01-07", "US", "a.json", "US");
    Files.createDirectories(folder.resolve("landing").resolve(place).resolve("_delta_log"));
    assertThatThrownBy(() -> arrival(Map.of()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("is a Delta table")
        .hasMessageEndingWith("write them as files to another folder");
  }

  @Tag("long")
  @Test
  void olderFilesAreListedUntilARunTakesThem() throws IOException {
    landOldAndNewFile();
    load(NEW_DAY);
    assertThat(warehouse.table(OrdersFact.FACT).count()).isOne();
    assertThat(warehouse.table(LateFiles.TABLE).count()).isOne();
    load(Map.of("date", "2024-01-01", "backfill-days", "0"));
    assertThat(warehouse.table(OrdersFact.FACT).count()).isEqualTo(2);
    assertThat(warehouse.table(LateFiles.TABLE).count()).isZero();
  }

  @Tag("long")
  @Test
  void lateFileThatIsWrittenAgainIsListedAsItIs() throws IOException {
    landOldAndNewFile();
    load(NEW_DAY);
    Path old = folder.resolve("landing/event_date=2024-01-01/marketplace_id=US/old.json");
    Files.writeString(old, Files.readString(old).repeat(2));
    load(NEW_DAY);
    assertThat(warehouse.table(LateFiles.TABLE).select("bytes").collectAsList())
        .containsExactly(RowFactory.create(Files.size(old)));
  }

  @Tag("long")
  @Test
  void secondRunChangesNoTable() throws IOException {
    land("2024-01-07", "US", "new.json", "US");
    load(Map.of());
    List<Long> before = TABLES.stream().map(warehouse::version).toList();
    load(Map.of());
    assertThat(TABLES.stream().map(warehouse::version).toList()).isEqualTo(before);
  }

  @Tag("long")
  @Test
  void rowOfAnotherMarketplaceThanItsFolderIsRejected() throws IOException {
    land("2024-01-07", "US", "new.json", "DE");
    try (Arrival arrival = arrival(Map.of())) {
      assertThat(arrival.tables().table("order_lines").count()).isZero();
      assertThat(arrival.rejectCounts())
          .isEqualTo(Map.of("order_lines", Map.of("marketplace_id is not that of its folder", 1L)));
      assertThat(arrival.rejects().count()).isOne();
    }
  }

  /** The old one lies before the days that a run of {@link #NEW_DAY} takes. */
  private void landOldAndNewFile() throws IOException {
    land("2024-01-01", "US", "old.json", "US");
    land("2024-01-07", "US", "new.json", "US");
  }

  private void load(Map<String, String> settings) {
    try (Arrival arrival = arrival(settings)) {
      new MergeNewer().refresh(warehouse, arrival.tables(), arrival.parameters());
      arrival.loaded();
    }
  }

  private Arrival arrival(Map<String, String> settings) {
    String landing = folder.resolve("landing").toString();
    return new OrdersFact().intake().arrivals(warehouse, landing, settings).get(0);
  }

  private void land(String day, String marketplace, String file, String cell) throws IOException {
    Path partition = folder.resolve("landing/event_date=" + day + "/marketplace_id=" + marketplace);
    Files.createDirectories(partition);
    Files.writeString(
        partition.resolve(file),
        """
        {"order_id":"%s","line_id":1,"marketplace_id":"%s","customer_id":7,"asin":"B1","qty":1,\
        "item_price":10.00,"discount":0.00,"order_status":"PLACED",\
        "order_ts":"2024-01-01T00:00:00Z","updated_at":"2024-01-01T00:00:00Z"}
        """
            .formatted(file, cell));
  }
}
