package com.barraiser.columnar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderKeyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "114-3941689-8772232",
        "000-0000000-0000000",
        "999-9999999-9999999",
        "100-0000000-0000001"
      })
  void idsOfItsShapeComeBack(String id) {
    long key = key(id);
    assertThat(key).isPositive();
    assertThat(OrderKey.text(key)).hasToString(id);
  }

  @Test
  void keysAreInTheOrderOfTheirTexts() {
    List<String> ids =
        List.of(
            "000-0000000-0000001",
            "000-0000001-0000000",
            "000-9999999-9999999",
            "009-0000000-0000000",
            "026-3941689-8772232",
            "114-3941689-8772231",
            "114-3941689-8772232",
            "114-3941690-0000000");
    assertThat(ids).extracting(OrderKeyTest::key).isSorted().doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "114-3941689-877223",
        "114-3941689-87722321",
        "0114-394168-8772232",
        "114_3941689-8772232",
        "114-39416898-772232",
        "11a-3941689-8772232",
        "114-394168/-8772232",
        "114-3941689-877223:",
        "114-3941689-877223\u00fc",
        "114-3941689-87722\u0661"
      })
  void otherShapesHaveNone(String id) {
    assertThat(key(id)).isEqualTo(OrderKey.NONE);
  }

  private static long key(String id) {
    return OrderKey.of(UTF8String.fromString(id));
  }
}
