package com.barraiser.check.answers;

import java.util.List;

/** An answer that cannot be tried: not a query, not Java, or not a solution. */
public final class AnswerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Creates the exception with lines for the user; each says where and what. */
  public AnswerException(List<String> lines) {
    super(String.join("\n", lines));
  }

  /** Creates the exception with a line for the user. */
  public AnswerException(String line) {
    this(List.of(line));
  }
}
