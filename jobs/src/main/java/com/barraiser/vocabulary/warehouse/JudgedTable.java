package com.barraiser.vocabulary.warehouse;

import com.barraiser.vocabulary.Answer;
import java.util.Arrays;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * A table that tells whether a warehouse is right: one of its own, or a query over several, such as
 * one that puts business keys in the place of surrogate ones.
 *
 * @param name the table's name
 * @param contract its columns and its key
 * @param rows gives the rows as the warehouse has them now
 */
public record JudgedTable(String name, Answer contract, Function<Warehouse, Dataset<Row>> rows) {

  /** A table of the warehouse itself; what columns it has beyond the contract is its own affair. */
  public static JudgedTable stored(String name, Answer contract) {
    Column[] columns =
        Arrays.stream(contract.schema().fieldNames()).map(functions::col).toArray(Column[]::new);
    return new JudgedTable(name, contract, warehouse -> warehouse.table(name).select(columns));
  }
}
