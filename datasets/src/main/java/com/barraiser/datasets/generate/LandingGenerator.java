package com.barraiser.datasets.generate;

import static com.barraiser.datasets.generate.RowMarks.DAMAGE;
import static com.barraiser.datasets.generate.RowMarks.DUPLICATE;
import static com.barraiser.datasets.generate.RowMarks.HOTTEST;
import static com.barraiser.datasets.generate.RowMarks.LATE;
import static com.barraiser.datasets.generate.RowMarks.NOTATION;
import static com.barraiser.datasets.tables.OrderLines.EVENT_DATE;
import static com.barraiser.datasets.tables.OrderLines.LINE_ID;
import static com.barraiser.datasets.tables.OrderLines.MARKETPLACE_ID;
import static com.barraiser.datasets.tables.OrderLines.ORDER_ID;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.lit;

import com.barraiser.datasets.Format;
import com.barraiser.datasets.tables.ExpectedPartitions;
import com.barraiser.datasets.tables.OrderLines;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Generates a landing zone: {@code order_lines} in folders of days and marketplaces, a file for
 * every day on which rows of a folder arrived, and {@code expected_partitions}. Updates of a line
 * arrive in the folder of its day, days after it; a late row arrives days after it was written.
 * Some lines move: from their first update on they lie under the day before, or another
 * marketplace.
 */
public final class LandingGenerator implements BatchGenerator {

  /** The share of rows that are a later version of a line that has been there. */
  public static final Knob UPDATES =
      new Knob("updates", "share of rows that update a line of the days before", 0, 1, 0.1);

  /** The share of lines that do not stay where they were first. */
  public static final Knob MOVES =
      new Knob("moves", "share of lines that updates move to another partition", 0, 1, 0.05);

  /** The day on which a row arrives, in the names of files. */
  static final String ARRIVED = "arrived";

  private static final String ROW = "row";
  private static final String SOURCE = "source";

  @Override
  public List<Knob> knobs() {
    return List.of(UPDATES, MOVES);
  }

  @Override
  public Manifest write(
      SparkSession spark, Knobs knobs, Format format, int partitions, String folder) {
    Achievement ofLines = new Achievement(UPDATES.name(), MOVES.name());
    Achievement ofExpected = new Achievement();
    Dataset<Row> lines = lines(spark, knobs, partitions);
    Dataset<Row> landing =
        lines
            .repartition(partitions, col(EVENT_DATE), col(MARKETPLACE_ID), col(ARRIVED))
            .sortWithinPartitions(col(EVENT_DATE), col(MARKETPLACE_ID), col(ARRIVED), col(ROW));
    LandingFolders.write(ofLines.observe(landing), format, folder);
    TableFiles.write(ExpectedPartitions.TABLE, ofExpected.observe(expected(lines)), format, folder);
    return new Manifest(
        format.key(),
        knobs,
        Map.of(
            OrderLines.TABLE.name(), ofLines.achieved(),
            ExpectedPartitions.TABLE.name(), ofExpected.achieved()));
  }

  @Override
  public Manifest writeHistory(
      SparkSession spark, Knobs knobs, Format format, int partitions, String folder) {
    LandingHistory history = new LandingHistory(knobs, lines(spark, knobs, partitions));
    return history.write(format, partitions, folder);
  }

  /** All rows with the columns of the table, the day of arrival and how each row came about. */
  Dataset<Row> lines(SparkSession spark, Knobs knobs, int partitions) {
    Draws draws = new Draws(knobs.seed());
    Repeats repeats = new Repeats(knobs.rows(), knobs.duplicates(), draws);
    LineHistory history = new LineHistory(knobs, draws);
    Column arrived =
        date_add(col(OrderLines.UPDATED_AT).cast("date"), history.daysLate(col(SOURCE), col(LATE)));
    return spark
        .range(0, knobs.rows(), 1, partitions)
        .toDF(ROW)
        .withColumn(DUPLICATE, repeats.isRepeat(col(ROW)))
        .withColumn(SOURCE, repeats.source(col(ROW)))
        .withColumn(UPDATES.name(), history.isUpdate(col(SOURCE)))
        .withColumn(LineHistory.LINE, history.line(col(SOURCE), col(UPDATES.name())))
        .withColumn(MOVES.name(), history.isMoved(col(LineHistory.LINE), col(UPDATES.name())))
        .withColumn(LATE, draws.within(knobs.late(), "late", col(SOURCE)))
        .transform(history::withCells)
        .withColumn(ARRIVED, arrived)
        .withColumn(DAMAGE, draws.damage(knobs.malformed(), col(ROW)))
        .withColumn(NOTATION, draws.notation(col(SOURCE)));
  }

  /** A line is expected once wherever it lands, whatever happens to the rows that bring it. */
  static Dataset<Row> expected(Dataset<Row> lines) {
    return lines
        .select(EVENT_DATE, MARKETPLACE_ID, ORDER_ID, LINE_ID)
        .distinct()
        .groupBy(EVENT_DATE, MARKETPLACE_ID)
        .agg(count(lit(1)).as(ExpectedPartitions.EXPECTED_ROWS))
        .select(
            col(EVENT_DATE),
            col(MARKETPLACE_ID),
            col(ExpectedPartitions.EXPECTED_ROWS),
            lit(false).as(HOTTEST),
            lit(false).as(LATE),
            lit(false).as(DUPLICATE),
            lit(null).cast("bigint").as(DAMAGE),
            lit(0L).as(NOTATION))
        .orderBy(EVENT_DATE, MARKETPLACE_ID)
        .coalesce(1);
  }
}
