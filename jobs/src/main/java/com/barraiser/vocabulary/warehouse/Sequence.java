package com.barraiser.vocabulary.warehouse;

import java.util.List;
import java.util.Objects;

/**
 * Small batches that arrive one after another, and what they are good for.
 *
 * @param name a name in kebab case
 * @param catches the mistake that fails on it, in one line
 * @param batches the batches in the order of their arrival
 * @param interrupted whether the run of each batch dies after its first step, dies after its second
 *     one when it is run again, and so on until it is whole
 */
public record Sequence(String name, String catches, List<Batch> batches, boolean interrupted) {

  /** Copies the list. */
  public Sequence {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(catches, "catches");
    batches = List.copyOf(batches);
  }

  /** Batches whose runs are left alone. */
  public Sequence(String name, String catches, List<Batch> batches) {
    this(name, catches, batches, false);
  }

  /** Batches of which each is loaded by runs that die, and one that does not. */
  public static Sequence interrupted(String name, String catches, List<Batch> batches) {
    return new Sequence(name, catches, batches, true);
  }

  /** The same with other batches. */
  public Sequence with(List<Batch> others) {
    return new Sequence(name, catches, others, interrupted);
  }
}
