package com.barraiser.questions.categoryshare;

import com.barraiser.datasets.Table;
import com.barraiser.datasets.Tuple;
import com.barraiser.datasets.generate.Generator;
import com.barraiser.datasets.generate.RevenueGenerator;
import com.barraiser.datasets.tables.DailyRevenue;
import com.barraiser.datasets.tables.Marketplaces;
import com.barraiser.vocabulary.Answer;
import com.barraiser.vocabulary.Case;
import com.barraiser.vocabulary.Model;
import com.barraiser.vocabulary.Parameter;
import com.barraiser.vocabulary.Question;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructType;

/**
 * Which categories brought in most of each marketplace's revenue in the last seven days?
 *
 * <p>Inputs: {@code daily_revenue} and {@code marketplaces}. Answer: at most {@code top} rows per
 * marketplace, one per category, ranked by revenue and then by name, with the share of the
 * marketplace's whole revenue.
 *
 * <p>The trap: the total is that of all categories, not of those that are shown; seven days that
 * include the last one begin six days earlier; and a total can be zero.
 */
public final class CategoryShare implements Question {

  /** The day on which the window ends, inclusive. */
  public static final String AS_OF = "as-of";

  /** How many days the window has. */
  public static final String DAYS = "days";

  /** How many categories of a marketplace are wanted. */
  public static final String TOP = "top";

  public static final String REVENUE_7D = "revenue_7d";
  public static final String TOTAL_REVENUE_7D = "total_revenue_7d";
  public static final String REVENUE_SHARE = "revenue_share";

  /** The answer's column for the place of a category in its marketplace, from 1. */
  public static final String RANK = "rank";

  /** The type of sums of money. */
  public static final DecimalType MONEY = DataTypes.createDecimalType(28, 2);

  /** The columns of the answer. */
  public static final StructType SCHEMA =
      new StructType()
          .add(DailyRevenue.MARKETPLACE_ID, DataTypes.StringType)
          .add(DailyRevenue.CATEGORY, DataTypes.StringType)
          .add(REVENUE_7D, MONEY)
          .add(TOTAL_REVENUE_7D, MONEY)
          .add(REVENUE_SHARE, DataTypes.DoubleType)
          .add(RANK, DataTypes.IntegerType);

  /** The answer's columns, in order. */
  static final List<String> COLUMNS = List.of(SCHEMA.fieldNames());

  @Override
  public String name() {
    return "category-share";
  }

  @Override
  public String title() {
    return "the top categories by revenue share in the last seven days";
  }

  @Override
  public List<Table> tables() {
    return List.of(DailyRevenue.TABLE, Marketplaces.TABLE);
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.date(
            AS_OF,
            "the last day of the window; default: the latest order_date in daily_revenue",
            tables -> tables.latestDate(DailyRevenue.TABLE.name(), DailyRevenue.ORDER_DATE)),
        Parameter.integer(DAYS, "how many days the window has; default: 7", 1, 7),
        Parameter.integer(TOP, "how many categories of a marketplace; default: 2", 1, 2));
  }

  @Override
  public Answer answer() {
    return new Answer(SCHEMA, List.of(DailyRevenue.MARKETPLACE_ID, RANK), Answer.Order.FIXED);
  }

  @Override
  public String recommended() {
    return "columnar-blocks";
  }

  @Override
  public Model model() {
    return new CategoryShareModel();
  }

  @Override
  public Generator generator() {
    return new RevenueGenerator();
  }

  @Override
  public Case example() {
    return CategoryShareCases.EXAMPLE;
  }

  @Override
  public List<Tuple> exampleAnswer() {
    return CategoryShareCases.exampleAnswer();
  }

  @Override
  public List<Case> cases() {
    return CategoryShareCases.all();
  }

  @Override
  public Case generatedCase(long seed) {
    return GeneratedRevenue.generated(seed);
  }
}
