package com.barraiser.vocabulary;

/**
 * Thrown where an input allows no answer, and the question says that the answer must fail then. The
 * message names why, as the question asks for. A solution in SQL calls {@code raise_error} instead.
 */
public final class NoAnswerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Creates the failure with a message for the user. */
  public NoAnswerException(String message) {
    super(message);
  }
}
