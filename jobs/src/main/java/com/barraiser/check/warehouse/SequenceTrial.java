package com.barraiser.check.warehouse;

import com.barraiser.check.WarehouseJudge.Fault;
import com.barraiser.vocabulary.warehouse.Sequence;
import java.util.Optional;

/**
 * How an answer did on a sequence of batches.
 *
 * @param sequence the batches, in the order in which they were loaded
 * @param fault what is wrong with the tables, where something is
 * @param error what the answer threw, with its own line, where it threw
 */
public record SequenceTrial(Sequence sequence, Optional<Fault> fault, Optional<String> error) {

  /** Whether the answer is right on the sequence. */
  public boolean right() {
    return fault.isEmpty() && error.isEmpty();
  }
}
