package com.barraiser.datasets.generate;

import static com.barraiser.datasets.generate.RowMarks.DAMAGE;
import static com.barraiser.datasets.generate.RowMarks.DUPLICATE;
import static com.barraiser.datasets.generate.RowMarks.HOTTEST;
import static com.barraiser.datasets.generate.RowMarks.LATE;
import static com.barraiser.datasets.generate.RowMarks.NOTATION;
import static com.barraiser.datasets.tables.DailyRevenue.CATEGORY;
import static com.barraiser.datasets.tables.DailyRevenue.ORDER_DATE;
import static com.barraiser.datasets.tables.DailyRevenue.REVENUE;
import static com.barraiser.datasets.tables.Marketplaces.MARKETPLACE_ID;
import static com.barraiser.datasets.tables.Marketplaces.MARKETPLACE_NAME;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.timestamp_micros;

import com.barraiser.datasets.Format;
import com.barraiser.datasets.tables.DailyRevenue;
import com.barraiser.datasets.tables.Marketplaces;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Generates {@code daily_revenue} in the order of its arrival, some rows for every marketplace, day
 * and category, and the few rows of {@code marketplaces}. The days of interest have others before
 * them, so that a question about the former is one about a part of the table.
 */
public final class RevenueGenerator implements Generator {

  /** The share of revenue that belongs to no known marketplace. */
  public static final Knob ORPHANS =
      new Knob("orphans", "share of revenue whose marketplace does not exist", 0, 1, 0);

  /** How many days of revenue there are before the days that the common knob asks for. */
  public static final Knob HISTORY =
      Knob.whole("history", "days of revenue before the --days", 0, 36_500, 7);

  private static final String ROW = "row";
  private static final String SOURCE = "source";
  private static final String MARKETPLACE = "marketplace";
  private static final String PRODUCT = "product";

  @Override
  public List<Knob> knobs() {
    return List.of(ORPHANS, HISTORY);
  }

  @Override
  public Manifest write(
      SparkSession spark, Knobs knobs, Format format, int partitions, String folder) {
    Achievement ofRevenue = new Achievement(ORPHANS.name());
    Achievement ofMarketplaces = new Achievement();
    Dataset<Row> revenue = ofRevenue.observe(revenue(spark, knobs, partitions));
    Dataset<Row> marketplaces = ofMarketplaces.observe(marketplaces(spark));
    TableFiles.write(DailyRevenue.TABLE, revenue, format, folder);
    TableFiles.write(Marketplaces.TABLE, marketplaces, format, folder);
    return new Manifest(
        format.key(),
        knobs,
        Map.of(
            DailyRevenue.TABLE.name(), ofRevenue.achieved(),
            Marketplaces.TABLE.name(), ofMarketplaces.achieved()));
  }

  /** All rows of revenue with the columns of the table and how each row came about. */
  Dataset<Row> revenue(SparkSession spark, Knobs knobs, int partitions) {
    Draws draws = new Draws(knobs.seed());
    Repeats repeats = new Repeats(knobs.rows(), knobs.duplicates(), draws);
    int days = knobs.days() + (int) knobs.own(HISTORY);
    Timeline timeline = new Timeline(knobs.rows(), days, knobs.late(), draws);
    Shelves shelves = Shelves.of(repeats.originals(), days, knobs.skew(), draws);
    Column isOrphan = draws.within(knobs.own(ORPHANS), ORPHANS.name(), col(SOURCE));
    return spark
        .range(0, knobs.rows(), 1, partitions)
        .toDF(ROW)
        .withColumn(DUPLICATE, repeats.isRepeat(col(ROW)))
        .withColumn(SOURCE, repeats.source(col(ROW)))
        .withColumn(ORPHANS.name(), isOrphan)
        .withColumn(MARKETPLACE, shelves.marketplace(col(SOURCE)))
        .withColumn(PRODUCT, shelves.popularity(col(SOURCE)))
        .select(
            shelves.marketplaceId(col(MARKETPLACE), col(ORPHANS.name())).as(MARKETPLACE_ID),
            timestamp_micros(timeline.micros(col(SOURCE))).cast("date").as(ORDER_DATE),
            shelves.category(col(MARKETPLACE), col(PRODUCT)).as(CATEGORY),
            shelves.revenue(col(SOURCE)).as(REVENUE),
            col(ORPHANS.name()),
            Shelves.isHottest(col(MARKETPLACE), col(PRODUCT))
                .and(col(ORPHANS.name()).equalTo(false))
                .as(HOTTEST),
            timeline.isLate(col(SOURCE)).as(LATE),
            col(DUPLICATE),
            draws.damage(knobs.malformed(), col(ROW)).as(DAMAGE),
            draws.notation(col(SOURCE)).as(NOTATION));
  }

  /** All marketplaces, those without revenue among them; none is damaged. */
  Dataset<Row> marketplaces(SparkSession spark) {
    return spark
        .range(0, Shelves.ALL_MARKETPLACES, 1, 1)
        .toDF(ROW)
        .select(
            Shelves.id(col(ROW)).as(MARKETPLACE_ID),
            Shelves.name(col(ROW)).as(MARKETPLACE_NAME),
            col(ROW).equalTo(0).as(HOTTEST),
            lit(false).as(LATE),
            lit(false).as(DUPLICATE),
            lit(null).cast("bigint").as(DAMAGE),
            lit(0L).as(NOTATION));
  }
}
