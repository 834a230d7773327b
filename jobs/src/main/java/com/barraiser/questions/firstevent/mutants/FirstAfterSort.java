package com.barraiser.questions.firstevent.mutants;

import static com.barraiser.datasets.tables.OrderEvents.EVENT_TIME;
import static com.barraiser.datasets.tables.OrderEvents.EXTRA;
import static com.barraiser.datasets.tables.OrderEvents.ORDER_ID;
import static com.barraiser.datasets.tables.OrderEvents.STATUS;
import static com.barraiser.datasets.tables.OrderEvents.TABLE;
import static org.apache.spark.sql.functions.first;

import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Sorts, groups, and takes the first value of each column. */
public final class FirstAfterSort implements Solution {

  @Override
  public String why() {
    return "A group does not keep the order in which its rows were sorted, and ties stay open.";
  }

  @Override
  public Dataset<Row> answer(Tables tables, Parameters parameters) {
    return tables
        .table(TABLE.name())
        .orderBy(EVENT_TIME)
        .groupBy(ORDER_ID)
        .agg(first(EVENT_TIME).as(EVENT_TIME), first(STATUS).as(STATUS), first(EXTRA).as(EXTRA));
  }
}
