package com.barraiser.questions.conversion7d;

import static com.barraiser.datasets.tables.PlacedOrders.CUSTOMER_ID;
import static com.barraiser.datasets.tables.PlacedOrders.ORDER_TS;
import static com.barraiser.datasets.tables.Sessions.MARKETPLACE_ID;
import static com.barraiser.datasets.tables.Sessions.SESSION_TS;
import static java.time.ZoneOffset.UTC;

import com.barraiser.datasets.Tuple;
import com.barraiser.datasets.tables.PlacedOrders;
import com.barraiser.datasets.tables.Sessions;
import com.barraiser.vocabulary.Model;
import com.barraiser.vocabulary.Parameters;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Looks through all orders for every session, and through seven days for every day. */
final class Conversion7dModel implements Model {

  @Override
  public List<Tuple> answer(Map<String, List<Tuple>> tables, Parameters parameters) {
    Duration window = parameters.duration(Conversion7d.WINDOW);
    Instant asOf = parameters.instant(Conversion7d.AS_OF);
    List<Tuple> orders = tables.get(PlacedOrders.TABLE.name());
    Map<String, Map<LocalDate, Counts>> byMarketplace = new TreeMap<>();
    for (Tuple session : tables.get(Sessions.TABLE.name())) {
      boolean converts = orders.stream().anyMatch(order -> follows(order, session, window));
      byMarketplace
          .computeIfAbsent(session.text(MARKETPLACE_ID), marketplace -> new TreeMap<>())
          .merge(
              session.instant(SESSION_TS).atZone(UTC).toLocalDate(),
              new Counts(1, converts ? 1 : 0),
              Counts::plus);
    }
    List<Tuple> answer = new ArrayList<>();
    byMarketplace.forEach(
        (marketplace, days) ->
            days.forEach(
                (date, day) -> answer.add(row(marketplace, date, day, days, window, asOf))));
    return answer;
  }

  private static boolean follows(Tuple order, Tuple session, Duration window) {
    Instant start = session.instant(SESSION_TS);
    Instant time = order.instant(ORDER_TS);
    return order.number(CUSTOMER_ID).equals(session.number(CUSTOMER_ID))
        && order.text(MARKETPLACE_ID).equals(session.text(MARKETPLACE_ID))
        && !time.isBefore(start)
        && time.isBefore(start.plus(window));
  }

  private static Tuple row(
      String marketplace,
      LocalDate date,
      Counts day,
      Map<LocalDate, Counts> days,
      Duration window,
      Instant asOf) {
    Counts week = new Counts(0, 0);
    for (int before = 0; before <= Conversion7d.DAYS_BEFORE; before++) {
      week = week.plus(days.getOrDefault(date.minusDays(before), new Counts(0, 0)));
    }
    Instant lastWindowEnds = date.plusDays(1).atStartOfDay(UTC).toInstant().plus(window);
    return Tuple.of(
        Conversion7d.COLUMNS,
        marketplace,
        date,
        day.sessions,
        day.converted,
        day.rate(),
        week.sessions,
        week.converted,
        week.rate(),
        !lastWindowEnds.isAfter(asOf));
  }

  /** Sessions, and how many of them convert. */
  private record Counts(long sessions, long converted) {

    Counts plus(Counts other) {
      return new Counts(sessions + other.sessions, converted + other.converted);
    }

    double rate() {
      return (double) converted / sessions;
    }
  }
}
