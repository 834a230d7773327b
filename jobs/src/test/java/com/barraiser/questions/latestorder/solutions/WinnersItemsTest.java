package com.barraiser.questions.latestorder.solutions;

import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.check.CaseInputs;
import com.barraiser.check.SmallSessions;
import com.barraiser.questions.Catalogue;
import com.barraiser.testing.WithSpark;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Question;
import com.barraiser.vocabulary.Tables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** What the plan promises that the comments promise. */
@WithSpark
class WinnersItemsTest {

  private static final Question QUESTION = Catalogue.question("latest-order");

  private final SparkSession spark;

  WinnersItemsTest(SparkSession spark) {
    this.spark = SmallSessions.forFewRows(spark);
  }

  @Test
  void latestOrdersAreComputedOnce() {
    Tables tables = CaseInputs.tables(spark, QUESTION, QUESTION.example());
    Parameters parameters = Parameters.of(QUESTION, QUESTION.example().parameters(), tables);
    Dataset<Row> answer = new WinnersItems().answer(tables, parameters);
    assertThat(
            ((org.apache.spark.sql.classic.Dataset<Row>) answer)
                .queryExecution()
                .executedPlan()
                .toString())
        .containsOnlyOnce("ReusedExchange");
  }
}
