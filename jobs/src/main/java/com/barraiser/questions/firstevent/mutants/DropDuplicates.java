package com.barraiser.questions.firstevent.mutants;

import static com.barraiser.datasets.tables.OrderEvents.EVENT_TIME;
import static com.barraiser.datasets.tables.OrderEvents.ORDER_ID;
import static com.barraiser.datasets.tables.OrderEvents.TABLE;

import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Sorts, and drops all but one row of each order. */
public final class DropDuplicates implements Solution {

  @Override
  public String why() {
    return "dropDuplicates keeps any row of an order, not the first in the sort before it.";
  }

  @Override
  public Dataset<Row> answer(Tables tables, Parameters parameters) {
    return tables.table(TABLE.name()).orderBy(EVENT_TIME).dropDuplicates(ORDER_ID);
  }
}
