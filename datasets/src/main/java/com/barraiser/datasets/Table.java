package com.barraiser.datasets;

import com.barraiser.datasets.Field.Presence;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * An input table: its name, its columns and the rules by which a row is accepted or rejected.
 *
 * @param name the table's name, in queries and as the name of its file or folder
 * @param fields the columns, in order
 * @param references the foreign keys
 * @param demand whether the table has to be there
 */
public record Table(String name, List<Field> fields, List<Reference> references, Demand demand)
    implements Serializable {

  /** Whether an input has to bring a table. */
  public enum Demand {
    /** Without the table there is no answer. */
    REQUIRED,
    /** A table that is not there counts as an empty one. */
    OPTIONAL
  }

  /** Checks the columns and copies them. */
  public Table {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(demand, "demand");
    fields = List.copyOf(fields);
    references = List.copyOf(references);
    if (fields.isEmpty()) {
      throw new IllegalArgumentException("table " + name + " has no columns");
    }
  }

  /** Starts the definition of a table. */
  public static Builder named(String name) {
    return new Builder(name);
  }

  /** Whether an input may lack the table. */
  public boolean mayBeAbsent() {
    return demand == Demand.OPTIONAL;
  }

  /** The columns' names, in order. */
  public List<String> columns() {
    return fields.stream().map(Field::name).toList();
  }

  /** The columns that a row must bring, in order. */
  public List<Field> requiredFields() {
    return fields.stream().filter(Field::required).toList();
  }

  /** The text column that keeps the fields which a JSON object has beyond the others, if any. */
  public Optional<String> rest() {
    return fields.stream()
        .filter(field -> field.presence() == Presence.REST)
        .map(Field::name)
        .findFirst();
  }

  /** The table's schema; every column is nullable, since files promise nothing. */
  public StructType schema() {
    return new StructType(
        fields.stream()
            .map(field -> DataTypes.createStructField(field.name(), field.type(), true))
            .toArray(StructField[]::new));
  }

  /** Collects the columns of a table. */
  public static final class Builder {
    private final String name;
    private final List<Field> fields = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();
    private Demand demand = Demand.REQUIRED;

    private Builder(String name) {
      this.name = name;
    }

    /** Adds a column that must have a value which is not empty. */
    public Builder identifier(String column, DataType type) {
      fields.add(new Field(column, type, Presence.IDENTIFIER));
      return this;
    }

    /** Adds a column that must have a value. */
    public Builder required(String column, DataType type) {
      fields.add(new Field(column, type, Presence.REQUIRED));
      return this;
    }

    /** Adds a column that may be null. */
    public Builder optional(String column, DataType type) {
      fields.add(new Field(column, type, Presence.OPTIONAL));
      return this;
    }

    /** Adds a foreign key: a row is an orphan unless the other table has the same value there. */
    public Builder references(String column, Table other) {
      references.add(new Reference(column, other.name()));
      return this;
    }

    /** Lets an input lack the table. */
    public Builder mayBeAbsent() {
      demand = Demand.OPTIONAL;
      return this;
    }

    /** Ends the definition; what a row has beyond the columns is ignored. */
    public Table build() {
      return new Table(name, fields, references, demand);
    }

    /** Ends the definition with a text column for the fields that the table does not name. */
    public Table withRest(String column) {
      fields.add(new Field(column, DataTypes.StringType, Presence.REST));
      return build();
    }
  }
}
