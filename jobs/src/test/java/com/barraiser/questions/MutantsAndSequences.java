package com.barraiser.questions;

import com.barraiser.check.WarehouseJudge;
import com.barraiser.check.warehouse.WarehouseCheck;
import com.barraiser.vocabulary.Shelf;
import com.barraiser.vocabulary.warehouse.Batch;
import com.barraiser.vocabulary.warehouse.Refresh;
import com.barraiser.vocabulary.warehouse.StatefulQuestion;
import com.barraiser.vocabulary.warehouse.Warehouse;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** Which of a question's sequences of batches catch which of its mutants. */
public final class MutantsAndSequences {

  private MutantsAndSequences() {}

  /**
   * Whether a refresh, right or wrong by design, leaves right tables after every batch of a
   * sequence.
   *
   * @param folder an empty one for its warehouse
   */
  public static boolean isRight(
      SparkSession spark, StatefulQuestion question, Path folder, String name, String sequence) {
    WarehouseJudge judge = new WarehouseJudge(spark, question);
    List<Batch> batches = WarehouseCheck.sequence(question, sequence).batches();
    try {
      return judge.firstFault(refresh(question, name), warehouse(spark, folder), batches).isEmpty();
    } catch (Exception e) { // Spark declares none of what a mutant can make it throw.
      return false;
    }
  }

  /**
   * Whether a refresh leaves right tables in the end, which is found out sooner.
   *
   * @param folder an empty one for its warehouse
   */
  public static boolean isRightInTheEnd(
      SparkSession spark, StatefulQuestion question, Path folder, String name, String sequence) {
    WarehouseJudge judge = new WarehouseJudge(spark, question);
    List<Batch> batches = WarehouseCheck.sequence(question, sequence).batches();
    Warehouse warehouse = warehouse(spark, folder);
    batches.forEach(batch -> judge.load(refresh(question, name), warehouse, batch));
    return judge.fault(warehouse, batches).isEmpty();
  }

  private static Refresh refresh(StatefulQuestion question, String name) {
    return (Refresh) Shelf.approach(question, name);
  }

  private static Warehouse warehouse(SparkSession spark, Path folder) {
    SparkSession.setActiveSession(spark);
    return Warehouse.at(spark, folder.resolve("warehouse").toString());
  }
}
