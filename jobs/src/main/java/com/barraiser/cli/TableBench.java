package com.barraiser.cli;

import com.barraiser.bench.BenchData;
import com.barraiser.bench.Contest;
import com.barraiser.bench.Scale;
import com.barraiser.bench.Setup;
import com.barraiser.bench.TableContest;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Peer;
import com.barraiser.vocabulary.Question;
import com.barraiser.vocabulary.Shelf;
import com.barraiser.vocabulary.Solution;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * A question that asks for a table: what the answer costs for inputs of some sizes.
 *
 * @param common what is the same for every question
 * @param question the question
 * @param rows the sizes of generated data
 * @param inputs the user's own tables; where there are some, nothing is generated
 * @param engines the engines of peers
 */
record TableBench(
    Common common, Question question, List<Long> rows, List<String> inputs, List<String> engines)
    implements Bench {

  @Override
  public void check(List<Map<String, String>> combinations) {
    Parameters.check(question, common.settings());
    Inputs.check(question, inputs);
    common.approaches(question);
    if (!peers().isEmpty() && inputs.isEmpty()) {
      TableContest.checkReadByPeers(common.format());
    }
    combinations.forEach(
        combination -> question.generator().check(Variations.knobs(question, 1, combination)));
    if (!inputs.isEmpty()) {
      combinations.forEach(Variations::checkNoKnobs);
    }
  }

  @Override
  public List<Long> sizes() {
    return inputs.isEmpty() ? rows : List.of(0L);
  }

  @Override
  public void generate(SparkSession spark, Map<String, String> combination, long size) {
    paths(spark, combination, size);
  }

  @Override
  public Contest contest(SparkSession spark, Map<String, String> combination, long size) {
    Inputs opened = Inputs.open(spark, question, paths(spark, combination, size));
    BenchData data = opened.benchData(size);
    Setup setup =
        new Setup(
            question.name(),
            new Scale(Scale.Unit.ROWS, data.rows()),
            data.rows(),
            combination,
            common.runs(),
            common.limit());
    return new TableContest(
        setup,
        question,
        common.approaches(question).stream().map(Solution.class::cast).toList(),
        peers(),
        Home.place("peers"),
        data,
        Parameters.of(question, common.settings(), data.tables()));
  }

  private List<String> paths(SparkSession spark, Map<String, String> combination, long size) {
    return inputs.isEmpty()
        ? List.of(
            DataSets.large(
                spark, question, Variations.knobs(question, size, combination), common.format()))
        : inputs;
  }

  private List<Peer> peers() {
    return engines.stream().flatMap(this::peers).toList();
  }

  private Stream<Peer> peers(String engine) {
    List<Peer> found =
        Shelf.peers(question).stream().filter(peer -> peer.engine().equals(engine)).toList();
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "%s has no peer '%s'; there are %s"
              .formatted(
                  question.name(),
                  engine,
                  Shelf.peers(question).stream().map(Peer::engine).distinct().toList()));
    }
    return found.stream();
  }
}
