package com.barraiser.datasets.read;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.timestamp_micros;

import com.barraiser.datasets.Field;
import com.barraiser.datasets.Table;
import com.barraiser.datasets.read.ParsedRow.Accepted;
import com.barraiser.datasets.read.ParsedRow.Rejected;
import com.barraiser.datasets.read.ParsedRow.Trace;
import com.barraiser.datasets.read.ParsedRow.Traced;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** A table in text files; JSON lines are read in batches, all else is parsed row by row. */
final class TextInput implements TableInput {

  private final SparkSession spark;
  private final Table table;
  private final Function<Trace, JavaRDD<ParsedRow>> parse;
  private final JavaRDD<ParsedRow> parsed;
  private final int splits;
  private final RejectCounts counts;
  private final Optional<JsonTable> batches;
  private final Supplier<Optional<Dataset<Row>>> lines;

  private TextInput(
      SparkSession spark,
      Table table,
      Function<Trace, JavaRDD<ParsedRow>> parse,
      int splits,
      RejectCounts counts,
      Optional<JsonTable> batches,
      Supplier<Optional<Dataset<Row>>> lines) {
    this.spark = spark;
    this.table = table;
    this.parse = parse;
    this.parsed = parse.apply(Trace.DROP);
    this.splits = splits;
    this.counts = counts;
    this.batches = batches;
    this.lines = lines;
  }

  static TextInput jsonLines(SparkSession spark, Table table, Source source) {
    RejectCounts counts = registered(spark);
    JsonFiles files = new JsonFiles(new JavaSparkContext(spark.sparkContext()), source);
    Supplier<Optional<Dataset<Row>>> lines =
        () -> Optional.of(spark.read().option("lineSep", "\n").text(source.literalFiles()));
    return new TextInput(
        spark,
        table,
        trace -> files.parsed(table, trace, counts),
        files.splits(),
        counts,
        Optional.of(new JsonTable(files, table, counts)),
        lines);
  }

  static TextInput csv(SparkSession spark, Table table, Source source) {
    RejectCounts counts = registered(spark);
    JavaSparkContext context = new JavaSparkContext(spark.sparkContext());
    CsvFiles files = new CsvFiles(context, table);
    return new TextInput(
        spark,
        table,
        trace -> files.parsed(context, source, trace, counts),
        source.files().size(),
        counts,
        Optional.empty(),
        Optional::empty);
  }

  private static RejectCounts registered(SparkSession spark) {
    RejectCounts counts = new RejectCounts();
    spark.sparkContext().register(counts);
    return counts;
  }

  @Override
  public Dataset<Row> rows() {
    return batches.map(table -> table.rows(spark)).orElseGet(this::acceptedRows);
  }

  private Dataset<Row> acceptedRows() {
    JavaRDD<Row> accepted =
        parsed
            .filter(row -> row instanceof Accepted)
            .map(row -> RowFactory.create(((Accepted) row).cells()));
    return spark.createDataFrame(accepted, parsedSchema()).select(columns());
  }

  @Override
  public Dataset<Row> tracedRows() {
    JavaRDD<Row> traced =
        parse
            .apply(Trace.KEEP)
            .filter(row -> row instanceof Traced)
            .map(row -> (Traced) row)
            .map(row -> RowFactory.create(with(row.cells(), row.file(), row.raw())));
    StructType schema =
        parsedSchema().add(FILE, DataTypes.StringType).add(RAW, DataTypes.StringType);
    Column[] columns =
        Stream.concat(Arrays.stream(columns()), Stream.of(col(FILE), col(RAW)))
            .toArray(Column[]::new);
    return spark.createDataFrame(traced, schema).select(columns);
  }

  @Override
  public Dataset<Row> rejects() {
    String name = table.name();
    JavaRDD<Row> rejected =
        parsed
            .filter(row -> row instanceof Rejected)
            .map(row -> (Rejected) row)
            .map(row -> RowFactory.create(name, row.reason(), row.file(), row.raw()));
    return spark.createDataFrame(rejected, REJECTS);
  }

  @Override
  public Map<String, Long> rejectCounts() {
    if (counts.splits() < splits) {
      parsed.foreach(row -> {});
    }
    return new TreeMap<>(counts.byReason());
  }

  @Override
  public Optional<Dataset<Row>> lines() {
    return lines.get();
  }

  private static Object[] with(Object[] cells, String file, String raw) {
    Object[] more = Arrays.copyOf(cells, cells.length + 2);
    more[cells.length] = file;
    more[cells.length + 1] = raw;
    return more;
  }

  private StructType parsedSchema() {
    StructType schema = new StructType();
    for (Field field : table.fields()) {
      schema = schema.add(field.name(), new CellParser(field).parsedType());
    }
    return schema;
  }

  private Column[] columns() {
    return table.fields().stream()
        .map(field -> column(field.name(), field.type()))
        .toArray(Column[]::new);
  }

  private static Column column(String name, DataType type) {
    if (type.equals(DataTypes.TimestampType)) {
      return timestamp_micros(col(name)).as(name);
    }
    return type.equals(DataTypes.DateType)
        ? date_from_unix_date(col(name).cast("int")).as(name)
        : col(name).cast(type).as(name);
  }
}
