package com.barraiser.datasets.read;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.replace;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.url_decode;
import static org.apache.spark.sql.functions.when;

import com.barraiser.datasets.DataException;
import com.barraiser.datasets.Field;
import com.barraiser.datasets.Field.Presence;
import com.barraiser.datasets.Format;
import com.barraiser.datasets.Table;
import com.barraiser.datasets.write.TableWriter;
import io.delta.tables.DeltaTable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A table in Parquet or Delta. Counting rejects asks only for the rows that break a rule, which the
 * row groups' statistics answer where none does; a table is immutable while it is read, so it is
 * counted once.
 */
final class ColumnarInput implements TableInput {

  private static final Map<String, String> RAW_JSON =
      Map.of("timestampFormat", TableWriter.TIMESTAMP_PATTERN, "ignoreNullFields", "false");

  /** Types of whole numbers, the narrower ones first. */
  private static final List<DataType> WHOLE_NUMBERS =
      List.of(DataTypes.ByteType, DataTypes.ShortType, DataTypes.IntegerType, DataTypes.LongType);

  private final Table table;
  private final Dataset<Row> scan;
  private Map<String, Long> rejectCounts;

  ColumnarInput(SparkSession spark, Table table, Source source) {
    this.table = table;
    this.scan = complete(spark, source, scan(spark, source, UnaryOperator.identity()));
    table.fields().forEach(field -> checkColumn(field, source));
  }

  /**
   * A table without rejects is scanned as it is: a filter would read columns that nobody asked for.
   */
  @Override
  public Dataset<Row> rows() {
    return accepted().select(columns().toArray(Column[]::new));
  }

  @Override
  public Dataset<Row> tracedRows() {
    return accepted()
        .select(Stream.concat(columns(), Stream.of(file(), raw())).toArray(Column[]::new));
  }

  @Override
  public Dataset<Row> rejects() {
    return scan.filter(anyBroken())
        .select(lit(table.name()).as("table"), reason().as("reason"), file(), raw());
  }

  @Override
  public Map<String, Long> rejectCounts() {
    if (rejectCounts == null) {
      Map<String, Long> counts = new TreeMap<>();
      scan.filter(anyBroken())
          .groupBy(reason())
          .count()
          .collectAsList()
          .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
      rejectCounts = counts;
    }
    return new TreeMap<>(rejectCounts);
  }

  @Override
  public Optional<Dataset<Row>> lines() {
    return Optional.empty();
  }

  /**
   * The table with what only some of its files have. Spark takes the columns of one file for those
   * of all: optional ones may be in others all the same, required ones are looked for in all files.
   */
  private Dataset<Row> complete(SparkSession spark, Source source, Dataset<Row> ofOneFile) {
    List<Field> missing =
        table.fields().stream().filter(field -> found(ofOneFile, field).isEmpty()).toList();
    if (missing.isEmpty() || source.files().size() < 2) {
      return ofOneFile;
    }
    if (missing.stream().anyMatch(Field::required)) {
      return scan(spark, source, reader -> reader.option("mergeSchema", true));
    }
    StructType schema = ofOneFile.schema();
    for (Field field : missing) {
      schema = schema.add(field.name(), field.type());
    }
    StructType all = schema;
    return scan(spark, source, reader -> reader.schema(all));
  }

  private static Dataset<Row> scan(
      SparkSession spark, Source source, UnaryOperator<DataFrameReader> further) {
    try {
      DataFrameReader reader = spark.read().format(source.format().key());
      if (source.format() == Format.DELTA) {
        String path = source.paths().get(0).toString();
        // Without a version, every action would read the newest one.
        Row newest = DeltaTable.forPath(spark, path).history(1).head();
        return reader.option("versionAsOf", newest.<Long>getAs("version")).load(path);
      }
      return further.apply(reader).load(source.literalFiles());
    } catch (Exception e) { // Spark declares none of what it throws for a broken file.
      throw new DataException(
          "cannot read %s as %s: %s"
              .formatted(
                  source.paths().get(0),
                  source.format().key(),
                  String.valueOf(e.getMessage()).lines().findFirst().orElse("")),
          e);
    }
  }

  private Dataset<Row> accepted() {
    return rejectCounts().isEmpty() ? scan : scan.filter(not(anyBroken()));
  }

  private Stream<Column> columns() {
    return table.fields().stream().map(this::column);
  }

  private Column raw() {
    Column[] everything =
        Arrays.stream(scan.columns()).map(ColumnarInput::quoted).toArray(Column[]::new);
    return to_json(struct(everything), RAW_JSON).as(RAW);
  }

  private static Column file() {
    return url_decode(replace(col("_metadata.file_path"), lit("+"), lit("%2B"))).as(FILE);
  }

  private Column anyBroken() {
    return table.requiredFields().stream().map(this::broken).reduce(Column::or).orElse(lit(false));
  }

  private Column broken(Field field) {
    Column missing = column(field).isNull();
    return mayBeEmpty(field) ? missing : missing.or(column(field).equalTo(""));
  }

  private Column reason() {
    return table.requiredFields().stream()
        .map(
            field ->
                when(column(field).isNull(), field.name() + " is missing")
                    .when(broken(field), field.name() + " is empty"))
        .reduce((first, second) -> coalesce(first, second))
        .orElse(lit(null));
  }

  private Column column(Field field) {
    return found(field)
        .map(column -> quoted(column.name()).cast(field.type()))
        .orElseGet(() -> lit(null).cast(field.type()))
        .as(field.name());
  }

  private Optional<StructField> found(Field field) {
    return found(scan, field);
  }

  private static Optional<StructField> found(Dataset<Row> scan, Field field) {
    return Arrays.stream(scan.schema().fields())
        .filter(column -> column.name().equalsIgnoreCase(field.name()))
        .findFirst();
  }

  /** A timestamp without time zone is taken as UTC, the session's zone. */
  private void checkColumn(Field field, Source source) {
    Optional<StructField> column = found(field);
    if (column.isEmpty()) {
      if (field.required()) {
        throw new DataException(
            "%s lacks the column %s; it has %s"
                .formatted(source.paths().get(0), field.name(), String.join(", ", scan.columns())));
      }
      return;
    }
    if (!holdsEvery(field.type(), column.get().dataType())) {
      throw new DataException(
          "%s: column %s is %s, but %s is needed"
              .formatted(
                  source.paths().get(0),
                  field.name(),
                  column.get().dataType().sql(),
                  field.type().sql()));
    }
  }

  /** Whether a type has a value for every one of another type. */
  private static boolean holdsEvery(DataType type, DataType other) {
    if (type instanceof DecimalType decimal && other instanceof DecimalType narrower) {
      return decimal.isWiderThan(narrower);
    }
    boolean narrower =
        WHOLE_NUMBERS.contains(other) && WHOLE_NUMBERS.indexOf(other) < WHOLE_NUMBERS.indexOf(type);
    boolean withoutZone =
        type.equals(DataTypes.TimestampType) && other.equals(DataTypes.TimestampNTZType);
    return type.equals(other) || narrower || withoutZone;
  }

  private static boolean mayBeEmpty(Field field) {
    return field.presence() != Presence.IDENTIFIER || !field.type().equals(DataTypes.StringType);
  }

  private static Column quoted(String column) {
    return col("`" + column.replace("`", "``") + "`");
  }
}
