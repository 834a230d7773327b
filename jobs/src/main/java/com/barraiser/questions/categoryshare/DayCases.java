package com.barraiser.questions.categoryshare;

import static com.barraiser.questions.categoryshare.CategoryShareCases.EVERYWHERE;
import static com.barraiser.questions.categoryshare.CategoryShareCases.of;

import com.barraiser.vocabulary.Case;
import java.util.List;
import java.util.Map;

/** Which days the window has. */
final class DayCases {

  private DayCases() {}

  static List<Case> all() {
    return List.of(
        of("empty-tables", "failing when there is nothing to answer", "", ""),
        of(
            "no-revenue",
            "answering with marketplaces that sold nothing",
            EVERYWHERE,
            "",
            Map.of("as-of", "2024-01-07")),
        of(
            "day-before-the-window",
            "taking eight days for seven",
            EVERYWHERE,
            """
            US|2024-02-24|Books|10.00
            US|2024-02-23|Books|99.00
            US|2024-03-01|Toys|11.00
            DE|2024-02-23|Toys|5.00
            """,
            Map.of("as-of", "2024-03-01")),
        of(
            "first-day-of-the-window",
            "taking six days for seven",
            EVERYWHERE,
            """
            US|2024-02-24|Books|10.00
            US|2024-03-01|Toys|9.00
            DE|2024-02-24|Toys|5.00
            """,
            Map.of("as-of", "2024-03-01")),
        of(
            "last-day-of-the-window",
            "leaving out the day that is asked for",
            EVERYWHERE,
            """
            US|2024-03-07|Books|10.00
            US|2024-03-06|Toys|9.00
            DE|2024-03-07|Toys|5.00
            """,
            Map.of("as-of", "2024-03-07")),
        of(
            "day-after-as-of",
            "forgetting the upper edge, or taking the latest day for the one asked for",
            EVERYWHERE,
            """
            US|2024-03-07|Books|10.00
            US|2024-03-08|Toys|20.00
            US|2024-03-02|Toys|1.00
            DE|2024-03-09|Toys|5.00
            """,
            Map.of("as-of", "2024-03-07")),
        of(
            "as-of-is-the-latest-day",
            "ending the window today",
            EVERYWHERE,
            """
            US|2024-03-07|Books|10.00
            US|2024-03-01|Toys|9.00
            US|2024-02-29|Toys|99.00
            DE|2024-03-05|Toys|5.00
            """),
        of(
            "latest-day-is-an-orphan",
            "looking for the latest day among known marketplaces only",
            "US",
            """
            US|2024-03-07|Books|10.00
            US|2024-03-01|Toys|99.00
            XX|2024-03-08|Toys|5.00
            """),
        of(
            "one-day",
            "assuming seven days",
            EVERYWHERE,
            """
            US|2024-03-07|Books|10.00
            US|2024-03-06|Books|10.00
            US|2024-03-06|Toys|90.00
            DE|2024-03-06|Toys|5.00
            """,
            Map.of("days", "1")),
        of(
            "thirty-days",
            "assuming seven days",
            EVERYWHERE,
            """
            US|2024-03-01|Books|10.00
            US|2024-02-01|Toys|11.00
            US|2024-01-31|Books|99.00
            """,
            Map.of("days", "30")),
        of(
            "days-without-revenue",
            "taking the last seven days that have revenue",
            EVERYWHERE,
            """
            US|2024-03-01|Toys|99.00
            US|2024-03-10|Books|10.00
            US|2024-03-12|Toys|9.00
            DE|2024-03-11|Toys|5.00
            """),
        of(
            "last-days-of-each-marketplace",
            "ending the window on the last day of each marketplace",
            EVERYWHERE,
            """
            US|2024-03-20|Books|10.00
            DE|2024-03-13|Toys|5.00
            DE|2024-03-14|Books|4.00
            """),
        of(
            "all-revenue-is-too-old",
            "answering from outside the window rather than with nothing",
            EVERYWHERE,
            "US|2024-03-07|Books|10.00",
            Map.of("as-of", "2030-01-01")),
        of(
            "window-longer-than-the-calendar",
            "failing or turning round where the window begins before year 1",
            EVERYWHERE,
            """
            US|0001-01-01|Books|10.00
            US|0001-01-03|Toys|9.00
            US|0001-01-04|Toys|9.00
            DE|1582-10-10|Toys|5.00
            """,
            Map.of("as-of", "0001-01-03", "days", "2147483647")));
  }
}
