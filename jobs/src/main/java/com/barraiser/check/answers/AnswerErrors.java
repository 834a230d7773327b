package com.barraiser.check.answers;

import com.barraiser.vocabulary.Approach;
import com.barraiser.vocabulary.SqlText;
import com.barraiser.vocabulary.Written;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.QueryContext;
import org.apache.spark.QueryContextType;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;

/** Says what went wrong in an answer, and at which of its own lines. */
public final class AnswerErrors {

  private static final int MAX_LENGTH = 400;

  private AnswerErrors() {}

  /** The error in one line: the place in the answer where it is known, and the cause. */
  public static String of(Throwable error, Approach approach) {
    List<Throwable> causes = causes(error);
    Optional<String> placed =
        causes.stream().map(cause -> placed(cause, approach)).flatMap(Optional::stream).findFirst();
    return placed.orElseGet(() -> approach.name() + ": " + message(causes.get(0)));
  }

  /** The same for the text of a query; empty where the error has no place in it. */
  static Optional<String> of(Throwable error, String name, String query) {
    return position(error, query).map(position -> name + ":" + position + ": " + message(error));
  }

  private static Optional<String> placed(Throwable cause, Approach approach) {
    if (approach instanceof Written written) {
      return of(cause, written.name(), written.text());
    }
    String type = approach.getClass().getName();
    return Arrays.stream(cause.getStackTrace())
        .filter(frame -> frame.getClassName().equals(type) || isInside(frame, type))
        .filter(frame -> frame.getLineNumber() > 0)
        .findFirst()
        .map(
            frame ->
                "%s:%d: %s".formatted(frame.getFileName(), frame.getLineNumber(), message(cause)));
  }

  /** Nested classes, and other classes of the same file, which stands in a package of its own. */
  private static boolean isInside(StackTraceElement frame, String type) {
    return frame.getClassName().startsWith(type + "$")
        || type.startsWith(JavaFile.PACKAGE)
            && frame.getClassName().startsWith(type.substring(0, type.lastIndexOf('.') + 1));
  }

  private static Optional<String> position(Throwable error, String query) {
    if (error instanceof AnalysisException analysis && analysis.line().isDefined()) {
      return Optional.of(
          "%s:%d".formatted(analysis.line().get(), 1 + (Integer) analysis.startPosition().get()));
    }
    if (!(error instanceof SparkThrowable spark)) {
      return Optional.empty();
    }
    return Stream.of(spark.getQueryContext())
        .filter(context -> context.contextType() == QueryContextType.SQL)
        .map(QueryContext::startIndex)
        .filter(start -> start >= 0 && start < query.length())
        .map(start -> SqlText.lineAndColumn(query, start))
        .findFirst();
  }

  /** The innermost cause first. */
  private static List<Throwable> causes(Throwable error) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable cause = error; cause != null && causes.size() < 50; cause = cause.getCause()) {
      causes.add(cause);
    }
    Collections.reverse(causes);
    return causes;
  }

  /** Spark's own errors without their codes, state and plan; others with their type. */
  private static String message(Throwable error) {
    String text = Optional.ofNullable(error.getMessage()).orElse("");
    String line = text.strip().lines().findFirst().orElse("");
    if (error instanceof SparkThrowable) {
      line = line.replaceFirst("^\\[[A-Z0-9_.]+] ", "").replaceFirst(" *SQLSTATE: .*$", "");
    } else {
      line = error.getClass().getSimpleName() + (line.isEmpty() ? "" : ": " + line);
    }
    return line.length() > MAX_LENGTH ? line.substring(0, MAX_LENGTH) + "…" : line;
  }
}
