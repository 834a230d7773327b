package com.barraiser.questions.primedelivery;

import static com.barraiser.questions.primedelivery.Arrivals.batch;
import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.check.CaseInputs;
import com.barraiser.check.SmallSessions;
import com.barraiser.check.WarehouseJudge;
import com.barraiser.datasets.Table;
import com.barraiser.datasets.read.LineTuples;
import com.barraiser.datasets.tables.AddressChanges;
import com.barraiser.testing.WithSpark;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Shelf;
import com.barraiser.vocabulary.Tables;
import com.barraiser.vocabulary.warehouse.Batch;
import com.barraiser.vocabulary.warehouse.Refresh;
import com.barraiser.vocabulary.warehouse.Steps;
import com.barraiser.vocabulary.warehouse.Warehouse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Of two runs at once, one may find nothing to write: what it knows must not be lost. */
@WithSpark
class RunsThatMeetTest {

  private static final PrimeDelivery QUESTION = new PrimeDelivery();
  private static final Runnable NOTHING = () -> {};

  /** Happens once, while a run reads its batch. */
  private static final AtomicReference<Runnable> MEANWHILE = new AtomicReference<>(NOTHING);

  private final SparkSession spark;
  private final Refresh refresh = (Refresh) Shelf.approach(QUESTION, QUESTION.recommended());

  @TempDir private Path folder;

  RunsThatMeetTest(SparkSession spark) {
    this.spark = SmallSessions.forFewRows(spark);
  }

  @Tag("long")
  @Timeout(120)
  @Test
  void deliveryIsMovedByAChangeThatCameInWhileItWasMerged() {
    Batch first = batch("1 a north 01T00:00 01T00:00", "");
    Batch change = batch("1 b south 02T00:00 02T00:00", "");
    Batch delivery = batch("2 c west 01T00:00 01T00:00", "d1 1 03T12:00 03T11:00 03T11:00");
    SparkSession.setActiveSession(spark);
    WarehouseJudge judge = new WarehouseJudge(spark, QUESTION);
    Warehouse warehouse = warehouse(spark);
    judge.load(refresh, warehouse, first);
    List<Runnable> waiting = new ArrayList<>(List.of(() -> loadInASessionOfItsOwn(change)));
    Tables tables = slowlyRead(delivery);
    refresh.refresh(
        warehouse.watchedBy(at("merge deliveries", waiting)),
        tables,
        Parameters.of(QUESTION, Map.of(), tables));
    assertThat(waiting).isEmpty();
    assertThat(MEANWHILE).hasValue(NOTHING);
    assertThat(judge.fault(warehouse, List.of(first, change, delivery))).isEmpty();
  }

  /** The step has seen the tables when it reads the changes of its batch. */
  private static Steps at(String step, List<Runnable> waiting) {
    return new Steps() {
      @Override
      public void before(String begun) {
        if (begun.equals(step) && !waiting.isEmpty()) {
          MEANWHILE.set(waiting.remove(0));
        }
      }
    };
  }

  private void loadInASessionOfItsOwn(Batch batch) {
    SparkSession own = SmallSessions.forFewRows(spark);
    SparkSession.setActiveSession(own);
    new WarehouseJudge(own, QUESTION).load(refresh, warehouse(own), batch);
  }

  private Tables slowlyRead(Batch batch) {
    Map<String, Dataset<Row>> rows = new HashMap<>();
    for (Table feed : QUESTION.feeds()) {
      rows.put(
          feed.name(),
          CaseInputs.dataset(
              spark, feed.schema(), LineTuples.accepted(feed, batch.feeds().get(feed.name()))));
    }
    MapFunction<Row, Row> slowly = RunsThatMeetTest::afterWhatHappensMeanwhile;
    rows.computeIfPresent(
        AddressChanges.TABLE.name(),
        (feed, read) -> read.map(slowly, Encoders.row(AddressChanges.TABLE.schema())));
    return new Tables(rows, Map.of());
  }

  /** In a thread of its own, since a task may not use a session. */
  private static Row afterWhatHappensMeanwhile(Row row) {
    Runnable meanwhile = MEANWHILE.getAndSet(NOTHING);
    CompletableFuture.runAsync(meanwhile, command -> new Thread(command).start()).join();
    return row;
  }

  private Warehouse warehouse(SparkSession session) {
    return Warehouse.at(session, folder.resolve("warehouse").toString());
  }
}
