package com.barraiser.questions.categoryshare;

import com.barraiser.datasets.Tuple;
import com.barraiser.datasets.tables.DailyRevenue;
import com.barraiser.datasets.tables.Marketplaces;
import com.barraiser.vocabulary.Case;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The inputs that tell a right answer from a wrong one. */
final class CategoryShareCases {

  static final String EVERYWHERE = "US DE JP";

  static final Case EXAMPLE =
      of(
          "worked-example",
          "not having read the statement",
          EVERYWHERE,
          """
          US|2024-01-01|Electronics|500.00
          US|2024-01-07|Electronics|300.00
          US|2024-01-03|Books|120.00
          DE|2024-01-02|Books|90.00
          DE|2024-01-06|Electronics|110.00
          """,
          Map.of("as-of", "2024-01-07"));

  private CategoryShareCases() {}

  static List<Tuple> exampleAnswer() {
    return List.of(
        row("DE", "Electronics", "110.00", "200.00", 0.55, 1),
        row("DE", "Books", "90.00", "200.00", 0.45, 2),
        row("US", "Electronics", "800.00", "920.00", 800.0 / 920, 1),
        row("US", "Books", "120.00", "920.00", 120.0 / 920, 2));
  }

  static List<Case> all() {
    return Stream.of(
            List.of(EXAMPLE),
            DayCases.all(),
            MoneyCases.all(),
            RankCases.all(),
            KeyCases.all(),
            GeneratedRevenue.named())
        .flatMap(List::stream)
        .toList();
  }

  /**
   * A case from rows as short as they can be.
   *
   * @param marketplaces ids, separated by spaces
   * @param revenue a line each: marketplace, day, category and revenue
   */
  static Case of(
      String name,
      String catches,
      String marketplaces,
      String revenue,
      Map<String, String> parameters) {
    return of(
        name,
        catches,
        Stream.of(marketplaces.split(" ")).filter(id -> !id.isEmpty()),
        revenue.lines().map(CategoryShareCases::revenueLine),
        parameters);
  }

  static Case of(String name, String catches, String marketplaces, String revenue) {
    return of(name, catches, marketplaces, revenue, Map.of());
  }

  /** A case from ids of marketplaces and lines of revenue in JSON. */
  static Case of(
      String name,
      String catches,
      Stream<String> marketplaces,
      Stream<String> revenue,
      Map<String, String> parameters) {
    return new Case(
        name,
        catches,
        Map.of(
            Marketplaces.TABLE.name(),
            marketplaces.map(CategoryShareCases::marketplaceLine).toList(),
            DailyRevenue.TABLE.name(),
            revenue.toList()),
        parameters);
  }

  /** One line of JSON for a marketplace. */
  static String marketplaceLine(String id) {
    return "{\"marketplace_id\":\"%1$s\",\"marketplace_name\":\"the shop of %1$s\"}".formatted(id);
  }

  /** One line of JSON for a row of revenue, whose cells stand between vertical bars. */
  static String revenueLine(String row) {
    String[] cells = row.split("\\|", -1);
    return "{\"marketplace_id\":\"%s\",\"order_date\":\"%s\",\"category\":\"%s\",\"revenue\":%s}"
        .formatted((Object[]) cells);
  }

  private static Tuple row(
      String marketplace, String category, String revenue, String total, double share, int rank) {
    return Tuple.of(
        CategoryShare.COLUMNS,
        marketplace,
        category,
        new BigDecimal(revenue),
        new BigDecimal(total),
        share,
        rank);
  }
}
