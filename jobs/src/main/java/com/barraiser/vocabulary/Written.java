package com.barraiser.vocabulary;

/** An approach that is a text of its own and no class. */
public interface Written extends Approach {

  /** The text as it stands in its file. */
  String text();
}
