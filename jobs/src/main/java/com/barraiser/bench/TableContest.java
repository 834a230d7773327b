package com.barraiser.bench;

import com.barraiser.datasets.Format;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Peer;
import com.barraiser.vocabulary.Question;
import com.barraiser.vocabulary.Shelf;
import com.barraiser.vocabulary.Solution;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * Solutions and peers that answer a question from the same tables.
 *
 * @param setup what is measured
 * @param question the question
 * @param solutions the solutions, the baseline first
 * @param peers the other engines' queries
 * @param peerFolder where the other engines' jars lie
 * @param data the input
 * @param parameters the values that the question is asked with
 */
public record TableContest(
    Setup setup,
    Question question,
    List<Solution> solutions,
    List<Peer> peers,
    Path peerFolder,
    BenchData data,
    Parameters parameters)
    implements Contest {

  /** Copies the collections. */
  public TableContest {
    solutions = List.copyOf(solutions);
    peers = List.copyOf(peers);
  }

  /**
   * Checks that peers can be measured on data of a format.
   *
   * @throws IllegalArgumentException if they cannot read it
   */
  public static void checkReadByPeers(Format format) {
    DuckDb.checkReads(format);
  }

  @Override
  public List<Contender> contenders(SparkSession spark) {
    List<Contender> contenders = new ArrayList<>();
    solutions.forEach(solution -> contenders.add(contender(spark, solution)));
    if (!peers.isEmpty()) {
      int threads = Slots.of(spark.sparkContext());
      DuckDb duckDb = DuckDb.open(peerFolder, threads, question.tables(), data);
      peers.forEach(
          peer -> contenders.add(new DuckDbContender(spark, duckDb, question, peer, parameters)));
    }
    return contenders;
  }

  @Override
  public Contender recommended(SparkSession spark) {
    return contender(spark, Shelf.solution(question, question.recommended()));
  }

  private Contender contender(SparkSession spark, Solution solution) {
    return new SparkContender(spark, question, solution, data.tables(), parameters);
  }
}
