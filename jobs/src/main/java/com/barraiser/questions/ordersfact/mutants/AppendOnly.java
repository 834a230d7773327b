package com.barraiser.questions.ordersfact.mutants;

import static com.barraiser.questions.ordersfact.OrdersFact.FACT;

import com.barraiser.questions.ordersfact.solutions.Versions;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Tables;
import com.barraiser.vocabulary.warehouse.Refresh;
import com.barraiser.vocabulary.warehouse.Warehouse;
import org.apache.spark.sql.SaveMode;

/** Adds whatever comes to what is there. */
public final class AppendOnly implements Refresh {

  @Override
  public String why() {
    return "Appends the lines of every batch: a repeated line counts twice.";
  }

  @Override
  public void refresh(Warehouse warehouse, Tables batch, Parameters parameters) {
    RestOfTheRun.around(
        warehouse,
        batch,
        lines ->
            Versions.latest(lines)
                .write()
                .format("delta")
                .mode(SaveMode.Append)
                .save(warehouse.path(FACT)));
  }
}
