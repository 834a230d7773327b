package com.barraiser.questions.conversion7d;

import static com.barraiser.datasets.tables.PlacedOrders.ORDER_TS;
import static com.barraiser.datasets.tables.Sessions.MARKETPLACE_ID;
import static com.barraiser.datasets.tables.Sessions.SESSION_TS;

import com.barraiser.datasets.Table;
import com.barraiser.datasets.Tuple;
import com.barraiser.datasets.generate.Generator;
import com.barraiser.datasets.generate.SessionsAndOrdersGenerator;
import com.barraiser.datasets.tables.PlacedOrders;
import com.barraiser.datasets.tables.Sessions;
import com.barraiser.vocabulary.Answer;
import com.barraiser.vocabulary.Case;
import com.barraiser.vocabulary.Model;
import com.barraiser.vocabulary.Parameter;
import com.barraiser.vocabulary.Question;
import com.barraiser.vocabulary.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Which share of each day's sessions turns into an order within seven days?
 *
 * <p>Inputs: {@code sessions} and {@code orders}. Answer: one row per marketplace and UTC day that
 * has a session, with the day's sessions, those that convert, and both over seven calendar days.
 *
 * <p>The trap: a join of sessions with orders multiplies rows, once for every order in the window,
 * and a busy customer makes it explode.
 */
public final class Conversion7d implements Question {

  public static final String SESSION_DATE = "session_date";
  public static final String SESSIONS = "sessions";
  public static final String CONVERTED = "converted";
  public static final String CONVERSION_RATE = "conversion_rate";
  public static final String SESSIONS_7D = "sessions_7d";
  public static final String CONVERTED_7D = "converted_7d";
  public static final String CONVERSION_RATE_7D = "conversion_rate_7d";
  public static final String IS_COMPLETE = "is_complete";

  /** How long after a session an order counts for it. */
  public static final String WINDOW = "window";

  /** The instant for which it is asked whether days are complete. */
  public static final String AS_OF = "as-of";

  /** The days of the rolling columns before the day itself. */
  public static final int DAYS_BEFORE = 6;

  private static final StructType SCHEMA =
      new StructType()
          .add(MARKETPLACE_ID, DataTypes.StringType)
          .add(SESSION_DATE, DataTypes.DateType)
          .add(SESSIONS, DataTypes.LongType)
          .add(CONVERTED, DataTypes.LongType)
          .add(CONVERSION_RATE, DataTypes.DoubleType)
          .add(SESSIONS_7D, DataTypes.LongType)
          .add(CONVERTED_7D, DataTypes.LongType)
          .add(CONVERSION_RATE_7D, DataTypes.DoubleType)
          .add(IS_COMPLETE, DataTypes.BooleanType);

  /** The answer's columns, in order. */
  static final List<String> COLUMNS = List.of(SCHEMA.fieldNames());

  @Override
  public String name() {
    return "conversion-7d";
  }

  @Override
  public String title() {
    return "sessions that turn into an order within seven days";
  }

  @Override
  public List<Table> tables() {
    return List.of(Sessions.TABLE, PlacedOrders.TABLE);
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.duration(
            WINDOW,
            "how long after a session an order counts for it; default: 7d",
            Duration.ofDays(7)),
        Parameter.timestamp(
            AS_OF,
            "when it is asked whether a day is complete; default: the latest time in either table",
            Conversion7d::latest));
  }

  @Override
  public Answer answer() {
    return new Answer(SCHEMA, List.of(MARKETPLACE_ID, SESSION_DATE), Answer.Order.ANY);
  }

  @Override
  public String recommended() {
    return "packed-exists";
  }

  @Override
  public Model model() {
    return new Conversion7dModel();
  }

  @Override
  public Generator generator() {
    return new SessionsAndOrdersGenerator();
  }

  @Override
  public Case example() {
    return Conversion7dCases.EXAMPLE;
  }

  @Override
  public List<Tuple> exampleAnswer() {
    return Conversion7dCases.exampleAnswer();
  }

  @Override
  public List<Case> cases() {
    return Conversion7dCases.all();
  }

  @Override
  public Case generatedCase(long seed) {
    return GeneratedSessions.generated(seed);
  }

  private static Object latest(Tables tables) {
    return Stream.of(
            tables.latestIfAny(Sessions.TABLE.name(), SESSION_TS),
            tables.latestIfAny(PlacedOrders.TABLE.name(), ORDER_TS))
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }
}
