package com.barraiser.check.answers;

import com.barraiser.vocabulary.warehouse.JudgedTable;
import com.barraiser.vocabulary.warehouse.StatefulQuestion;
import java.util.List;
import java.util.stream.Stream;

/** Files to start an answer with that keeps a warehouse up to date: the contract in a comment. */
public final class StartingRefresh {

  private StartingRefresh() {}

  /** A script that is run for every batch. */
  public static StartingFile sql(StatefulQuestion question) {
    String name = question.name() + ".sql";
    String comment = StartingFile.sqlComment(contract(question, name));
    String feed = question.feeds().get(0).name();
    return new StartingFile(
        name,
        """
        %s
        CREATE TABLE IF NOT EXISTS %s_log USING delta AS SELECT * FROM %s LIMIT 0;

        INSERT INTO %s_log SELECT * FROM %s;
        """
            .formatted(comment, feed, feed, feed, feed));
  }

  /** A class. */
  public static StartingFile java(StatefulQuestion question) {
    String type = StartingFile.className(question);
    String name = type + ".java";
    String comment = StartingFile.javaComment(contract(question, name));
    return new StartingFile(
        name,
        """
        import com.barraiser.vocabulary.Parameters;
        import com.barraiser.vocabulary.Tables;
        import com.barraiser.vocabulary.warehouse.Refresh;
        import com.barraiser.vocabulary.warehouse.Warehouse;
        import java.util.List;
        import java.util.Map;
        import org.apache.spark.sql.Dataset;
        import org.apache.spark.sql.Row;

        /*
        %s
         */
        // Asked for several warehouses at once: keep nothing in fields.
        public final class %s implements Refresh {

          @Override
          public void refresh(Warehouse warehouse, Tables batch, Parameters parameters) {
            Dataset<Row> rows = batch.table("%s");
            warehouse.create("%s_log", rows.schema(), List.of(), Map.of());
            warehouse.change(
                "append",
                () -> rows.write().format("delta").mode("append").save(warehouse.path("%s_log")));
          }
        }
        """
            .formatted(
                comment,
                type,
                question.feeds().get(0).name(),
                question.feeds().get(0).name(),
                question.feeds().get(0).name()));
  }

  private static List<String> contract(StatefulQuestion question, String name) {
    return StartingFile.contract(
        question,
        name,
        question.feeds().stream().map(feed -> StartingFile.described("Feed", feed)),
        Stream.concat(
            question.tables().stream().map(StartingRefresh::judged),
            Stream.of(
                "A run may die after any statement, in Java after any change of the warehouse; the",
                "same batch is then run again.")));
  }

  private static String judged(JudgedTable table) {
    return "Judged %s: %s; one row per %s"
        .formatted(
            table.name(),
            StartingFile.list(table.contract().schema()),
            String.join(", ", table.contract().key()));
  }
}
