package com.barraiser.datasets;

/**
 * Something is wrong with the data or its place, not with the program: the message says what, where
 * and what to do, and is all that a user needs to see.
 */
public final class DataException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Creates the exception with a message for the user. */
  public DataException(String message) {
    super(message);
  }

  /** Creates the exception with a message for the user and what led to it. */
  public DataException(String message, Throwable cause) {
    super(message, cause);
  }
}
