package com.barraiser.datasets.generate;

import static com.barraiser.datasets.generate.RowMarks.DAMAGE;
import static com.barraiser.datasets.generate.RowMarks.DUPLICATE;
import static com.barraiser.datasets.generate.RowMarks.HOTTEST;
import static com.barraiser.datasets.generate.RowMarks.LATE;
import static com.barraiser.datasets.generate.RowMarks.NOTATION;
import static com.barraiser.datasets.tables.Clicks.ASIN;
import static com.barraiser.datasets.tables.Clicks.CUSTOMER_ID;
import static com.barraiser.datasets.tables.Clicks.TABLE;
import static com.barraiser.datasets.tables.Clicks.TS;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.when;

import com.barraiser.datasets.Format;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Generates {@code clicks} in the order of their arrival, at the times of a {@link Timeline}: 200
 * clicks a product and 20 a customer on average, popular products as the skew says. One product can
 * be made hot beyond any skew.
 */
public final class ClicksGenerator implements Generator {

  /** The share of all clicks that one product gets beside what the skew gives it. */
  static final Knob HOT = new Knob("hot", "share of all clicks on one product", 0, 1, 0);

  private static final int CLICKS_PER_PRODUCT = 200;
  private static final int CLICKS_PER_CUSTOMER = 20;
  private static final long FIRST_CUSTOMER = 100_000_000L;

  @Override
  public List<Knob> knobs() {
    return List.of(HOT);
  }

  @Override
  public Manifest write(
      SparkSession spark, Knobs knobs, Format format, int partitions, String folder) {
    Achievement achievement = new Achievement();
    Dataset<Row> clicks = achievement.observe(clicks(spark, knobs, partitions));
    TableFiles.write(TABLE, clicks, format, folder);
    return new Manifest(format.key(), knobs, Map.of(TABLE.name(), achievement.achieved()));
  }

  /** All rows with the columns of the table and how each row came about. */
  Dataset<Row> clicks(SparkSession spark, Knobs knobs, int partitions) {
    Draws draws = new Draws(knobs.seed());
    Repeats repeats = new Repeats(knobs.rows(), knobs.duplicates(), draws);
    Timeline timeline = new Timeline(knobs.rows(), knobs, draws);
    long products = Math.max(1, repeats.originals() / CLICKS_PER_PRODUCT);
    long customers = Math.max(1, repeats.originals() / CLICKS_PER_CUSTOMER);
    Column row = col("row");
    Column source = col("source");
    Column product = col("product");
    return spark
        .range(0, knobs.rows(), 1, partitions)
        .toDF("row")
        .withColumn(DUPLICATE, repeats.isRepeat(row))
        .withColumn("source", repeats.source(row))
        .withColumn("product", product(products, knobs, draws, source))
        .select(
            Asins.of(product).as(ASIN),
            draws.below(customers, "customer", source).plus(FIRST_CUSTOMER).as(CUSTOMER_ID),
            timestamp_micros(timeline.micros(source)).as(TS),
            product.equalTo(0).as(HOTTEST),
            timeline.isLate(source).as(LATE),
            col(DUPLICATE),
            draws.damage(knobs.malformed(), row).as(DAMAGE),
            draws.notation(source).as(NOTATION));
  }

  private static Column product(long products, Knobs knobs, Draws draws, Column source) {
    Column popular = draws.zipf(products, knobs.skew(), "product", source);
    return when(draws.within(knobs.own(HOT), "hot", source), 0L).otherwise(popular);
  }
}
