package com.barraiser.cli;

import com.barraiser.check.FailureMessages;
import com.barraiser.check.answers.AnswerException;
import com.barraiser.datasets.DataException;
import com.barraiser.vocabulary.NoAnswerException;
import java.util.Optional;

/** Puts a failure into a line or two for the user. */
final class Failure {

  private static final int MAX_LENGTH = 400;

  private Failure() {}

  /** Our own message where there is one below Spark's wrappings, else the innermost one. */
  static String message(Throwable error) {
    Throwable innermost = error;
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof DataException
          || cause instanceof AnswerException
          || cause instanceof NoAnswerException) {
        return cause.getMessage();
      }
      Optional<String> raised = FailureMessages.raised(cause);
      if (raised.isPresent()) {
        return raised.get();
      }
      innermost = cause;
    }
    if (innermost instanceof OutOfMemoryError) {
      return "out of memory; give more with --driver-memory, as in --driver-memory 4g";
    }
    String text = Optional.ofNullable(innermost.getMessage()).orElse("");
    String firstLine = text.lines().findFirst().orElse("");
    String line = innermost.getClass().getSimpleName() + ": " + firstLine;
    String shortened = line.length() > MAX_LENGTH ? line.substring(0, MAX_LENGTH) + "…" : line;
    return shortened + "\nAdd --verbose for the details.";
  }
}
