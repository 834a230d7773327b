package com.barraiser.questions.categoryshare;

import static com.barraiser.questions.categoryshare.CategoryShareCases.EVERYWHERE;
import static com.barraiser.questions.categoryshare.CategoryShareCases.of;

import com.barraiser.vocabulary.Case;
import java.util.List;
import java.util.Map;

/** What revenue adds up to, and what a share is a share of. */
final class MoneyCases {

  private MoneyCases() {}

  static List<Case> all() {
    return List.of(
        of(
            "repeated-rows-add-up",
            "taking rows that are alike for one",
            EVERYWHERE,
            """
            US|2024-03-07|Books|10.00
            US|2024-03-07|Books|10.00
            US|2024-03-06|Books|10.00
            US|2024-03-07|Toys|25.00
            """),
        of(
            "more-categories-than-are-shown",
            "taking the sum of the rows that are shown for the total",
            EVERYWHERE,
            """
            US|2024-03-07|Books|10.00
            US|2024-03-07|Toys|9.00
            US|2024-03-07|Music|8.00
            US|2024-03-07|Shoes|7.00
            """),
        of(
            "marketplaces-of-unlike-size",
            "taking the share of all marketplaces' revenue",
            EVERYWHERE,
            """
            US|2024-03-07|Books|1000.00
            US|2024-03-07|Toys|3000.00
            DE|2024-03-07|Books|1.00
            """),
        of(
            "refunds",
            "losing negative revenue, or ranking by size without sign",
            EVERYWHERE,
            """
            US|2024-03-07|Books|100.00
            US|2024-03-06|Books|-60.00
            US|2024-03-07|Toys|-500.00
            US|2024-03-07|Music|50.00
            DE|2024-03-07|Books|30.00
            DE|2024-03-07|Toys|-20.00
            """,
            Map.of("top", "3")),
        of(
            "total-below-zero",
            "hiding shares of a total below zero",
            EVERYWHERE,
            """
            US|2024-03-07|Books|-30.00
            US|2024-03-07|Toys|-10.00
            DE|2024-03-07|Books|5.00
            DE|2024-03-07|Toys|-10.00
            """),
        of(
            "total-of-zero",
            "dividing by zero, or making a number of it",
            EVERYWHERE,
            """
            US|2024-03-07|Books|30.00
            US|2024-03-07|Toys|-30.00
            DE|2024-03-07|Books|0.00
            JP|2024-03-07|Books|10.00
            """),
        of(
            "category-of-zero",
            "taking a category without net revenue for none at all",
            EVERYWHERE,
            """
            US|2024-03-07|Books|30.00
            US|2024-03-07|Toys|10.00
            US|2024-03-06|Toys|-10.00
            US|2024-03-07|Music|-1.00
            """),
        of(
            "share-without-an-end",
            "dividing whole numbers, or rounding the share",
            EVERYWHERE,
            """
            US|2024-03-07|Books|2.00
            US|2024-03-07|Toys|1.00
            """),
        of(
            "small-share-of-much",
            "dividing decimals, which keeps ten places of the share",
            EVERYWHERE,
            """
            US|2024-03-07|Books|9000000000000000.00
            US|2024-03-07|Toys|1234567.89
            DE|2024-03-07|Books|300000.00
            DE|2024-03-07|Toys|0.07
            """),
        of(
            "cents-that-a-double-loses",
            "adding money as DOUBLE",
            EVERYWHERE,
            """
            US|2024-03-07|Books|90071992547409.93
            US|2024-03-07|Toys|90071992547409.92
            DE|2024-03-07|Books|0.10
            DE|2024-03-06|Books|0.20
            DE|2024-03-07|Toys|0.30
            """),
        of(
            "sums-beyond-18-digits",
            "adding money in DECIMAL(18,2), or cents in a BIGINT",
            EVERYWHERE,
            """
            US|2024-03-01|Books|9999999999999999.99
            US|2024-03-02|Books|9999999999999999.99
            US|2024-03-03|Books|9999999999999999.99
            US|2024-03-04|Books|9999999999999999.99
            US|2024-03-05|Books|9999999999999999.99
            US|2024-03-06|Books|9999999999999999.99
            US|2024-03-07|Books|9999999999999999.99
            US|2024-03-07|Books|9999999999999999.99
            US|2024-03-07|Books|9999999999999999.99
            US|2024-03-07|Books|9999999999999999.98
            US|2024-03-07|Toys|-9999999999999999.99
            US|2024-03-06|Toys|-9999999999999999.99
            DE|2024-03-07|Books|9999999999999999.99
            DE|2024-03-07|Toys|9999999999999999.98
            """,
            Map.of("top", "1")),
        of(
            "total-beyond-18-digits",
            "adding categories in the type of one",
            EVERYWHERE,
            """
            US|2024-03-07|a|9999999999999999.99
            US|2024-03-07|b|9999999999999999.99
            US|2024-03-07|c|9999999999999999.99
            US|2024-03-07|d|9999999999999999.99
            US|2024-03-07|e|9999999999999999.99
            US|2024-03-07|f|9999999999999999.99
            US|2024-03-07|g|9999999999999999.99
            US|2024-03-07|h|9999999999999999.99
            US|2024-03-07|i|9999999999999999.99
            US|2024-03-07|j|9999999999999999.99
            US|2024-03-07|k|9999999999999999.99
            """),
        of(
            "more-cents-than-a-bigint-has",
            "letting sums of cents wrap around, or adding in DECIMAL(20,2)",
            EVERYWHERE,
            repeated("US|2024-03-07|Books|9999999999999999.99", 91)
                + repeated("US|2024-03-06|Books|9999999999999999.99", 11)
                + repeated("US|2024-03-07|Toys|-9999999999999999.99", 20)
                + "US|2024-03-07|Music|0.01\n",
            Map.of("top", "3")),
        of(
            "digits-that-are-all-alike",
            "losing the sign or a carry where money is cut into parts",
            EVERYWHERE,
            """
            US|2024-03-07|Books|-0.01
            US|2024-03-07|Toys|-42949672.96
            US|2024-03-07|Music|42949672.95
            US|2024-03-07|Shoes|-42949672.95
            US|2024-03-07|Baby|-9999999999999999.99
            US|2024-03-07|Garden|21474836.48
            US|2024-03-07|Tools|-21474836.49
            """,
            Map.of("top", "10")));
  }

  private static String repeated(String line, int times) {
    return (line + "\n").repeat(times);
  }
}
