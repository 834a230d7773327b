package com.barraiser.check.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.check.warehouse.WarehouseCheck.Passed;
import com.barraiser.datasets.Table;
import com.barraiser.datasets.Tuple;
import com.barraiser.datasets.generate.BatchGenerator;
import com.barraiser.testing.WithSpark;
import com.barraiser.vocabulary.Answer;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Tables;
import com.barraiser.vocabulary.warehouse.Batch;
import com.barraiser.vocabulary.warehouse.JudgedTable;
import com.barraiser.vocabulary.warehouse.Refresh;
import com.barraiser.vocabulary.warehouse.Sequence;
import com.barraiser.vocabulary.warehouse.StatefulQuestion;
import com.barraiser.vocabulary.warehouse.Warehouse;
import com.barraiser.vocabulary.warehouse.WarehouseModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In which order sequences are tried, and which one is blamed. */
@WithSpark
class WarehouseCheckTest {

  private static final Table FEED =
      Table.named("words").required("word", DataTypes.StringType).build();
  private static final StructType SCHEMA = new StructType().add("word", DataTypes.StringType);

  private final SparkSession spark;
  private final List<String> notes = new ArrayList<>();

  @TempDir private Path folder;

  WarehouseCheckTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void rightAnswerPassesEveryStage() {
    assertThat(failure((word, batch) -> false)).isEmpty();
    assertThat(notes)
        .containsExactly(
            "worked example 1",
            "all sequences at once 10",
            "named sequences 4",
            "generated sequences 6",
            "batches again, in reverse 2");
  }

  @Test
  void sequenceThatFailsAtOnceIsFoundAndShortened() {
    SequenceTrial wrong = failure((word, batch) -> word.endsWith("bad")).orElseThrow();
    assertThat(notes).containsExactly("worked example 1", "not all at once");
    assertThat(wrong.sequence().name()).isEqualTo("third");
    assertThat(wrong.sequence().batches()).containsExactly(batch("bad"));
  }

  @Test
  void sequenceThatNoWrongRowNamesIsFoundByHalves() {
    BiPredicate<String, List<String>> throwing =
        (word, batch) -> {
          if (word.endsWith("bad")) {
            throw new IllegalStateException("a bad word");
          }
          return false;
        };
    SequenceTrial wrong = failure(throwing).orElseThrow();
    assertThat(notes).containsExactly("worked example 1", "not all at once");
    assertThat(wrong.sequence().name()).isEqualTo("third");
    assertThat(wrong.error()).isPresent();
  }

  @Test
  void errorOfAnAnswerIsItsFault() {
    BiPredicate<String, List<String>> failing =
        (word, batch) -> {
          throw new AssertionError("never");
        };
    SequenceTrial wrong = failure(failing).orElseThrow();
    assertThat(wrong.sequence().name()).isEqualTo("worked-example");
    assertThat(wrong.error().orElseThrow()).endsWith("AssertionError: never");
  }

  @Test
  void sequencesThatFailOnlyAtOnceAreBlamedTogether() {
    BiPredicate<String, List<String>> meets =
        (word, batch) -> word.endsWith("bad") && batch.stream().anyMatch(x -> x.endsWith("other"));
    SequenceTrial wrong = failure(meets).orElseThrow();
    assertThat(notes).containsExactly("worked example 1", "not all at once");
    assertThat(wrong.sequence().name()).isEqualTo("all-at-once-1");
    assertThat(wrong.sequence().batches()).containsExactly(batch("first.other", "third.bad"));
    Path elsewhere = folder.resolve("again");
    try (WarehouseCheck check = new WarehouseCheck(spark, new Words(), elsewhere)) {
      assertThat(check.replay(refresh((word, batch) -> false), named(wrong))).isEmpty();
      assertThat(check.replay(refresh(meets), named(wrong)).orElseThrow().sequence())
          .isEqualTo(wrong.sequence());
    }
  }

  @Test
  void sequenceThatFailsOnlyAloneIsFoundAfterwards() {
    SequenceTrial wrong =
        failure((word, batch) -> batch.size() == 1 && word.endsWith("good")).orElseThrow();
    assertThat(notes).containsExactly("worked example 1", "all sequences at once 10");
    assertThat(wrong.sequence().name()).isEqualTo("second");
  }

