package com.barraiser.questions.categoryshare;

import static com.barraiser.questions.categoryshare.CategoryShareCases.EVERYWHERE;
import static com.barraiser.questions.categoryshare.CategoryShareCases.of;

import com.barraiser.vocabulary.Case;
import java.util.List;
import java.util.Map;

/** Which categories are shown, and in which order. */
final class RankCases {

  private RankCases() {}

  static List<Case> all() {
    return List.of(
        of(
            "all-categories-tie",
            "keeping all that share a place, or any of them",
            EVERYWHERE,
            """
            US|2024-03-07|d|10.00
            US|2024-03-07|b|10.00
            US|2024-03-07|a|10.00
            US|2024-03-07|c|10.00
            """),
        of(
            "tie-at-the-last-place",
            "keeping all that share a place, or any of them",
            EVERYWHERE,
            """
            US|2024-03-07|d|10.00
            US|2024-03-07|c|10.00
            US|2024-03-07|b|10.00
            US|2024-03-07|a|20.00
            DE|2024-03-07|b|5.00
            DE|2024-03-06|a|2.00
            DE|2024-03-07|a|3.00
            """),
        of(
            "a-cent-between-places",
            "ranking by DOUBLE, or by whole units",
            EVERYWHERE,
            """
            US|2024-03-07|a|9999999999999999.98
            US|2024-03-07|z|9999999999999999.99
            DE|2024-03-07|a|10.00
            DE|2024-03-07|z|10.01
            """),
        of(
            "ranks-without-gaps",
            "giving equal revenue the same rank",
            EVERYWHERE,
            """
            US|2024-03-07|b|10.00
            US|2024-03-07|a|10.00
            US|2024-03-07|c|5.00
            """,
            Map.of("top", "3")),
        of(
            "text-order-of-ties",
            "ordering names by UTF-16 units, without regard to case, or as numbers",
            EVERYWHERE,
            """
            US|2024-03-07|b|10.00
            US|2024-03-07|B|10.00
            US|2024-03-07|10|10.00
            US|2024-03-07|9|10.00
            US|2024-03-07|\\uff5e|10.00
            US|2024-03-07|\\ud83d\\ude80|10.00
            US|2024-03-07|\\u00fc|10.00
            US|2024-03-07||10.00
            US|2024-03-07|ba|10.00
            """,
            Map.of("top", "20")),
        of(
            "best-of-one",
            "assuming two categories",
            EVERYWHERE,
            """
            US|2024-03-07|Books|10.00
            US|2024-03-07|Toys|20.00
            DE|2024-03-07|Toys|20.00
            """,
            Map.of("top", "1")),
        of(
            "fewer-categories-than-asked-for",
            "needing as many categories as are asked for",
            EVERYWHERE,
            """
            US|2024-03-07|Books|10.00
            US|2024-03-07|Toys|20.00
            DE|2024-03-07|Toys|20.00
            """,
            Map.of("top", "2147483647")),
        of(
            "best-on-no-day",
            "ranking days instead of their sum",
            EVERYWHERE,
            """
            US|2024-03-07|Books|50.00
            US|2024-03-06|Toys|49.00
            US|2024-03-05|Music|30.00
            US|2024-03-06|Music|30.00
            """,
            Map.of("top", "1")),
        of(
            "all-below-zero",
            "keeping only categories above zero",
            EVERYWHERE,
            """
            US|2024-03-07|Books|-10.00
            US|2024-03-07|Toys|-20.00
            US|2024-03-07|Music|-5.00
            """));
  }
}
