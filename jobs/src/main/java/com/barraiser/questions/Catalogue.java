package com.barraiser.questions;

import com.barraiser.questions.categoryshare.CategoryShare;
import com.barraiser.questions.conversion7d.Conversion7d;
import com.barraiser.questions.firstevent.FirstEvent;
import com.barraiser.questions.joborder.JobOrder;
import com.barraiser.questions.latestorder.LatestOrder;
import com.barraiser.questions.ordersfact.OrdersFact;
import com.barraiser.questions.primedelivery.PrimeDelivery;
import com.barraiser.questions.shippedgmv.ShippedGmv;
import com.barraiser.questions.shippedrevenue.ShippedRevenue;
import com.barraiser.questions.topasins.TopAsins;
import com.barraiser.vocabulary.Exercise;
import com.barraiser.vocabulary.Question;
import com.barraiser.vocabulary.warehouse.StatefulQuestion;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All questions, in the order in which they are listed. */
public final class Catalogue {

  private static final List<Question> QUESTIONS =
      List.of(
          new FirstEvent(),
          new TopAsins(),
          new JobOrder(),
          new Conversion7d(),
          new LatestOrder(),
          new ShippedGmv(),
          new CategoryShare());

  private static final List<StatefulQuestion> STATEFUL =
      List.of(new OrdersFact(), new ShippedRevenue(), new PrimeDelivery());

  private Catalogue() {}

  /** The questions that ask for a table. */
  public static List<Question> questions() {
    return QUESTIONS;
  }

  /** The questions that ask for a warehouse, which batches change. */
  public static List<StatefulQuestion> stateful() {
    return STATEFUL;
  }

  /** All questions of either kind. */
  public static List<Exercise> all() {
    return Stream.concat(QUESTIONS.stream(), STATEFUL.stream()).toList();
  }

  /**
   * The question of that name, of either kind.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Exercise exercise(String name) {
    return all().stream()
        .filter(exercise -> exercise.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no question '%s'; there are %s"
                        .formatted(
                            name,
                            all().stream().map(Exercise::name).collect(Collectors.joining(", ")))));
  }

  /**
   * The question of that name that asks for a table.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Question question(String name) {
    return QUESTIONS.stream()
        .filter(question -> question.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(exercise(name).name() + " asks for a warehouse"));
  }
}
