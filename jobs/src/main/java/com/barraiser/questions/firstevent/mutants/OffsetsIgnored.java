package com.barraiser.questions.firstevent.mutants;

import static com.barraiser.datasets.tables.OrderEvents.EVENT_TIME;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.substring;

import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads the local time in the text and leaves the offset aside. */
public final class OffsetsIgnored implements Solution {

  @Override
  public String why() {
    return "The first 19 characters are a local time, and local times of unlike offsets do not compare.";
  }

  @Override
  public Dataset<Row> answer(Tables tables, Parameters parameters) {
    return RawLines.firstBy(tables, substring(col(EVENT_TIME), 1, 19));
  }
}
