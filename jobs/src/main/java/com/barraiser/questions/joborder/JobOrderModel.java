package com.barraiser.questions.joborder;

import static com.barraiser.datasets.tables.Dependencies.DOWNSTREAM_JOB;
import static com.barraiser.datasets.tables.Dependencies.UPSTREAM_JOB;
import static com.barraiser.datasets.tables.Jobs.JOB;
import static com.barraiser.questions.joborder.JobOrder.LEVEL;
import static com.barraiser.questions.joborder.JobOrder.POSITION;

import com.barraiser.datasets.Tuple;
import com.barraiser.datasets.Utf8;
import com.barraiser.datasets.tables.Dependencies;
import com.barraiser.datasets.tables.Jobs;
import com.barraiser.vocabulary.Model;
import com.barraiser.vocabulary.NoAnswerException;
import com.barraiser.vocabulary.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Takes out the jobs that wait for nothing, level by level, until none is left. */
final class JobOrderModel implements Model {

  static final List<String> COLUMNS = List.of(POSITION, JOB, LEVEL);

  @Override
  public List<Tuple> answer(Map<String, List<Tuple>> tables, Parameters parameters) {
    SortedMap<String, SortedSet<String>> waitsFor = waitsFor(tables);
    List<Tuple> answer = new ArrayList<>();
    for (int level = 0; !waitsFor.isEmpty(); level++) {
      List<String> free =
          waitsFor.keySet().stream().filter(job -> waitsFor.get(job).isEmpty()).toList();
      if (free.isEmpty()) {
        throw cycle(waitsFor);
      }
      for (String job : free) {
        answer.add(Tuple.of(COLUMNS, answer.size() + 1, job, level));
      }
      waitsFor.keySet().removeAll(free);
      waitsFor.values().forEach(jobs -> jobs.removeAll(free));
    }
    return answer;
  }

  private static SortedMap<String, SortedSet<String>> waitsFor(Map<String, List<Tuple>> tables) {
    SortedMap<String, SortedSet<String>> waitsFor = new TreeMap<>(Utf8.ORDER);
    for (Tuple edge : tables.get(Dependencies.TABLE.name())) {
      upstream(waitsFor, edge.text(DOWNSTREAM_JOB)).add(edge.text(UPSTREAM_JOB));
      upstream(waitsFor, edge.text(UPSTREAM_JOB));
    }
    tables.get(Jobs.TABLE.name()).forEach(job -> upstream(waitsFor, job.text(JOB)));
    return waitsFor;
  }

  private static SortedSet<String> upstream(
      SortedMap<String, SortedSet<String>> waitsFor, String job) {
    return waitsFor.computeIfAbsent(job, any -> new TreeSet<>(Utf8.ORDER));
  }

  /** Each job waits for another one, so following them comes back to one that was passed. */
  private static NoAnswerException cycle(SortedMap<String, SortedSet<String>> waitsFor) {
    List<String> passed = new ArrayList<>();
    String job = waitsFor.firstKey();
    while (!passed.contains(job)) {
      passed.add(0, job);
      job = waitsFor.get(job).first();
    }
    return Cycle.of(passed.subList(0, passed.indexOf(job) + 1));
  }
}
