package com.barraiser.columnar;

import static scala.jdk.javaapi.CollectionConverters.asJava;
import static scala.jdk.javaapi.CollectionConverters.asScala;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.rdd.PartitionPruningRDD;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.ExprId;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.expressions.SubqueryExpression$;
import org.apache.spark.sql.execution.FilterExec;
import org.apache.spark.sql.execution.ProjectExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Function1;
import scala.Tuple2;

/**
 * The scan of a Dataset, read batch by batch.
 *
 * <p>It understands a leaf of the plan that gives batches (Parquet, Delta, JSON lines) and what
 * Spark puts above it to leave out columns or rows: projections that pick, rename or fill in null,
 * and filters, judged by a {@link RowFilter}. So rejected rows, windows of time and Delta's
 * deletion vectors keep their meaning. Columns are INT, BIGINT, DATE, TIMESTAMP, text, or DECIMAL
 * of up to 18 digits. All else is refused.
 */
public final class ColumnarScan {

  /** Each remark is made once. */
  private static final Set<String> REMARKED = ConcurrentHashMap.newKeySet();

  private static final Logger LOG = LoggerFactory.getLogger(ColumnarScan.class);

  /** Hash tables of so many input bytes stay in a core's cache. */
  private static final long CACHED_BYTES = 3L << 20;

  private static final long CACHED_PARTITIONS = 200;

  private static final int LESS = 16;

  /** Where so many partitions are too few: the table of these bytes still fits a small executor. */
  private static final long LARGE_BYTES = 32L << 20;

  private static final Set<DataType> TYPES =
      Set.of(
          DataTypes.IntegerType,
          DataTypes.LongType,
          DataTypes.DateType,
          DataTypes.TimestampType,
          DataTypes.StringType);

  private final RDD<ColumnarBatch> scanned;
  private final Batches batches;
  private final long bytes;

  private ColumnarScan(RDD<ColumnarBatch> scanned, Batches batches, long bytes) {
    this.scanned = scanned;
    this.batches = batches;
    this.bytes = bytes;
  }

  /**
   * The scan of a Dataset with the same columns and rows, or nothing where it cannot be read so.
   */
  public static Optional<ColumnarScan> of(Dataset<Row> rows) {
    try {
      return Optional.of(new Reading().read(rows));
    } catch (UnreadableException e) {
      if (REMARKED.add(e.getMessage())) {
        LOG.warn("Not read in columnar batches, but by a plan of columns: {}", e.getMessage());
      }
      return Optional.empty();
    }
  }

  /** How many tasks read it. */
  public int tasks() {
    return scanned.getNumPartitions();
  }

  /**
   * Sums up the first rows of every partition in a task of its own, without a shuffle.
   *
   * @param rows after so many, or up to a batch more, a task stops
   * @param senders what a task makes of its batches
   * @param summary what becomes of the blocks that it would send, all to one partition
   * @return the summaries by the number of the partition; those that give no batch, since they are
   *     empty or what a filter leaves out, are not there
   */
  public <T> Map<Integer, T> firstRows(
      int rows, SenderSupplier<Batch> senders, Function<Iterator<Block>, T> summary) {
    Batches first = batches.first(rows);
    Map<Integer, T> summaries = new HashMap<>();
    scanned
        .toJavaRDD()
        .mapPartitionsWithIndex((n, part) -> summary(n, part, first, senders, summary), true)
        .collect()
        .forEach(made -> summaries.put(made._1(), made._2()));
    return summaries;
  }

  private static <T> Iterator<Tuple2<Integer, T>> summary(
      int number,
      Iterator<ColumnarBatch> part,
      Batches first,
      SenderSupplier<Batch> senders,
      Function<Iterator<Block>, T> summary)
      throws Exception {
    if (!part.hasNext()) {
      return Collections.emptyIterator();
    }
    var sending = new Sending<>(first.iterator(part), senders, 1);
    T made = summary.call(asJava(asScala(sending).map(Tuple2::_2)));
    return List.of(new Tuple2<>(number, made)).iterator();
  }

  /** The scan of some of the partitions, which are numbered anew. */
  public ColumnarScan only(Set<Integer> partitions) {
    if (partitions.size() == tasks()) {
      return this;
    }
    Set<Integer> kept = Set.copyOf(partitions);
    double share = (double) kept.size() / tasks();
    Function1<Object, Object> isKept = (Function1<Object, Object> & Serializable) kept::contains;
    return new ColumnarScan(
        PartitionPruningRDD.create(scanned, isKept), batches, (long) (share * bytes));
  }

