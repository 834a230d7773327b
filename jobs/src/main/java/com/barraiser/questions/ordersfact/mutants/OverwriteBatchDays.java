package com.barraiser.questions.ordersfact.mutants;

import static com.barraiser.questions.ordersfact.OrdersFact.FACT;

import com.barraiser.questions.ordersfact.solutions.Partitions;
import com.barraiser.questions.ordersfact.solutions.Versions;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Tables;
import com.barraiser.vocabulary.warehouse.Refresh;
import com.barraiser.vocabulary.warehouse.Warehouse;
import org.apache.spark.sql.SaveMode;

/** Takes a batch for all that there is of its days. */
public final class OverwriteBatchDays implements Refresh {

  @Override
  public String why() {
    return "Overwrites the partitions of a batch with its lines: those of earlier batches are gone.";
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
                .mode(SaveMode.Overwrite)
                .option("replaceWhere", Partitions.of(lines).predicate())
                .save(warehouse.path(FACT)));
  }
}
