package com.barraiser.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.SparkThrowable;

/** What a failure says, from its innermost cause on. */
public final class FailureMessages {

  private static final String RAISED = "USER_RAISED_EXCEPTION";
  private static final int MOST_CAUSES = 50;

  private FailureMessages() {}

  /** The messages of a failure and its causes, the innermost first; there is always one. */
  static List<String> of(Throwable error) {
    List<String> messages = new ArrayList<>();
    for (Throwable e = error; e != null && messages.size() < MOST_CAUSES; e = e.getCause()) {
      messages.add(0, raised(e).orElse(String.valueOf(e.getMessage())));
    }
    return messages;
  }

  /** The text that a query gave to {@code raise_error}, without what Spark adds to it. */
  public static Optional<String> raised(Throwable error) {
    return error instanceof SparkThrowable spark && RAISED.equals(spark.getCondition())
        ? Optional.ofNullable(spark.getMessageParameters().get("errorMessage"))
        : Optional.empty();
  }
}
