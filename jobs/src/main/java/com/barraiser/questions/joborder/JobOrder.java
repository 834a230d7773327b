package com.barraiser.questions.joborder;

import com.barraiser.datasets.Table;
import com.barraiser.datasets.Tuple;
import com.barraiser.datasets.generate.DependenciesGenerator;
import com.barraiser.datasets.generate.Generator;
import com.barraiser.datasets.tables.Dependencies;
import com.barraiser.datasets.tables.Jobs;
import com.barraiser.vocabulary.Answer;
import com.barraiser.vocabulary.Case;
import com.barraiser.vocabulary.Model;
import com.barraiser.vocabulary.Question;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * In which order can the jobs run, so that each comes after all that it waits for?
 *
 * <p>Inputs: {@code dependencies} and, if there is one, {@code jobs}. Answer: one row per job with
 * its level, numbered by level and then by name.
 *
 * <p>The trap: a job's level comes from the longest way to it, not from the first that is found,
 * and a cycle leaves no order at all, which has to be noticed and named.
 */
public final class JobOrder implements Question {

  /** The answer's column for the place of a job, from 1. */
  public static final String POSITION = "position";

  /** The answer's column for the length of the longest chain of jobs that a job waits for. */
  public static final String LEVEL = "level";

  private static final StructType SCHEMA =
      new StructType()
          .add(POSITION, DataTypes.IntegerType)
          .add(Jobs.JOB, DataTypes.StringType)
          .add(LEVEL, DataTypes.IntegerType);

  @Override
  public String name() {
    return "job-order";
  }

  @Override
  public String title() {
    return "an execution order for a graph of jobs";
  }

  @Override
  public List<Table> tables() {
    return List.of(Dependencies.TABLE, Jobs.TABLE);
  }

  @Override
  public Answer answer() {
    return new Answer(SCHEMA, List.of(POSITION), Answer.Order.FIXED);
  }

  @Override
  public String recommended() {
    return "kahn-on-driver";
  }

  @Override
  public Model model() {
    return new JobOrderModel();
  }

  /** Whether the message names one whole cycle; where there are several, any of them. */
  @Override
  public boolean failsRightly(Map<String, List<Tuple>> tables, String message) {
    return new CycleInText(tables.get(Dependencies.TABLE.name()), message).isThere();
  }

  @Override
  public Generator generator() {
    return new DependenciesGenerator();
  }

  @Override
  public Case example() {
    return JobOrderCases.EXAMPLE;
  }

  @Override
  public List<Tuple> exampleAnswer() {
    return JobOrderCases.EXAMPLE_ANSWER;
  }

  @Override
  public List<Case> cases() {
    return JobOrderCases.all();
  }

  @Override
  public Case generatedCase(long seed) {
    return GeneratedGraphs.generated(seed);
  }
}
