package com.barraiser.questions.topasins;

import static com.barraiser.datasets.tables.Clicks.TABLE;

import com.barraiser.datasets.Tuple;
import com.barraiser.vocabulary.Case;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The inputs that tell a right answer from a wrong one. */
final class TopAsinsCases {

  static final Map<String, String> NOON = Map.of("as-of", "2024-03-02T12:00:00Z");

  static final Case EXAMPLE =
      of(
          "worked-example",
          "not having read the statement",
          Map.of("as-of", "2024-03-02T12:00:00Z", "k", "2"),
          """
          {"asin":"B07XJ8C8F5","customer_id":1,"ts":"2024-03-02T11:00:00Z"}
          {"asin":"B07XJ8C8F5","customer_id":1,"ts":"2024-03-02T11:30:00Z"}
          {"asin":"B000000002","customer_id":2,"ts":"2024-03-02T12:00:00Z"}
          {"asin":"B000000002","customer_id":3,"ts":"2024-03-01T12:00:00.000001Z"}
          {"asin":"B000000001","customer_id":2,"ts":"2024-03-02T09:00:00Z"}
          {"asin":"B000000001","customer_id":4,"ts":"2024-03-01T12:00:00Z"}
          {"asin":"B000000001","customer_id":5,"ts":"2024-03-02T12:00:01Z"}
          """);

  static final List<Tuple> EXAMPLE_ANSWER =
      List.of(row(1, "B000000002", 2L), row(2, "B000000001", 1L));

  private TopAsinsCases() {}

