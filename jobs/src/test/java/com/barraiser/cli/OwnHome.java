package com.barraiser.cli;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Keeps what a test's commands make once out of the home of others.
 *
 * @param place the home, asked for when a test begins
 */
record OwnHome(Supplier<Path> place) implements BeforeEachCallback, AfterEachCallback {

  private static final String HOME = "barraiser.home";

  @Override
  public void beforeEach(ExtensionContext context) {
    System.setProperty(HOME, place.get().toString());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    System.clearProperty(HOME);
  }
}
