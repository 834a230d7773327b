package com.barraiser.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatTest {

  @ParameterizedTest
  @CsvSource({
    "a.json, JSON",
    "a.jsonl, JSON",
    "a.ndjson, JSON",
    "A.JSON, JSON",
    "a.json.gz, JSON",
    "a.jsonl.bz2, JSON",
    "a.b.csv, CSV",
    "a.csv.GZ, CSV",
    "part-00000.snappy.parquet, PARQUET",
    "part-00000.gz.parquet, PARQUET",
    "a.parquet, PARQUET",
  })
  void formatIsToldByTheFilesName(String file, Format expected) {
    assertThat(Format.ofFile(file)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "a", "a.", "a.txt", "a.json.txt", "a.gz", "ajson", "a.json.gz.x"})
  void otherNamesTellNoFormat(String file) {
    assertThat(Format.ofFile(file)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void formatIsFoundByItsKeyInAnyCase(Format format) {
    assertThat(Format.named(format.key())).isEqualTo(format);
    assertThat(Format.named(format.name())).isEqualTo(format);
  }

  @Test
  void unknownKeyNamesTheKnownOnes() {
    assertThatThrownBy(() -> Format.named("xml"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no format 'xml'; there are json, csv, parquet, delta");
  }
}
