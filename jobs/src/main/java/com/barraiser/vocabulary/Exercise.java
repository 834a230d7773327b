package com.barraiser.vocabulary;

import com.barraiser.datasets.generate.Generator;
import com.barraiser.datasets.generate.Knobs;
import java.util.List;

/**
 * What the catalogue lists, whatever kind of answer it asks for. Its class stands in a package of
 * its own together with {@code statement.md} and {@code explanation.md}; the packages {@code
 * solutions} and {@code mutants} below it hold one file each for every way to answer, right or
 * wrong: a class that implements {@link #kind}, or a {@code .sql} file.
 */
public interface Exercise {

  /** The name on the command line, in kebab case. */
  String name();

  /** What is asked, in one sentence. */
  String title();

  /** The values that it may be asked with. */
  default List<Parameter> parameters() {
    return List.of();
  }

  /** The name of the approach that {@code run} uses. */
  String recommended();

  /** Makes input data of any size. */
  Generator generator();

  /**
   * What is generated where the user names no input: small enough to be answered in a moment, and
   * with some of everything that can go wrong.
   */
  default Knobs sample() {
    return new Knobs(20_000, 1, 0.5, 0.02, 0.01, 0.002, 7);
  }

  /** What a class must implement to be an answer. */
  Class<? extends Approach> kind();

  /** An answer that is written in SQL. */
  Approach written(String name, String sql);
}
