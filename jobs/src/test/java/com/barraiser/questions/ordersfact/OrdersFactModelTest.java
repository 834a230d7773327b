package com.barraiser.questions.ordersfact;

import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.datasets.Tuple;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.warehouse.WarehouseModel.Arrived;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The model agrees with what was worked out by hand. */
class OrdersFactModelTest {

  private static final OrdersFact QUESTION = new OrdersFact();

  @Test
  void exampleGivesTheTablesWorkedOutByHand() {
    List<Arrived> arrived =
        QUESTION.example().batches().stream()
            .map(batch -> new Arrived(batch.accepted(QUESTION.feeds()), new Parameters(Map.of())))
            .toList();
    Map<String, List<Tuple>> tables = QUESTION.model().tables(arrived);
    QUESTION
        .exampleTables()
        .forEach(
            (table, rows) ->
                assertThat(tables.get(table)).as(table).containsExactlyInAnyOrderElementsOf(rows));
  }
}
