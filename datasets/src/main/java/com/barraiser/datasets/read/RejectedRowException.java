package com.barraiser.datasets.read;

/** Says why a row cannot be part of a table. It carries no stack trace: bad rows may be many. */
public final class RejectedRowException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the rejection with a reason from a small, fixed set, since rejects are counted by it.
   */
  public RejectedRowException(String reason) {
    super(reason, null, false, false);
  }

  /** Why the row is rejected. */
  public String reason() {
    return getMessage();
  }
}
