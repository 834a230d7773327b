package com.barraiser.questions.topasins;

import static com.barraiser.datasets.tables.Clicks.ASIN;
import static com.barraiser.datasets.tables.Clicks.CUSTOMER_ID;
import static com.barraiser.datasets.tables.Clicks.TABLE;
import static com.barraiser.datasets.tables.Clicks.TS;
import static com.barraiser.questions.topasins.TopAsins.AS_OF;
import static com.barraiser.questions.topasins.TopAsins.K;
import static com.barraiser.questions.topasins.TopAsins.RANK;
import static com.barraiser.questions.topasins.TopAsins.UNIQUE_CUSTOMERS;
import static com.barraiser.questions.topasins.TopAsins.WINDOW;
import static java.util.Comparator.comparing;

import com.barraiser.datasets.Tuple;
import com.barraiser.datasets.Utf8;
import com.barraiser.vocabulary.Model;
import com.barraiser.vocabulary.Parameters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One set of customers per product, then one sort. */
final class TopAsinsModel implements Model {

  static final List<String> COLUMNS = List.of(RANK, ASIN, UNIQUE_CUSTOMERS);

  private static final Comparator<Map.Entry<String, Set<Long>>> PLACE =
      comparing((Map.Entry<String, Set<Long>> product) -> -product.getValue().size())
          .thenComparing(Map.Entry::getKey, Utf8.ORDER);

  @Override
  public List<Tuple> answer(Map<String, List<Tuple>> tables, Parameters parameters) {
    Instant asOf = parameters.instant(AS_OF);
    Instant start = asOf.minus(parameters.duration(WINDOW));
    Map<String, Set<Long>> customers = new HashMap<>();
    for (Tuple click : tables.get(TABLE.name())) {
      Instant ts = click.instant(TS);
      if (ts.isAfter(start) && !ts.isAfter(asOf)) {
        customers
            .computeIfAbsent(click.text(ASIN), asin -> new HashSet<>())
            .add(click.number(CUSTOMER_ID));
      }
    }
    List<Map.Entry<String, Set<Long>>> products = new ArrayList<>(customers.entrySet());
    products.sort(PLACE);
    List<Tuple> answer = new ArrayList<>();
    for (int i = 0; i < Math.min(parameters.integer(K), products.size()); i++) {
      Map.Entry<String, Set<Long>> product = products.get(i);
      long unique = product.getValue().size();
      answer.add(Tuple.of(COLUMNS, i + 1, product.getKey(), unique));
    }
    return answer;
  }
}
