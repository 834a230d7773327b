package com.barraiser.bench;

import static scala.jdk.javaapi.CollectionConverters.asJava;

import com.barraiser.vocabulary.Approach;
import com.barraiser.vocabulary.Shelf;
import com.barraiser.vocabulary.warehouse.Arrival;
import com.barraiser.vocabulary.warehouse.Refresh;
import com.barraiser.vocabulary.warehouse.StatefulQuestion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;

/**
 * Refreshes that load one more day into warehouses that hold many days already. Every refresh loads
 * the history itself, as one batch: how its tables are partitioned, and what Delta keeps of them,
 * is part of the solution.
 *
 * @param setup what is measured
 * @param question the question
 * @param refreshes the refreshes, the baseline first
 * @param history all that arrived before the day
 * @param day what arrives on it
 * @param place where warehouses are kept
 */
public record HistoryContest(
    Setup setup,
    StatefulQuestion question,
    List<Refresh> refreshes,
    Arrival history,
    Arrival day,
    Path place)
    implements Contest {

  /** Others differ from run to run, and field ids are what Delta sets when it first writes. */
  private static final Pattern SETTING =
      Pattern.compile("spark\\.(databricks\\.|sql\\.(?!parquet\\.fieldId\\.)).*");

  /** Copies the list. */
  public HistoryContest {
    refreshes = List.copyOf(refreshes);
  }

  @Override
  public List<Contender> contenders(SparkSession spark) {
    return refreshes.stream().map(refresh -> contender(spark, refresh)).toList();
  }

  @Override
  public Contender recommended(SparkSession spark) {
    Approach recommended = Shelf.approach(question, question.recommended());
    return contender(spark, (Refresh) recommended);
  }

  private Contender contender(SparkSession spark, Refresh refresh) {
    KeptWarehouse kept = KeptWarehouse.of(question, refresh, loadedWith(spark), place);
    return new RefreshContender(spark, question, refresh, history, day, kept);
  }

  /** The session's settings, what is varied, and the values that the history is loaded with. */
  private String loadedWith(SparkSession spark) {
    Map<String, String> settings = new TreeMap<>(asJava(spark.conf().getAll()));
    settings.keySet().removeIf(name -> !SETTING.matcher(name).matches());
    return List.of(
            spark.version(),
            settings,
            new TreeMap<>(setup.vary()),
            new TreeMap<>(history.parameters().values()))
        .toString();
  }
}
