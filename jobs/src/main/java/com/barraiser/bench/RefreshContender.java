package com.barraiser.bench;

import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Tables;
import com.barraiser.vocabulary.warehouse.Arrival;
import com.barraiser.vocabulary.warehouse.JudgedTable;
import com.barraiser.vocabulary.warehouse.Refresh;
import com.barraiser.vocabulary.warehouse.StatefulQuestion;
import com.barraiser.vocabulary.warehouse.Warehouse;
import org.apache.spark.sql.SparkSession;

/**
 * A refresh that loads one day into a warehouse. Each time it finds a copy of the same warehouse,
 * in a folder that Delta has not seen before; so reading the tables' logs is part of what it costs,
 * as for a run that a scheduler starts.
 */
final class RefreshContender implements Contender {

  private final SparkSession spark;
  private final StatefulQuestion question;
  private final Refresh refresh;
  private final Arrival history;
  private final Arrival day;
  private final KeptWarehouse kept;
  private final JobGroup jobs = JobGroup.empty();
  private Warehouse warehouse;
  private Tables batch;
  private Parameters parameters;

  RefreshContender(
      SparkSession spark,
      StatefulQuestion question,
      Refresh refresh,
      Arrival history,
      Arrival day,
      KeptWarehouse kept) {
    this.spark = spark;
    this.question = question;
    this.refresh = refresh;
    this.history = history;
    this.day = day;
    this.kept = kept;
  }

  @Override
  public String name() {
    return refresh.name();
  }

  @Override
  public String engine() {
    return "spark";
  }

  @Override
  public boolean isApproximate() {
    return refresh.isApproximate();
  }

  @Override
  public String jobGroup() {
    return jobs.name();
  }

  @Override
  public void setUp() {
    begin();
    kept.make(
        folder ->
            refresh.refresh(
                Warehouse.at(spark, folder.toString()), history.tables(), history.parameters()));
  }

  @Override
  public void prepare() {
    warehouse = Warehouse.at(spark, kept.copy().toString());
    batch = day.tables();
    parameters = day.parameters();
  }

  @Override
  public Checksum checksum() {
    prepare();
    consume();
    return question.tables().stream().map(this::checksum).reduce(Checksum::and).orElseThrow();
  }

  private Checksum checksum(JudgedTable table) {
    return Checksum.of(table.rows().apply(warehouse), table.contract().schema());
  }

  @Override
  public void consume() {
    begin();
    refresh.refresh(warehouse, batch, parameters);
  }

  /** A refresh is several commands, of which none is the plan. */
  @Override
  public String plan() {
    return "";
  }

  @Override
  public void cancel() {
    jobs.cancel(spark);
  }

  @Override
  public void close() {
    kept.removeCopies();
  }

  private void begin() {
    jobs.begin(spark, question.name() + " " + refresh.name());
  }
}