  static List<Case> all() {
    return Stream.of(
            List.of(EXAMPLE, of("empty-table", "failing when there is nothing", Map.of(), "")),
            WindowCases.edges(),
            WindowCases.lengths(),
            counting(),
            ranking(),
            GeneratedClicks.named())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Case> counting() {
    return List.of(
        of(
            "one-customer-clicks-often",
            "counting clicks instead of customers",
            NOON,
            """
            {"asin":"a","customer_id":1,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"a","customer_id":1,"ts":"2024-03-02T10:00:01Z"}
            {"asin":"a","customer_id":1,"ts":"2024-03-02T10:00:02Z"}
            {"asin":"b","customer_id":1,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"b","customer_id":2,"ts":"2024-03-02T10:00:00Z"}
            """),
        of(
            "repeated-rows",
            "counting copies of a row",
            NOON,
            """
            {"asin":"a","customer_id":1,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"a","customer_id":1,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"a","customer_id":1,"ts":"2024-03-02T15:30:00+05:30"}
            {"asin":"b","customer_id":2,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"b","customer_id":3,"ts":"2024-03-02T10:00:00Z"}
            """),
        of(
            "most-clicks-is-not-most-customers",
            "taking the candidates by clicks alone",
            Map.of("as-of", "2024-03-02T12:00:00Z", "k", "1"),
            """
            {"asin":"a","customer_id":1,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"a","customer_id":1,"ts":"2024-03-02T10:00:01Z"}
            {"asin":"a","customer_id":1,"ts":"2024-03-02T10:00:02Z"}
            {"asin":"a","customer_id":2,"ts":"2024-03-02T10:00:03Z"}
            {"asin":"b","customer_id":1,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"b","customer_id":2,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"b","customer_id":3,"ts":"2024-03-02T10:00:00Z"}
            """),
        of(
            "ids-alike-in-32-bits",
            "keeping customer ids in 32 bits",
            NOON,
            """
            {"asin":"a","customer_id":1,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"a","customer_id":4294967297,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"a","customer_id":-4294967295,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"b","customer_id":1,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"b","customer_id":2,"ts":"2024-03-02T10:00:00Z"}
            """),
        of(
            "ids-alike-in-a-hash",
            "counting hashes of 32 bits, or in a sketch, which is not exact for few either",
            NOON,
            """
            {"asin":"a","customer_id":283414,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"a","customer_id":4294972806,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"c","customer_id":9552,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"c","customer_id":12647,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"d","customer_id":948,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"d","customer_id":3375,"ts":"2024-03-02T10:00:00Z"}
            """),
        of(
            "ids-alike-as-doubles",
            "letting customer ids pass through floating point",
            NOON,
            """
            {"asin":"a","customer_id":9007199254740992,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"a","customer_id":9007199254740993,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"a","customer_id":9223372036854775807,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"a","customer_id":9223372036854775806,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"b","customer_id":1,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"b","customer_id":2,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"b","customer_id":3,"ts":"2024-03-02T10:00:00Z"}
            """),
        of(
            "negative-ids",
            "dropping the sign, or taking 0 or -1 for nobody",
            NOON,
            """
            {"asin":"a","customer_id":-1,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"a","customer_id":1,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"a","customer_id":0,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"a","customer_id":-32768,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"a","customer_id":32768,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"a","customer_id":-9223372036854775808,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"a","customer_id":-9223372036854775807,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"b","customer_id":1,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"b","customer_id":2,"ts":"2024-03-02T10:00:00Z"}
            """));
  }

  private static List<Case> ranking() {
    return List.of(
        of(
            "tie-at-the-last-place",
            "keeping all who share a place, or any of them",
            Map.of("as-of", "2024-03-02T12:00:00Z", "k", "2"),
            """
            {"asin":"d","customer_id":1,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"c","customer_id":1,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"b","customer_id":1,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"a","customer_id":1,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"a","customer_id":2,"ts":"2024-03-02T10:00:00Z"}
            """),
        of(
            "ranks-without-gaps",
            "giving equal counts the same rank",
            NOON,
            """
            {"asin":"b","customer_id":1,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"a","customer_id":1,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"c","customer_id":1,"ts":"2024-03-02T10:00:00Z"}
            """),
        of(
            "text-order-of-ties",
            "ordering ASINs by UTF-16 units, without regard to case, or as numbers",
            NOON,
            """
            {"asin":"\\ud83d\\ude80","customer_id":1,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"\\uff5e","customer_id":1,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"b","customer_id":1,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"B","customer_id":1,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"a","customer_id":1,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"10","customer_id":1,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"9","customer_id":1,"ts":"2024-03-02T10:00:00Z"}
            """),
        of(
            "any-text-as-asin",
            "cleaning, padding or packing ASINs",
            Map.of("as-of", "2024-03-02T12:00:00Z", "k", "20"),
            """
            {"asin":"B07XJ8C8F5","customer_id":1,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"B07XJ8C8F5 ","customer_id":1,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"b07xj8c8f5","customer_id":1,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"B07XJ8C8F50","customer_id":1,"ts":"2024-03-02T10:00:00Z"}
            {"asin":" ","customer_id":1,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"\\u0000","customer_id":1,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"\\u00e9","customer_id":1,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"e\\u0301","customer_id":1,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"","customer_id":1,"ts":"2024-03-02T10:00:00Z"}
            """),
        of(
            "fewer-products-than-k",
            "needing k products",
            Map.of("as-of", "2024-03-02T12:00:00Z", "k", "2147483647"),
            """
            {"asin":"a","customer_id":1,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"b","customer_id":1,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"b","customer_id":2,"ts":"2024-03-02T10:00:00Z"}
            """),
        of(
            "rejected-rows-take-no-part",
            "letting broken rows into the answer",
            NOON,
            """
            {"asin":"a","customer_id":null,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"a","customer_id":"x","ts":"2024-03-02T10:00:00Z"}
            {"asin":"a","customer_id":1.5,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"a","customer_id":9223372036854775808,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"a","customer_id":1,"ts":"2024-02-30T10:00:00Z"}
            {"customer_id":1,"ts":"2024-03-02T10:00:00Z"}
            {"asin":"b","customer_id":1,"ts":"2024-03-02T10:00:00Z"}
            """));
  }

  static Case of(String name, String catches, Map<String, String> parameters, String lines) {
    return new Case(name, catches, Map.of(TABLE.name(), lines.lines().toList()), parameters);
  }

  private static Tuple row(int rank, String asin, long uniqueCustomers) {
    return Tuple.of(TopAsinsModel.COLUMNS, rank, asin, uniqueCustomers);
  }
}
