package com.barraiser.questions.firstevent;

import static com.barraiser.datasets.tables.OrderEvents.ORDER_ID;

import com.barraiser.datasets.Table;
import com.barraiser.datasets.Tuple;
import com.barraiser.datasets.generate.Generator;
import com.barraiser.datasets.generate.OrderEventsGenerator;
import com.barraiser.datasets.tables.OrderEvents;
import com.barraiser.vocabulary.Answer;
import com.barraiser.vocabulary.Case;
import com.barraiser.vocabulary.Model;
import com.barraiser.vocabulary.Question;
import java.util.List;

/**
 * What was the first event of every order?
 *
 * <p>Input: {@code order_events}. Answer: one row per order with the order's earliest event; on the
 * same instant the smallest status, on the same status the smallest extra, null first.
 *
 * <p>The trap: the same instant can be written with different offsets, and ties are common, so an
 * answer that leaves them open changes from run to run.
 */
public final class FirstEvent implements Question {

  @Override
  public String name() {
    return "first-event";
  }

  @Override
  public String title() {
    return "the first event of every order";
  }

  @Override
  public List<Table> tables() {
    return List.of(OrderEvents.TABLE);
  }

  @Override
  public Answer answer() {
    return new Answer(OrderEvents.TABLE.schema(), List.of(ORDER_ID), Answer.Order.ANY);
  }

  @Override
  public String recommended() {
    return "packed-values";
  }

  @Override
  public Model model() {
    return new FirstEventModel();
  }

  @Override
  public Generator generator() {
    return new OrderEventsGenerator();
  }

  @Override
  public Case example() {
    return FirstEventCases.EXAMPLE;
  }

  @Override
  public List<Tuple> exampleAnswer() {
    return FirstEventCases.EXAMPLE_ANSWER;
  }

  @Override
  public List<Case> cases() {
    return FirstEventCases.all();
  }

  @Override
  public Case generatedCase(long seed) {
    return GeneratedEvents.generated(seed);
  }
}
