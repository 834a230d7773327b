package com.barraiser.questions.topasins;

import com.barraiser.datasets.Table;
import com.barraiser.datasets.Tuple;
import com.barraiser.datasets.generate.ClicksGenerator;
import com.barraiser.datasets.generate.Generator;
import com.barraiser.datasets.tables.Clicks;
import com.barraiser.vocabulary.Answer;
import com.barraiser.vocabulary.Case;
import com.barraiser.vocabulary.Model;
import com.barraiser.vocabulary.Parameter;
import com.barraiser.vocabulary.Question;
import java.time.Duration;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Which products had the most unique customers in the last 24 hours?
 *
 * <p>Input: {@code clicks}. Answer: at most {@code k} rows, one per product, ranked by unique
 * customers and then by ASIN.
 *
 * <p>The trap: clicks are not customers, the window has one open and one closed edge, and counting
 * every product's customers exactly is far more work than the few winners need.
 */
public final class TopAsins implements Question {

  /** The instant at which the window ends, inclusive. */
  public static final String AS_OF = "as-of";

  /** How far the window reaches back, exclusive. */
  public static final String WINDOW = "window";

  /** How many products are wanted. */
  public static final String K = "k";

  /** The answer's column for the place of a product, from 1. */
  public static final String RANK = "rank";

  /** The answer's column for a product's unique customers in the window. */
  public static final String UNIQUE_CUSTOMERS = "unique_customers";

  /** One row per place, in order. */
  public static final StructType SCHEMA =
      new StructType()
          .add(RANK, DataTypes.IntegerType)
          .add(Clicks.ASIN, DataTypes.StringType)
          .add(UNIQUE_CUSTOMERS, DataTypes.LongType);

  @Override
  public String name() {
    return "top-asins";
  }

  @Override
  public String title() {
    return "the top K products by unique customers in the last 24 hours";
  }

  @Override
  public List<Table> tables() {
    return List.of(Clicks.TABLE);
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.timestamp(
            AS_OF,
            "the instant at which the window ends; default: the latest click",
            tables -> tables.latest(Clicks.TABLE.name(), Clicks.TS)),
        Parameter.duration(
            WINDOW, "how far the window reaches back; default: 24h", Duration.ofHours(24)),
        Parameter.integer(K, "how many products; default: 10", 1, 10));
  }

  @Override
  public Answer answer() {
    return new Answer(SCHEMA, List.of(RANK), Answer.Order.FIXED);
  }

  @Override
  public String recommended() {
    return "candidates-first";
  }

  @Override
  public Model model() {
    return new TopAsinsModel();
  }

  @Override
  public Generator generator() {
    return new ClicksGenerator();
  }

  @Override
  public Case example() {
    return TopAsinsCases.EXAMPLE;
  }

  @Override
  public List<Tuple> exampleAnswer() {
    return TopAsinsCases.EXAMPLE_ANSWER;
  }

  @Override
  public List<Case> cases() {
    return TopAsinsCases.all();
  }

  @Override
  public Case generatedCase(long seed) {
    return GeneratedClicks.generated(seed);
  }
}