  /** Into how many partitions to shuffle, so that the hash table of each is small. */
  public int partitions() {
    return partitions(1);
  }

  /** The same where about so many rows share an entry of the table. */
  public int partitions(int rowsPerEntry) {
    long cached = Math.min(CACHED_PARTITIONS, bytes / rowsPerEntry / CACHED_BYTES);
    return (int) Math.min(Integer.MAX_VALUE, Math.max(1, Math.max(cached, bytes / LARGE_BYTES)));
  }

  /** The same where tasks send far less than they read. */
  public int fewPartitions() {
    return Math.max(1, partitions() / LESS);
  }

  /** Sends what a task makes of its batches through a shuffle; a partition's number is its hash. */
  public JavaRDD<Block> shuffled(int partitions, SenderSupplier<Batch> senders) {
    Batches all = batches;
    return Shuffles.delivered(
        scanned
            .toJavaRDD()
            .mapPartitions(part -> new Sending<>(all.iterator(part), senders, partitions)),
        partitions);
  }

  /** Reads a plan from its top down to the leaf. */
  private static final class Reading {

    private final List<Expression> conditions = new ArrayList<>();
    private final Map<ExprId, NamedExpression> renamed = new HashMap<>();

    ColumnarScan read(Dataset<Row> rows) {
      var query = ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution();
      SparkPlan top = query.sparkPlan();
      SparkPlan leaf = leaf(top);
      List<Attribute> source = asJava(leaf.output());
      int[] ordinals =
          asJava(top.output()).stream().mapToInt(column -> ordinal(column, source)).toArray();
      check(leaf, source);
      return new ColumnarScan(
          leaf.executeColumnar(),
          new Batches(ordinals, new RowFilter(conditions, leaf.output()), Long.MAX_VALUE),
          query.optimizedPlan().stats().sizeInBytes().longValue());
    }

    private SparkPlan leaf(SparkPlan plan) {
      if (plan instanceof ProjectExec project) {
        asJava(project.projectList()).forEach(this::rename);
        return leaf(project.child());
      }
      if (plan instanceof FilterExec filter) {
        conditions.add(filter.condition());
        return leaf(filter.child());
      }
      return plan;
    }

    private void rename(NamedExpression column) {
      if (column instanceof Alias alias) {
        renamed.put(alias.exprId(), alias);
      } else if (!(column instanceof Attribute)) {
        throw new UnreadableException("the plan computes " + column);
      }
    }

    private void check(SparkPlan leaf, List<Attribute> source) {
      if (!leaf.children().isEmpty() || !leaf.supportsColumnar()) {
        throw new UnreadableException("the plan has a " + leaf.nodeName() + " that gives rows");
      }
      for (Expression condition : conditions) {
        boolean known =
            condition.references().subsetOf(leaf.outputSet())
                && condition.deterministic()
                && !SubqueryExpression$.MODULE$.hasSubquery(condition);
        if (!known) {
          throw new UnreadableException("the plan filters by " + condition.sql());
        }
      }
    }

    private static boolean isReadable(DataType type) {
      return TYPES.contains(type)
          || type instanceof DecimalType decimal
              && decimal.precision() <= Decimal.MAX_LONG_DIGITS();
    }

    /** Where the leaf has a column, or {@link Batches#NOWHERE} for one that is null throughout. */
    private int ordinal(Attribute column, List<Attribute> source) {
      if (!isReadable(column.dataType())) {
        throw new UnreadableException(column.name() + " is " + column.dataType().sql());
      }
      NamedExpression alias = renamed.get(column.exprId());
      if (alias instanceof Alias known) {
        if (known.child() instanceof Literal literal && literal.value() == null) {
          return Batches.NOWHERE;
        }
        if (known.child() instanceof Attribute attribute) {
          return ordinal(attribute, source);
        }
        throw new UnreadableException("the plan computes " + known.sql());
      }
      for (int i = 0; i < source.size(); i++) {
        if (source.get(i).exprId().equals(column.exprId())) {
          return i;
        }
      }
      throw new UnreadableException("the plan does not say where " + column.name() + " is from");
    }
  }

  /** Why a plan cannot be read. */
  private static final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableException(String message) {
      super(message);
    }
  }
}
