package com.barraiser.questions.ordersfact.mutants;

import static com.barraiser.questions.ordersfact.OrdersFact.FACT;
import static com.barraiser.vocabulary.warehouse.Sides.NEW;
import static com.barraiser.vocabulary.warehouse.Sides.OLD;
import static org.apache.spark.sql.functions.col;

import com.barraiser.questions.ordersfact.solutions.Versions;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Tables;
import com.barraiser.vocabulary.warehouse.Refresh;
import com.barraiser.vocabulary.warehouse.Warehouse;

/** Takes the ids of order and line for the whole key of a line. */
public final class IdsAreTheWholeKey implements Refresh {

  @Override
  public String why() {
    return "Merges by order and line alone: the same ids in another marketplace overwrite each other.";
  }

  @Override
  public void refresh(Warehouse warehouse, Tables batch, Parameters parameters) {
    RestOfTheRun.around(
        warehouse,
        batch,
        lines ->
            warehouse
                .delta(FACT)
                .as(OLD)
                .merge(
                    Versions.latest(lines).dropDuplicates("order_id", "line_id").as(NEW),
                    col("old.order_id")
                        .equalTo(col("new.order_id"))
                        .and(col("old.line_id").equalTo(col("new.line_id"))))
                .whenMatched(Versions.isNewer())
                .updateAll()
                .whenNotMatched()
                .insertAll()
                .execute());
  }
}
