package com.barraiser.vocabulary.warehouse;

import java.util.List;
import java.util.Objects;

/**
 * Small batches that arrive one after another, and what they are good for.
 *
 * @param name a name in kebab case
 * @param catches the mistake that fails on it, in one line
 * @param batches the batches in the order of their arrival
 */
public record Sequence(String name, String catches, List<Batch> batches) {

  /** Copies the list. */
  public Sequence {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(catches, "catches");
    batches = List.copyOf(batches);
  }
}
