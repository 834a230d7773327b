package com.barraiser.questions.ordersfact;

import com.barraiser.datasets.Table;
import com.barraiser.datasets.read.Source;
import com.barraiser.datasets.read.TableInput;
import com.barraiser.datasets.read.TableReader;
import com.barraiser.datasets.tables.ExpectedPartitions;
import com.barraiser.datasets.tables.LandedPartitions;
import com.barraiser.questions.ordersfact.LandedFile.PartitionName;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Tables;
import com.barraiser.vocabulary.warehouse.Arrival;
import com.barraiser.vocabulary.warehouse.Intake;
import com.barraiser.vocabulary.warehouse.StatefulQuestion;
import com.barraiser.vocabulary.warehouse.Warehouse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/**
 * Takes one batch out of a landing zone: the partitions of a day and of some days before it in
 * which a file is new or has changed, each of them whole. Files before these days are not taken,
 * but listed.
 *
 * @param question whose feeds the batch has
 * @param clock tells when files are loaded
 */
record LandingZone(StatefulQuestion question, Clock clock) implements Intake {

  LandingZone(StatefulQuestion question) {
    this(question, Clock.systemUTC());
  }

  @Override
  public List<Arrival> arrivals(Warehouse warehouse, String input, Map<String, String> settings) {
    SparkSession spark = warehouse.spark();
    Configuration hadoop = spark.sessionState().newHadoopConf();
    List<LandedFile> all = LandedFile.in(hadoop, input);
    Parameters parameters = Parameters.of(question, settings, partitions(spark, all));
    LocalDate last = parameters.date(OrdersFact.DATE);
    LocalDate first = last.minusDays(parameters.integer(OrdersFact.BACKFILL_DAYS));
    LoadedFiles books = new LoadedFiles(warehouse);
    List<LandedFile> unloaded = books.unloaded(all);
    Set<PartitionName> changed =
        unloaded.stream()
            .map(LandedFile::partition)
            .filter(partition -> isWithin(partition.day(), first, last))
            .collect(Collectors.toSet());
    return List.of(
        new LandedBatch(
            warehouse,
            books,
            parameters,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            all,
            all.stream().filter(file -> changed.contains(file.partition())).toList(),
            unloaded.stream().filter(file -> file.partition().day().isBefore(first)).toList(),
            expected(spark, hadoop, input)));
  }

  private static boolean isWithin(LocalDate day, LocalDate first, LocalDate last) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  private static TableInput expected(SparkSession spark, Configuration hadoop, String landing) {
    Table table = ExpectedPartitions.TABLE;
    return Source.locate(hadoop, landing, table)
        .map(location -> TableReader.open(spark, table, Source.at(hadoop, location)))
        .orElseGet(() -> TableReader.absent(spark, table));
  }

  /** What a default value may look into: the days that have landed. */
  private static Tables partitions(SparkSession spark, List<LandedFile> all) {
    List<Row> rows =
        all.stream()
            .map(LandedFile::partition)
            .distinct()
            .map(p -> RowFactory.create(p.day(), p.marketplace(), 0L, Instant.EPOCH))
            .toList();
    Dataset<Row> landed = spark.createDataFrame(rows, LandedPartitions.TABLE.schema());
    return new Tables(Map.of(LandedPartitions.TABLE.name(), landed), Map.of());
  }
}
