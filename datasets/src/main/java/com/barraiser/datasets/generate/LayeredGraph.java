package com.barraiser.datasets.generate;

import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/**
 * A random graph without cycles. Its jobs, numbered from 0, are cut into layers of the same size. A
 * job's first edge comes from the layer before its own, so that its level is its layer's number;
 * its other edges come from any job of the layers before, the lower ones more often as the skew
 * says.
 *
 * @param jobs how many jobs there are, at least as many as layers
 * @param layers how many layers, at least 2
 * @param skew the Zipf exponent of how often jobs are waited for
 */
record LayeredGraph(long jobs, long layers, double skew, Draws draws) {

  private static final int DIGITS = 10;
  private static final long NAMES = 10_000_000_000L;

  /** Shares no factor with the count, so multiplying with it permutes the numbers. */
  private static final long STRIDE = 618_033_989L;

  private static final String[] TASKS = {"extract", "load", "clean", "join", "sum", "export"};

  /** The job that waits, by the number of the edge: all those that do, in turn. */
  Column downstream(Column edge) {
    return pmod(edge, lit(waiting())).plus(firstWaiting());
  }

  /** The job that is waited for. */
  Column upstream(Column edge, Column downstream) {
    Column layer = div(downstream.multiply(layers), lit(jobs));
    Column from = when(edge.lt(waiting()), start(layer.minus(1))).otherwise(0L);
    Column width = start(layer).minus(from);
    Column popular = draws.zipf(jobs, skew, "upstream", edge);
    return from.plus(div(popular.multiply(width), lit(jobs)));
  }

  /** A name that tells nothing of the job's layer; unlike jobs have unlike names. */
  Column name(Column job) {
    Column scattered = pmod(job.multiply(STRIDE), lit(NAMES));
    Column task = draws.oneOf(TASKS, "task", job);
    return concat(task, lit("-"), lpad(scattered.cast("string"), DIGITS, "0"));
  }

  private long firstWaiting() {
    return (jobs + layers - 1) / layers;
  }

  private long waiting() {
    return jobs - firstWaiting();
  }

  /** The first job of a layer. */
  private Column start(Column layer) {
    return div(layer.multiply(jobs).plus(layers - 1), lit(layers));
  }

  private static Column div(Column dividend, Column divisor) {
    return call_function("div", dividend, divisor);
  }
}
