package com.barraiser.datasets.generate;

import static com.barraiser.datasets.generate.LandingGenerator.ARRIVED;
import static com.barraiser.datasets.generate.RowMarks.DAMAGE;
import static com.barraiser.datasets.generate.RowMarks.NOTATION;
import static com.barraiser.datasets.tables.LandedPartitions.EVENT_DATE;
import static com.barraiser.datasets.tables.LandedPartitions.LOADED_AT;
import static com.barraiser.datasets.tables.LandedPartitions.MARKETPLACE_ID;
import static com.barraiser.datasets.tables.LandedPartitions.REJECTED_ROWS;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import com.barraiser.datasets.Format;
import com.barraiser.datasets.tables.ExpectedPartitions;
import com.barraiser.datasets.tables.LandedPartitions;
import com.barraiser.datasets.tables.OrderLines;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A landing zone as two batches: what an intake would have found in it before the last day, and
 * what it finds on that day. What arrives later is left out.
 *
 * @param knobs what is asked for
 * @param lines all lines, each with its day of arrival
 */
record LandingHistory(Knobs knobs, Dataset<Row> lines) {

  /** Writes both. */
  Manifest write(Format format, int partitions, String folder) {
    Achievement ofLines =
        new Achievement(LandingGenerator.UPDATES.name(), LandingGenerator.MOVES.name());
    LocalDate last = LocalDate.ofInstant(Timeline.START, ZoneOffset.UTC).plusDays(knobs.days() - 1);
    Dataset<Row> before = lines.filter(col(ARRIVED).lt(lit(last))).coalesce(partitions);
    Dataset<Row> arriving = lines.filter(col(ARRIVED).equalTo(lit(last))).coalesce(1);
    Dataset<Row> expected = LandingGenerator.expected(lines);
    Column isBefore = col(EVENT_DATE).lt(lit(last));
    Column isLast = col(EVENT_DATE).equalTo(lit(last));
    String history = folder + "/" + BatchGenerator.HISTORY;
    TableFiles.write(OrderLines.TABLE, ofLines.observe(before), format, history);
    writeControl(before, expected.filter(isBefore), last, format, history);
    String day = folder + "/" + BatchGenerator.LAST_DAY;
    TableFiles.write(OrderLines.TABLE, arriving, format, day);
    writeControl(arriving, expected.filter(isLast), last.plusDays(1), format, day);
    return new Manifest(format.key(), knobs, Map.of(OrderLines.TABLE.name(), ofLines.achieved()));
  }

  /** Writes what an intake notes beside the lines. */
  private static void writeControl(
      Dataset<Row> lines, Dataset<Row> expected, LocalDate loaded, Format format, String place) {
    TableFiles.write(LandedPartitions.TABLE, landed(lines, loaded), format, place);
    TableFiles.write(ExpectedPartitions.TABLE, expected, format, place);
  }

  private static Dataset<Row> landed(Dataset<Row> lines, LocalDate loaded) {
    return lines
        .groupBy(EVENT_DATE, MARKETPLACE_ID)
        .agg(count(col(DAMAGE)).as(REJECTED_ROWS))
        .select(
            col(EVENT_DATE),
            col(MARKETPLACE_ID),
            col(REJECTED_ROWS),
            lit(loaded).cast("timestamp").as(LOADED_AT),
            lit(null).cast("bigint").as(DAMAGE),
            lit(0L).as(NOTATION))
        .orderBy(EVENT_DATE, MARKETPLACE_ID)
        .coalesce(1);
  }
}
