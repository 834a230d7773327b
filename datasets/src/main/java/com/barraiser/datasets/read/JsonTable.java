package com.barraiser.datasets.read;

import com.barraiser.datasets.Table;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.catalog.Column;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.connector.read.Statistics;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.connector.read.SupportsReportStatistics;
import org.apache.spark.sql.execution.datasources.v2.DataSourceV2Relation;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.util.SerializableConfiguration;
import scala.Option;

/**
 * The accepted rows of JSON files as a table of Spark's, which is read in columnar batches: a line
 * becomes neither a {@code String} nor a row before a solution asks for it. Every line is judged by
 * all of the table's rules, whichever columns are asked for.
 *
 * <p>Not a named data source: what it needs besides files, the table's rules and where to count
 * rejects, has no form as text.
 */
final class JsonTable implements SupportsRead {

  private final JsonFiles files;
  private final Table table;
  private final RejectCounts counts;

  JsonTable(JsonFiles files, Table table, RejectCounts counts) {
    this.files = files;
    this.table = table;
    this.counts = counts;
  }

  Dataset<Row> rows(SparkSession spark) {
    return org.apache.spark.sql.classic.Dataset.ofRows(
        (org.apache.spark.sql.classic.SparkSession) spark,
        DataSourceV2Relation.create(this, Option.empty(), Option.empty()));
  }

  @Override
  public String name() {
    return table.name();
  }

  @Override
  public Column[] columns() {
    return table.fields().stream()
        .map(field -> Column.create(field.name(), field.type()))
        .toArray(Column[]::new);
  }

  @Override
  public Set<TableCapability> capabilities() {
    return Set.of(TableCapability.BATCH_READ);
  }

  @Override
  public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
    return new ColumnPruning();
  }

  /** Leaves out the columns that a query does not need. */
  private final class ColumnPruning implements SupportsPushDownRequiredColumns {

    private StructType required = table.schema();

    @Override
    public void pruneColumns(StructType columns) {
      required = columns;
    }

    @Override
    public Scan build() {
      return new JsonScan(JsonTable.this, required);
    }
  }

  /** One reading of the table. Spark sees that two are the same, and may exchange rows once. */
  private record JsonScan(JsonTable from, StructType readSchema)
      implements SupportsReportStatistics, Batch {

    @Override
    public String description() {
      return "JSON lines " + from.name();
    }

    @Override
    public Batch toBatch() {
      return this;
    }

    @Override
    public InputPartition[] planInputPartitions() {
      return from.files.tasks().stream().map(SplitGroup::new).toArray(InputPartition[]::new);
    }

    @Override
    public PartitionReaderFactory createReaderFactory() {
      return new BatchReaders(from.files.hadoop(), from.table, readSchema, from.counts);
    }

    @Override
    public Statistics estimateStatistics() {
      return new Statistics() {
        @Override
        public OptionalLong sizeInBytes() {
          return OptionalLong.of(from.files.bytes());
        }

        @Override
        public OptionalLong numRows() {
          return OptionalLong.empty();
        }
      };
    }
  }

  /** What one task reads, best where its first split lies. */
  private record SplitGroup(List<FileSplit> splits) implements InputPartition {

    @Override
    public String[] preferredLocations() {
      return splits.get(0).hosts().toArray(String[]::new);
    }
  }

  private record BatchReaders(
      Broadcast<SerializableConfiguration> hadoop,
      Table table,
      StructType columns,
      RejectCounts counts)
      implements PartitionReaderFactory {

    @Override
    public boolean supportColumnarReads(InputPartition task) {
      return true;
    }

    @Override
    public PartitionReader<ColumnarBatch> createColumnarReader(InputPartition task) {
      return new JsonBatches(
          hadoop.value().value(), table, columns, ((SplitGroup) task).splits(), counts);
    }

    @Override
    public PartitionReader<InternalRow> createReader(InputPartition task) {
      throw new UnsupportedOperationException("lines are read in batches");
    }
  }
}
