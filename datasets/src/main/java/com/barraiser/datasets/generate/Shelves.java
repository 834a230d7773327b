package com.barraiser.datasets.generate;

import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.Arrays;
import org.apache.spark.sql.Column;

/**
 * What is sold where, and for how much: marketplaces of unlike size, each with all categories, of
 * which every marketplace likes others best.
 *
 * @param categories how many categories there are
 * @param skew how much more is booked on popular categories
 */
record Shelves(long categories, double skew, Draws draws) {

  private static final String[][] MARKETPLACES = {
    {"US", "United States"}, {"DE", "Germany"}, {"UK", "United Kingdom"}, {"JP", "Japan"},
    {"IN", "India"}, {"FR", "France"}, {"CA", "Canada"}, {"IT", "Italy"},
    {"ES", "Spain"}, {"BR", "Brazil"}, {"MX", "Mexico"}, {"AU", "Australia"},
    {"NL", "Netherlands"}, {"AE", "United Arab Emirates"}, {"SA", "Saudi Arabia"}, {"SE", "Sweden"},
    {"PL", "Poland"}, {"TR", "Turkey"}, {"SG", "Singapore"}, {"BE", "Belgium"},
    {"EG", "Egypt"}, {"ZA", "South Africa"}, {"IE", "Ireland"}
  };

  /** The last ones have opened, but sold nothing yet. */
  private static final int WITHOUT_REVENUE = 3;

  /** How many marketplaces there are. */
  static final int ALL_MARKETPLACES = MARKETPLACES.length;

  private static final int SELLING = ALL_MARKETPLACES - WITHOUT_REVENUE;

  private static final String[] DEPARTMENTS = {
    "Electronics",
    "Books",
    "Home & Kitchen",
    "Toys & Games",
    "Clothing",
    "Beauty",
    "Grocery",
    "Sports & Outdoors",
    "Automotive",
    "Baby",
    "Garden",
    "Health",
    "Industrial",
    "Jewelry",
    "Luggage",
    "Music",
    "Office Products",
    "Pet Supplies",
    "Shoes",
    "Software",
    "Tools",
    "Video Games",
    "Watches"
  };

  /** Rows of a marketplace, a day and a category, on average, unless there are more. */
  private static final int ROWS_PER_SHELF = 4;

  /** A catalogue does not grow with what is sold: further rows are more sales of the same. */
  private static final long MAX_CATEGORIES = 500;

  /** How far the favourites of a marketplace are from those of the one before it. */
  private static final int TASTE = 5;

  private static final double REFUNDS = 0.04;
  private static final long MAX_CENTS = 500_000;
  private static final BigDecimal CENT = new BigDecimal("0.01");

  /** As many categories as that many rows over that many days can fill, up to a whole catalogue. */
  static Shelves of(long rows, long days, double skew, Draws draws) {
    long fillable = rows / (SELLING * days * ROWS_PER_SHELF);
    return new Shelves(Math.max(2, Math.min(fillable, MAX_CATEGORIES)), skew, draws);
  }

  /** The number of a row's marketplace, the larger ones more often. */
  Column marketplace(Column row) {
    return draws.zipf(SELLING, 1, "marketplace", row);
  }

  /** How popular a row's category is in its marketplace: 0 for the favourite. */
  Column popularity(Column row) {
    return draws.zipf(categories, skew, "category", row);
  }

  /** The category that is so popular in a marketplace. */
  Column category(Column marketplace, Column popularity) {
    Column number = pmod(popularity.plus(marketplace.multiply(TASTE)), lit(categories));
    Column department = pmod(number, lit((long) DEPARTMENTS.length));
    Column further = call_function("div", number, lit(DEPARTMENTS.length));
    return concat(
        Draws.numbered(DEPARTMENTS, department),
        when(further.equalTo(0), "").otherwise(concat(lit(" "), further.cast("string"))));
  }

  /** The favourite of the largest marketplace. */
  static Column isHottest(Column marketplace, Column popularity) {
    return marketplace.equalTo(0).and(popularity.equalTo(0));
  }

  /** The id of a marketplace, or of one that does not exist. */
  Column marketplaceId(Column marketplace, Column isOrphan) {
    return when(isOrphan, concat(lit("?"), id(marketplace))).otherwise(id(marketplace));
  }

  static Column id(Column marketplace) {
    return Draws.numbered(column(0), marketplace);
  }

  static Column name(Column marketplace) {
    return Draws.numbered(column(1), marketplace);
  }

  /** Mostly small amounts, and now and then one that is given back. */
  Column revenue(Column row) {
    Column u = draws.uniform("revenue", row);
    Column cents = floor(u.multiply(u).multiply(u).multiply(MAX_CENTS)).cast("bigint").plus(1);
    Column signed = when(draws.within(REFUNDS, "refund", row), cents.multiply(-1)).otherwise(cents);
    return signed.cast("decimal(10,0)").multiply(CENT).cast("decimal(18,2)");
  }

  private static String[] column(int index) {
    return Arrays.stream(MARKETPLACES).map(cells -> cells[index]).toArray(String[]::new);
  }
}
