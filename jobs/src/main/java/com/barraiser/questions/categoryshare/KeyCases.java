package com.barraiser.questions.categoryshare;

import static com.barraiser.questions.categoryshare.CategoryShareCases.EVERYWHERE;
import static com.barraiser.questions.categoryshare.CategoryShareCases.marketplaceLine;
import static com.barraiser.questions.categoryshare.CategoryShareCases.of;
import static com.barraiser.questions.categoryshare.CategoryShareCases.revenueLine;

import com.barraiser.datasets.tables.DailyRevenue;
import com.barraiser.datasets.tables.Marketplaces;
import com.barraiser.vocabulary.Case;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whose revenue it is: marketplaces and categories. */
final class KeyCases {

  private static final List<String> ODD_NAMES =
      List.of("US", "us", "US ", " ", "\\u0000", "e\\u0301", "\\u00e9", "\\ud83d\\ude80", "a,b");

  private KeyCases() {}

  static List<Case> all() {
    return List.of(
        of(
            "orphans",
            "keeping revenue of marketplaces that do not exist",
            "US",
            """
            US|2024-03-07|Books|10.00
            XX|2024-03-07|Books|90.00
            UK|2024-03-07|Toys|5.00
            """),
        of(
            "orphans-only",
            "keeping revenue of marketplaces that do not exist",
            "",
            """
            US|2024-03-07|Books|10.00
            DE|2024-03-07|Books|90.00
            """),
        of(
            "marketplaces-without-revenue",
            "showing marketplaces that sold nothing",
            "US DE JP BR",
            """
            US|2024-03-07|Books|10.00
            DE|2024-02-01|Books|90.00
            """),
        of(
            "names-that-differ-by-case",
            "comparing names without regard to case",
            EVERYWHERE + " us",
            """
            US|2024-03-07|Books|10.00
            US|2024-03-07|books|9.00
            US|2024-03-07|BOOKS|8.00
            us|2024-03-07|Books|7.00
            De|2024-03-07|Books|6.00
            """,
            Map.of("top", "3")),
        of(
            "same-category-everywhere",
            "adding up categories across marketplaces",
            EVERYWHERE,
            """
            US|2024-03-07|Books|10.00
            DE|2024-03-07|Books|20.00
            JP|2024-03-07|Books|30.00
            JP|2024-03-07|Toys|40.00
            """),
        of(
            "glued-names",
            "gluing marketplace and category together",
            "a ab",
            """
            a|2024-03-07|bc|10.00
            ab|2024-03-07|c|20.00
            """),
        of(
            "any-text-as-name",
            "trimming, folding or otherwise cleaning names",
            ODD_NAMES.stream(),
            ODD_NAMES.stream()
                .flatMap(
                    marketplace ->
                        ODD_NAMES.stream()
                            .map(name -> marketplace + "|2024-03-07|" + name + "|10.00"))
                .map(CategoryShareCases::revenueLine),
            Map.of("top", "10")),
        new Case(
            "rejected-rows-take-no-part",
            "letting broken rows into the answer",
            Map.of(
                Marketplaces.TABLE.name(),
                List.of(
                    marketplaceLine("US"),
                    "{\"marketplace_id\":\"DE\"}",
                    marketplaceLine(""),
                    "no object"),
                DailyRevenue.TABLE.name(),
                Stream.concat(
                        Stream.of(
                                "US|2024-03-07|Books|10.00",
                                "US|2024-02-30|Books|90.00",
                                "US|2024-03-09T00:00:00Z|Books|90.00",
                                "US|2024-03-07|Books|0.001",
                                "US|2024-03-07|Books|10000000000000000.00",
                                "US|2024-03-07|Books|null",
                                "US|2024-03-07|Books|\"x\"",
                                "DE|2024-03-07|Books|30.00",
                                "|2024-03-07|Books|40.00")
                            .map(line -> revenueLine(line)),
                        Stream.of("{\"marketplace_id\":\"US\",\"order_date\":\"2024-03-07\"}"))
                    .toList()),
            Map.of()));
  }
}
