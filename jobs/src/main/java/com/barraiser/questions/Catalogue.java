package com.barraiser.questions;

import com.barraiser.questions.categoryshare.CategoryShare;
import com.barraiser.questions.conversion7d.Conversion7d;
import com.barraiser.questions.firstevent.FirstEvent;
import com.barraiser.questions.joborder.JobOrder;
import com.barraiser.questions.latestorder.LatestOrder;
import com.barraiser.questions.shippedgmv.ShippedGmv;
import com.barraiser.questions.topasins.TopAsins;
import com.barraiser.vocabulary.Question;
import java.util.List;
import java.util.stream.Collectors;

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

  private Catalogue() {}

  /** All questions. */
  public static List<Question> questions() {
    return QUESTIONS;
  }

  /**
   * The question of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Question question(String name) {
    return QUESTIONS.stream()
        .filter(question -> question.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no question '%s'; there are %s"
                        .formatted(
                            name,
                            QUESTIONS.stream()
                                .map(Question::name)
                                .collect(Collectors.joining(", ")))));
  }
}
