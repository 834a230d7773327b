package com.barraiser.questions.firstevent.mutants;

import static com.barraiser.datasets.tables.OrderEvents.EVENT_TIME;
import static org.apache.spark.sql.functions.col;

import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Compares times as the text that the file has. */
public final class TextTimes implements Solution {

  @Override
  public String why() {
    return "Text sorts as time only while all times have the same offset and as many digits.";
  }

  @Override
  public Dataset<Row> answer(Tables tables, Parameters parameters) {
    return RawLines.firstBy(tables, col(EVENT_TIME));
  }
}
