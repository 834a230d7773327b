package com.barraiser.vocabulary.warehouse;

import static org.apache.spark.sql.functions.col;

import io.delta.exceptions.ConcurrentTransactionException;
import io.delta.tables.DeltaTable;
import java.util.UUID;
import java.util.function.Function;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;

/**
 * A table at one version, and a way to write what was computed from it only if nobody has written
 * the table since.
 *
 * <p>Delta by itself looks for conflicts from the moment at which a {@code MERGE} begins. What was
 * read before, such as the greatest key, may be old by then. So every guarded write claims the
 * number after the version that it was computed from, as a transaction of the same application:
 * Delta refuses two of these at once, and leaves out one whose number has been claimed already.
 */
public final class VersionGuard {

  private static final String APPLICATION = "barraiser";
  private static final int OTHERS_MEANWHILE = 100;

  private final Warehouse warehouse;
  private final String table;
  private final long version;

  private VersionGuard(Warehouse warehouse, String table, long version) {
    this.warehouse = warehouse;
    this.table = table;
    this.version = version;
  }

  /** The table as it is now. */
  public static VersionGuard of(Warehouse warehouse, String table) {
    return new VersionGuard(warehouse, table, warehouse.version(table));
  }

  /** The table's rows at that version. */
  public Dataset<Row> rows() {
    return warehouse.table(table, version);
  }

  /**
   * Merges into the table; belongs into {@link Warehouse#change}, which tries again.
   *
   * @throws ConcurrentTransactionException if somebody has written the table since
   */
  public void merge(Function<DeltaTable, Dataset<Row>> merge) {
    checkIsUnwritten();
    Claim claim = new Claim(APPLICATION, version + 1);
    if (!claim.merges(warehouse.spark(), () -> merge.apply(warehouse.delta(table)))) {
      throw writtenSince();
    }
  }

  /**
   * Puts other rows in the place of all; belongs into {@link Warehouse#change}, which tries again.
   *
   * @throws ConcurrentTransactionException if somebody has written the table since
   */
  public void overwrite(Dataset<Row> rows) {
    overwrite(rows.write());
  }

  /**
   * Puts rows in the place of those that meet a condition; belongs into {@link Warehouse#change},
   * which tries again.
   *
   * @param where the condition in SQL, which all new rows meet
   * @throws ConcurrentTransactionException if somebody has written the table since
   */
  public void overwrite(Dataset<Row> rows, String where) {
    overwrite(rows.write().option("replaceWhere", where));
  }

  private void overwrite(DataFrameWriter<Row> writer) {
    checkIsUnwritten();
    String token = UUID.randomUUID().toString();
    writer
        .format("delta")
        .mode(SaveMode.Overwrite)
        .option("txnAppId", APPLICATION)
        .option("txnVersion", version + 1)
        .option("userMetadata", token)
        .save(warehouse.path(table));
    // A write that is left out says nothing; one that was made has signed its commit.
    if (!hasSigned(token)) {
      throw writtenSince();
    }
  }

  /** Not everybody claims: compaction does not, nor does a script. */
  private void checkIsUnwritten() {
    if (warehouse.version(table) != version) {
      throw writtenSince();
    }
  }

  /** Looks only at commits after the version, and at some more that others make meanwhile. */
  private boolean hasSigned(String token) {
    int commits = Math.toIntExact(warehouse.version(table) - version) + OTHERS_MEANWHILE;
    return !warehouse
        .delta(table)
        .history(commits)
        .filter(col("userMetadata").equalTo(token))
        .isEmpty();
  }

  private ConcurrentTransactionException writtenSince() {
    return new ConcurrentTransactionException(
        "%s has been written since version %d".formatted(table, version));
  }
}
