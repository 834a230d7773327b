package com.barraiser.check.warehouse;

import com.barraiser.datasets.Table;
import com.barraiser.datasets.Tuple;
import com.barraiser.datasets.generate.BatchGenerator;
import com.barraiser.vocabulary.Answer;
import com.barraiser.vocabulary.warehouse.Batch;
import com.barraiser.vocabulary.warehouse.JudgedTable;
import com.barraiser.vocabulary.warehouse.Sequence;
import com.barraiser.vocabulary.warehouse.StatefulQuestion;
import com.barraiser.vocabulary.warehouse.Warehouse;
import com.barraiser.vocabulary.warehouse.WarehouseModel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Which words have ever arrived; the warehouses are in memory. */
final class Words implements StatefulQuestion {

  private static final StructType SCHEMA = new StructType().add("word", DataTypes.StringType);

  static final Table FEED = Table.named("words").required("word", DataTypes.StringType).build();

  private static final Map<String, Set<String>> WAREHOUSES = new ConcurrentHashMap<>();

  static Set<String> of(Warehouse warehouse) {
    return WAREHOUSES.computeIfAbsent(warehouse.folder(), folder -> ConcurrentHashMap.newKeySet());
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
        new Sequence("fourth", "nothing", List.of(batch("g", "h"))),
        dying("i"));
  }

  static Sequence dying(String... words) {
    return Sequence.interrupted("fifth", "memories", List.of(batch(words)));
  }

  @Override
  public Set<String> namespacedColumns() {
    return Set.of("word");
  }

  @Override
  public Sequence generatedSequence(long seed) {
    return new Sequence("seed", "nothing", List.of(batch("s" + seed, "t")));
  }

  static Batch batch(String... words) {
    return new Batch(
        Map.of(FEED.name(), Stream.of(words).map("{\"word\":\"%s\"}"::formatted).toList()),
        Map.of());
  }
}
