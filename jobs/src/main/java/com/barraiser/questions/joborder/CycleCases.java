package com.barraiser.questions.joborder;

import static com.barraiser.questions.joborder.JobOrderCases.edges;

import com.barraiser.vocabulary.Case;
import java.util.List;

/** Inputs without an answer: the failure has to name a cycle. */
final class CycleCases {

  private CycleCases() {}

  static List<Case> all() {
    return List.of(
        edges(
            "two-jobs-wait-for-each-other",
            "leaving out the jobs of a cycle, or going round for ever",
            """
            {"upstream_job":"a","downstream_job":"b"}
            {"upstream_job":"b","downstream_job":"a"}
            """),
        edges(
            "job-waits-for-itself",
            "missing a cycle of one job",
            """
            {"upstream_job":"a","downstream_job":"b"}
            {"upstream_job":"b","downstream_job":"b"}
            """),
        edges(
            "cycle-of-four",
            "naming a part of the cycle only",
            """
            {"upstream_job":"a","downstream_job":"b"}
            {"upstream_job":"b","downstream_job":"c"}
            {"upstream_job":"c","downstream_job":"d"}
            {"upstream_job":"d","downstream_job":"a"}
            """),
        edges(
            "jobs-before-and-after-a-cycle",
            "naming jobs that only wait for a cycle as if they were on it",
            """
            {"upstream_job":"first","downstream_job":"x"}
            {"upstream_job":"x","downstream_job":"y"}
            {"upstream_job":"y","downstream_job":"z"}
            {"upstream_job":"z","downstream_job":"x"}
            {"upstream_job":"z","downstream_job":"after"}
            {"upstream_job":"after","downstream_job":"last"}
            {"upstream_job":"first","downstream_job":"last"}
            """),
        edges(
            "cycle-beside-a-sound-part",
            "answering for the part that has an order",
            """
            {"upstream_job":"a","downstream_job":"b"}
            {"upstream_job":"b","downstream_job":"c"}
            {"upstream_job":"x","downstream_job":"y"}
            {"upstream_job":"y","downstream_job":"x"}
            """),
        edges(
            "cycle-entered-from-a-chain",
            "naming the way by which a search came to the cycle",
            """
            {"upstream_job":"a","downstream_job":"b"}
            {"upstream_job":"b","downstream_job":"c"}
            {"upstream_job":"c","downstream_job":"d"}
            {"upstream_job":"d","downstream_job":"e"}
            {"upstream_job":"e","downstream_job":"d"}
            """),
        edges(
            "two-cycles-share-a-job",
            "naming a job twice",
            """
            {"upstream_job":"a","downstream_job":"m"}
            {"upstream_job":"m","downstream_job":"a"}
            {"upstream_job":"m","downstream_job":"z"}
            {"upstream_job":"z","downstream_job":"m"}
            """),
        edges(
            "cycle-with-a-shortcut",
            "naming an arrow that is not given",
            """
            {"upstream_job":"a","downstream_job":"b"}
            {"upstream_job":"b","downstream_job":"c"}
            {"upstream_job":"c","downstream_job":"d"}
            {"upstream_job":"a","downstream_job":"c"}
            {"upstream_job":"d","downstream_job":"b"}
            {"upstream_job":"d","downstream_job":"e"}
            {"upstream_job":"c","downstream_job":"e"}
            """),
        edges(
            "cycle-of-odd-names",
            "naming jobs in another way than they are written",
            """
            {"upstream_job":"a -> b","downstream_job":"\\"c\\""}
            {"upstream_job":"\\"c\\"","downstream_job":"line\\nbreak"}
            {"upstream_job":"line\\nbreak","downstream_job":"100%s"}
            {"upstream_job":"100%s","downstream_job":"a -> b"}
            """),
        edges(
            "repeated-edges-of-a-cycle",
            "counting copies where a cycle is looked for",
            """
            {"upstream_job":"b","downstream_job":"a"}
            {"upstream_job":"a","downstream_job":"b"}
            {"upstream_job":"b","downstream_job":"a"}
            {"upstream_job":"a","downstream_job":"b"}
            """));
  }
}
