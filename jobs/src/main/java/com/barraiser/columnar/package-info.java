/**
 * Columnar batches in, rows out: the one place that touches Spark's internal execution API.
 *
 * <p>Spark's scan is fast; turning its batches into rows and exchanging rows one by one is what
 * costs. A solution that needs the machine's limit opens a {@link
 * com.barraiser.columnar.ColumnarScan}, packs what it needs of a batch into longs, sends {@link
 * com.barraiser.columnar.Block}s of them through an ordinary shuffle, gathers them in a {@link
 * com.barraiser.columnar.LongTable}, sends on what comes of them through {@link
 * com.barraiser.columnar.Shuffles} where it takes another meeting, and gives {@link
 * com.barraiser.columnar.Rows} back as a Dataset that behaves like any other. Tasks hold no state
 * but their own, so that a task or an executor that is lost is computed again by Spark.
 *
 * <p>What a scan cannot read exactly, it refuses: then there is no {@code ColumnarScan}, and the
 * solution answers with a plan of columns. The memory of tables and blocks is asked of Spark, and a
 * task that is not granted it fails with advice before the heap is full.
 */
package com.barraiser.columnar;
