package com.barraiser.vocabulary.warehouse;

import com.barraiser.datasets.Table;
import com.barraiser.datasets.Tuple;
import com.barraiser.datasets.generate.BatchGenerator;
import com.barraiser.vocabulary.Exercise;
import com.barraiser.vocabulary.Parameters;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked of batches that arrive over time, and all that belongs to it; the answer is tables
 * that remain. It is right when, after any sequence of batches, in order, late, repeated, cut into
 * other sizes, interrupted and run again, the tables equal what the model makes of all rows that
 * ever arrived.
 */
public interface StatefulQuestion extends Exercise {

  /** The tables that a batch consists of; a batch may lack any of them. */
  List<Table> feeds();

  /** The tables that are compared with the model's. */
  List<JudgedTable> tables();

  /** The naive answer that judges all refreshes. */
  WarehouseModel model();

  /** Finds the batches that a run takes. */
  default Intake intake() {
    return new BatchFolders(this);
  }

  /** The time that loading a batch may take, where there is a limit. */
  default Optional<Deadline> deadline(Parameters parameters, Clock clock, Deadline.Voice voice) {
    return Optional.empty();
  }

  /** The surrogate keys of the tables, which are right or wrong whatever the batches were. */
  default List<SurrogateKeys> surrogateKeys() {
    return List.of();
  }

  /**
   * Puts the files of the warehouse in order where a policy of the question says that it is time,
   * after a batch has been loaded. No row changes.
   *
   * @return what was done, a line each
   */
  default List<String> maintain(Warehouse warehouse, Parameters parameters) {
    return List.of();
  }

  /** A small sequence to explain the question with; the first of {@link #sequences}. */
  Sequence example();

  /** The tables after {@link #example}, worked out by hand. */
  Map<String, List<Tuple>> exampleTables();

  /** Small sequences by name, each with the mistake that it catches. */
  List<Sequence> sequences();

  /**
   * The columns whose values say which rows belong together: texts, times and 64-bit numbers. Where
   * two sequences have unlike values in them, no row of one changes what the other leaves in the
   * tables, so both can be tried as one.
   */
  Set<String> namespacedColumns();

  /** A small sequence made from a seed: late, repeated, dense in ties and odd text. */
  Sequence generatedSequence(long seed);

  @Override
  BatchGenerator generator();

  @Override
  default Class<Refresh> kind() {
    return Refresh.class;
  }

  @Override
  default Refresh written(String name, String sql) {
    return new SqlRefresh(name, sql);
  }
}
