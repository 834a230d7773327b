package com.barraiser.questions;

import com.barraiser.check.WarehouseJudge;
import com.barraiser.check.warehouse.WarehouseCheck;
import com.barraiser.vocabulary.Shelf;
import com.barraiser.vocabulary.warehouse.Refresh;
import com.barraiser.vocabulary.warehouse.Sequence;
import com.barraiser.vocabulary.warehouse.StatefulQuestion;
import com.barraiser.vocabulary.warehouse.Warehouse;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** Which of a question's sequences of batches catch which of its mutants. */
public final class MutantsAndSequences {

  private MutantsAndSequences() {}

  /**
   * Whether a refresh, right or wrong by design, leaves right tables after a sequence, and keys
   * that no batch has changed.
   *
   * @param folder an empty one for its warehouse
   */
  public static boolean isRight(
      SparkSession spark, StatefulQuestion question, Path folder, String name, String sequence) {
    SparkSession.setActiveSession(spark);
    Warehouse warehouse = Warehouse.at(spark, folder.resolve("warehouse").toString());
    Refresh refresh = (Refresh) Shelf.approach(question, name);
    WarehouseJudge judge = new WarehouseJudge(spark, question);
    Sequence all = WarehouseCheck.sequence(question, sequence);
    try {
      all.batches().forEach(batch -> judge.load(refresh, warehouse, all, batch));
    } catch (Exception e) { // Spark declares none of what a mutant can make it throw.
      return false;
    }
    return judge.fault(warehouse, all.batches()).isEmpty();
  }
}
