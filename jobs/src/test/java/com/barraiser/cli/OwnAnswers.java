package com.barraiser.cli;

import com.barraiser.datasets.Format;
import com.barraiser.datasets.write.TableWriter;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Question;
import com.barraiser.vocabulary.Shelf;
import com.barraiser.vocabulary.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** Answers of this process, for those of other processes to be compared with. */
final class OwnAnswers {

  private OwnAnswers() {}

  /**
   * A solution's answer to a data set, as {@link Launcher#sortedLines} gives that of a run.
   *
   * @param place where it is written
   */
  static List<String> lines(
      SparkSession spark, Question question, String solution, Path data, Path place)
      throws IOException {
    Tables tables = Inputs.open(spark, question, List.of(data.toString())).tables();
    Parameters parameters = Parameters.of(question, Map.of(), tables);
    TableWriter.write(
        Shelf.solution(question, solution).answer(tables, parameters),
        Format.JSON,
        place.toString());
    return Launcher.sortedLines(place);
  }
}