  @Test
  void generatedSequenceIsReplayedInReverseToo() {
    SequenceTrial wrong = failure(sawBefore("s0")).orElseThrow();
    assertThat(notes).hasSize(4).last().isEqualTo("generated sequences 6");
    assertThat(wrong.sequence().name()).isEqualTo("seed-0");
    try (WarehouseCheck check = new WarehouseCheck(spark, new Words(), folder.resolve("again"))) {
      assertThat(check.replay(refresh(sawBefore("s0")), named(wrong))).isPresent();
    }
  }

  /** Whether a word has come before, in any warehouse. */
  private static BiPredicate<String, List<String>> sawBefore(String seen) {
    AtomicInteger times = new AtomicInteger();
    return (word, batch) -> word.equals(seen) && times.incrementAndGet() > 1;
  }

  private static Sequence named(SequenceTrial trial) {
    return WarehouseCheck.sequence(new Words(), trial.sequence().name());
  }

  private Optional<SequenceTrial> failure(BiPredicate<String, List<String>> forgets) {
    try (WarehouseCheck check = new WarehouseCheck(spark, new Words(), folder)) {
      return check.failure(refresh(forgets), new Notes());
    }
  }

  private final class Notes implements WarehouseCheck.Listener {

    @Override
    public void passed(Passed stage) {
      notes.add(stage.title() + " " + stage.sequences());
    }

    @Override
    public void failedAtOnce() {
      notes.add("not all at once");
    }
  }

  private static Batch batch(String... words) {
    return new Batch(
        Map.of(FEED.name(), Stream.of(words).map("{\"word\":\"%s\"}"::formatted).toList()),
        Map.of());
  }

  /** Keeps the words of a warehouse, but for those that are forgotten in their batch. */
  private static Refresh refresh(BiPredicate<String, List<String>> forgets) {
    return new Refresh() {
      @Override
      public String why() {
        return "keeps words";
      }

      @Override
      public void refresh(Warehouse warehouse, Tables batch, Parameters parameters) {
        List<String> words =
            batch.table(FEED.name()).collectAsList().stream().map(row -> row.getString(0)).toList();
        words.stream().filter(word -> !forgets.test(word, words)).forEach(Words.of(warehouse)::add);
      }
    };
  }

  /** Which words have ever arrived; the warehouses are in memory. */
  private static final class Words implements StatefulQuestion {

    private static final Map<String, Set<String>> WAREHOUSES = new ConcurrentHashMap<>();

    private static Set<String> of(Warehouse warehouse) {
      return WAREHOUSES.computeIfAbsent(
          warehouse.folder(), folder -> ConcurrentHashMap.newKeySet());
    }

    @Override
    public String name() {
      return "words";
    }

    @Override
    public String title() {
      return "which words have arrived";
    }

    @Override
    public String recommended() {
      return "keep";
    }

    @Override
    public BatchGenerator generator() {
      throw new UnsupportedOperationException("nothing is generated");
    }

    @Override
    public List<Table> feeds() {
      return List.of(FEED);
    }

    @Override
    public List<JudgedTable> tables() {
      Answer contract = new Answer(SCHEMA, List.of("word"), Answer.Order.ANY);
      return List.of(new JudgedTable("kept", contract, Words::rows));
    }

    private static Dataset<Row> rows(Warehouse warehouse) {
      List<Row> rows = of(warehouse).stream().map(word -> RowFactory.create(word)).toList();
      return warehouse.spark().createDataFrame(rows, SCHEMA);
    }

    @Override
    public WarehouseModel model() {
      return arrived -> {
        Set<String> words = new TreeSet<>();
        arrived.forEach(
            batch -> batch.feeds().get(FEED.name()).forEach(row -> words.add(row.text("word"))));
        return Map.of("kept", words.stream().map(word -> Tuple.of(List.of("word"), word)).toList());
      };
    }

    @Override
    public Sequence example() {
      return sequences().get(0);
    }

    @Override
    public Map<String, List<Tuple>> exampleTables() {
      return Map.of();
    }

    @Override
    public List<Sequence> sequences() {
      return List.of(
          new Sequence("worked-example", "nothing", List.of(batch("a", "b"))),
          new Sequence("first", "others", List.of(batch("other"), batch("other", "c"))),
          new Sequence("second", "single rows", List.of(batch("good"))),
          new Sequence("third", "bad words", List.of(batch("bad", "d"), batch("e", "f"))),
          new Sequence("fourth", "nothing", List.of(batch("g", "h"))));
    }

    @Override
    public Set<String> namespacedColumns() {
      return Set.of("word");
    }

    @Override
    public Sequence generatedSequence(long seed) {
      return new Sequence("seed", "nothing", List.of(batch("s" + seed, "t")));
    }
  }
}
