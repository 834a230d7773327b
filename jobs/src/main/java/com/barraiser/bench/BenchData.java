package com.barraiser.bench;

import com.barraiser.datasets.read.Source;
import com.barraiser.vocabulary.Tables;
import java.util.Map;

/**
 * A question's input, opened.
 *
 * @param rows how many rows the largest table has
 * @param tables the tables for solutions
 * @param sources where each table lies, by name
 * @param rejected whether any row of any table was rejected
 */
public record BenchData(long rows, Tables tables, Map<String, Source> sources, boolean rejected) {

  /** Copies the map. */
  public BenchData {
    sources = Map.copyOf(sources);
  }
}
