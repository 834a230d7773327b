package com.barraiser.check;

import static java.util.stream.Collectors.toMap;

import com.barraiser.datasets.Table;
import com.barraiser.datasets.Tuple;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Tables;
import com.barraiser.vocabulary.warehouse.Batch;
import com.barraiser.vocabulary.warehouse.JudgedTable;
import com.barraiser.vocabulary.warehouse.Refresh;
import com.barraiser.vocabulary.warehouse.Sequence;
import com.barraiser.vocabulary.warehouse.StatefulQuestion;
import com.barraiser.vocabulary.warehouse.SurrogateKeys;
import com.barraiser.vocabulary.warehouse.Warehouse;
import com.barraiser.vocabulary.warehouse.WarehouseModel.Arrived;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Compares the tables of a warehouse with the model's, batch by batch. */
public final class WarehouseJudge {

  private final SparkSession spark;
  private final StatefulQuestion question;

  /** Batches come again: with every look at the tables, and when a sequence is made shorter. */
  private final Map<Batch, Read> known = new ConcurrentHashMap<>();

  private final LastKeys lastKeys = new LastKeys();

  /** Creates a judge for a question. */
  public WarehouseJudge(SparkSession spark, StatefulQuestion question) {
    this.spark = spark;
    this.question = question;
  }

  /**
   * Loads the batches of a sequence, and looks at the tables after each.
   *
   * @return what is wrong after the first batch that goes wrong, or nothing
   */
  public Optional<Fault> firstFault(Refresh refresh, Warehouse warehouse, Sequence sequence) {
    List<Batch> batches = sequence.batches();
    for (int loaded = 1; loaded <= batches.size(); loaded++) {
      load(refresh, warehouse, sequence, batches.get(loaded - 1));
      Optional<Fault> fault = fault(warehouse, batches.subList(0, loaded));
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  /** Loads one batch, and notes the surrogate keys that there are after it. */
  public void load(Refresh refresh, Warehouse warehouse, Batch batch) {
    Read read = read(batch);
    refresh.refresh(warehouse, read.tables, read.arrived.parameters());
    noteKeys(warehouse);
  }

  /**
   * Loads one batch of a sequence: at once, or where its runs are interrupted by several of which
   * each dies a step later than the one before. An answer in Java can die where it uses {@link
   * Warehouse#change}.
   */
  public void load(Refresh refresh, Warehouse warehouse, Sequence sequence, Batch batch) {
    if (!sequence.interrupted()) {
      load(refresh, warehouse, batch);
      return;
    }
    int steps = 1;
    while (diesAfter(steps, refresh, warehouse, batch)) {
      steps++;
    }
  }

  /** A run that dies is dead, whatever an answer makes of what it is stopped with. */
  private boolean diesAfter(int steps, Refresh refresh, Warehouse warehouse, Batch batch) {
    Death death = new Death(steps);
    try {
      load(refresh, warehouse.watchedBy(death), batch);
    } catch (Exception | Error e) {
      if (!death.hasCome()) {
        throw e;
      }
      noteKeys(warehouse);
    }
    return death.hasCome();
  }

  /** Notes the surrogate keys, which later ones must agree with. */
  public void noteKeys(Warehouse warehouse) {
    question.surrogateKeys().stream()
        .filter(keys -> warehouse.exists(keys.table()))
        .forEach(keys -> note(warehouse, keys));
  }

  private void note(Warehouse warehouse, SurrogateKeys keys) {
    try {
      lastKeys.broken(warehouse, keys);
    } catch (Exception e) {
      // Declared nowhere: a table that lacks a column, which the next look will say.
      if (!(e instanceof AnalysisException)) {
        throw e;
      }
    }
  }

  /** Forgets a warehouse, which will not be looked at again. */
  public void forget(Warehouse warehouse) {
    lastKeys.forget(warehouse, question.surrogateKeys());
  }

  /**
   * What is wrong with the tables after some batches, in whatever order they were loaded, and with
   * their keys. That none has changed is told for the batches that this judge has loaded.
   */
  public Optional<Fault> fault(Warehouse warehouse, List<Batch> arrived) {
    Map<String, List<Tuple>> expected =
        question.model().tables(arrived.stream().map(batch -> read(batch).arrived).toList());
    List<String> broken = new ArrayList<>();
    question.surrogateKeys().forEach(keys -> broken.addAll(lastKeys.broken(warehouse, keys)));
    for (JudgedTable table : question.tables()) {
      Verdict verdict = verdict(warehouse, table, expected.get(table.name()));
      if (!verdict.right()) {
        broken.add(table.name() + ": " + verdict);
      }
    }
    return broken.isEmpty() ? Optional.empty() : Optional.of(new Fault(arrived.size(), broken));
  }

  private static Verdict verdict(Warehouse warehouse, JudgedTable table, List<Tuple> expected) {
    Dataset<Row> rows = table.rows().apply(warehouse);
    List<String> schema = SchemaComparison.differences(table.contract().schema(), rows.schema());
    if (!schema.isEmpty()) {
      return Verdict.ofColumns(schema);
    }
    List<List<Object>> right = expected.stream().map(Tuple::values).toList();
    return Verdict.ofRows(new RowComparison(table.contract()).differences(right, Judge.rows(rows)));
  }

  private Read read(Batch batch) {
    return known.computeIfAbsent(batch, this::parsed);
  }

  private Read parsed(Batch batch) {
    Map<String, List<Tuple>> tuples = batch.accepted(question.feeds());
    Map<String, Dataset<Row>> rows =
        question.feeds().stream()
            .collect(
                toMap(
                    Table::name,
                    feed -> CaseInputs.dataset(spark, feed.schema(), tuples.get(feed.name()))));
    Tables tables = new Tables(rows, Map.of());
    Parameters parameters = Parameters.of(question, batch.parameters(), tables);
    return new Read(new Arrived(tuples, parameters), tables);
  }

  /** A batch as the model and as a refresh sees it. */
  private record Read(Arrived arrived, Tables tables) {}

  /**
   * What is wrong with a warehouse.
   *
   * @param batches how many batches have been loaded
   * @param what broken keys and wrong tables, one each
   */
  public record Fault(int batches, List<String> what) {

    @Override
    public String toString() {
      return "after batch %d:\n%s".formatted(batches, String.join("\n", what));
    }
  }
}
