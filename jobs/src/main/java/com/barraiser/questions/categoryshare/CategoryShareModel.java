package com.barraiser.questions.categoryshare;

import static com.barraiser.datasets.tables.DailyRevenue.CATEGORY;
import static com.barraiser.datasets.tables.DailyRevenue.MARKETPLACE_ID;
import static com.barraiser.datasets.tables.DailyRevenue.ORDER_DATE;
import static com.barraiser.datasets.tables.DailyRevenue.REVENUE;
import static com.barraiser.questions.categoryshare.CategoryShare.AS_OF;
import static com.barraiser.questions.categoryshare.CategoryShare.COLUMNS;
import static com.barraiser.questions.categoryshare.CategoryShare.DAYS;
import static com.barraiser.questions.categoryshare.CategoryShare.TOP;
import static java.util.stream.Collectors.toSet;

import com.barraiser.datasets.Tuple;
import com.barraiser.datasets.Utf8;
import com.barraiser.datasets.tables.DailyRevenue;
import com.barraiser.datasets.tables.Marketplaces;
import com.barraiser.vocabulary.Model;
import com.barraiser.vocabulary.Parameters;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One sum per marketplace and category, then one sort per marketplace. */
final class CategoryShareModel implements Model {

  @Override
  public List<Tuple> answer(Map<String, List<Tuple>> tables, Parameters parameters) {
    LocalDate last = parameters.date(AS_OF);
    LocalDate first = last.minusDays(parameters.integer(DAYS) - 1L);
    Set<String> known =
        tables.get(Marketplaces.TABLE.name()).stream()
            .map(marketplace -> marketplace.text(Marketplaces.MARKETPLACE_ID))
            .collect(toSet());
    Map<String, Map<String, BigDecimal>> sums = new TreeMap<>(Utf8.ORDER);
    for (Tuple row : tables.get(DailyRevenue.TABLE.name())) {
      LocalDate day = row.date(ORDER_DATE);
      if (!day.isBefore(first) && !day.isAfter(last) && known.contains(row.text(MARKETPLACE_ID))) {
        sums.computeIfAbsent(row.text(MARKETPLACE_ID), marketplace -> new TreeMap<>(Utf8.ORDER))
            .merge(row.text(CATEGORY), row.decimal(REVENUE), BigDecimal::add);
      }
    }
    List<Tuple> answer = new ArrayList<>();
    sums.forEach(
        (marketplace, categories) ->
            answer.addAll(best(marketplace, categories, parameters.integer(TOP))));
    return answer;
  }

  /** The sort is stable, and the categories come in the order of their names. */
  private static List<Tuple> best(String marketplace, Map<String, BigDecimal> categories, int top) {
    BigDecimal total = categories.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    List<String> names = new ArrayList<>(categories.keySet());
    names.sort((a, b) -> categories.get(b).compareTo(categories.get(a)));
    List<Tuple> rows = new ArrayList<>();
    for (int i = 0; i < Math.min(top, names.size()); i++) {
      String name = names.get(i);
      BigDecimal revenue = categories.get(name);
      Double share = share(revenue, total);
      rows.add(Tuple.of(COLUMNS, marketplace, name, revenue, total, share, i + 1));
    }
    return rows;
  }

  /** Null where there is nothing to have a share of. */
  private static Double share(BigDecimal revenue, BigDecimal total) {
    return total.signum() == 0
        ? null
        : Double.valueOf(revenue.divide(total, MathContext.DECIMAL128).doubleValue());
  }
}
