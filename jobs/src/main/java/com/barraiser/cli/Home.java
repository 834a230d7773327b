package com.barraiser.cli;

import java.nio.file.Path;

/** Where the launcher keeps what is made once; below the working folder without a launcher. */
final class Home {

  private Home() {}

  /** A file or folder in it, which may not exist yet. */
  static Path place(String name) {
    return Path.of(System.getProperty("barraiser.home", ".barraiser"), name);
  }
}
