package com.barraiser.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Compares the columns of an answer with those of the contract. */
final class SchemaComparison {

  private SchemaComparison() {}

  /** What is wrong, a line each; whether a column is nullable does not count. */
  static List<String> differences(StructType expected, StructType actual) {
    List<StructField> unknown = new ArrayList<>(Arrays.asList(actual.fields()));
    List<String> found = new ArrayList<>();
    for (StructField field : expected.fields()) {
      Optional<StructField> same = take(unknown, field.name());
      if (same.isEmpty()) {
        found.add("column %s %s is missing".formatted(field.name(), type(field)));
      } else if (!same.get().dataType().equals(field.dataType())) {
        found.add(
            "column %s is %s, but must be %s"
                .formatted(field.name(), type(same.get()), type(field)));
      }
    }
    unknown.forEach(field -> found.add("column %s is one too many".formatted(field.name())));
    if (found.isEmpty() && !Arrays.equals(expected.fieldNames(), actual.fieldNames())) {
      return List.of(
          "columns stand in the order %s, but must stand in the order %s"
              .formatted(names(actual), names(expected)));
    }
    return found;
  }

  private static Optional<StructField> take(List<StructField> fields, String name) {
    Optional<StructField> found =
        fields.stream().filter(field -> field.name().equals(name)).findFirst();
    found.ifPresent(fields::remove);
    return found;
  }

  private static String type(StructField field) {
    return field.dataType().sql();
  }

  private static String names(StructType schema) {
    return String.join(", ", Stream.of(schema.fieldNames()).toList());
  }
}
