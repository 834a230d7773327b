package com.barraiser.cli;

/** x. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {}
}
