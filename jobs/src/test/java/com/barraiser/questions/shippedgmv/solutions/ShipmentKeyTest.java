package com.barraiser.questions.shippedgmv.solutions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShipmentKeyTest {

  @Test
  void idsThatDifferHaveKeysThatDiffer() {
    List<String> ids =
        Stream.of("TBA", "TBB", "UBA", "tba", "\0\0\0", "\0\0\1", "~~~", "123")
            .flatMap(prefix -> Stream.of("000000000000", "000000000001").map(prefix::concat))
            .toList();
    assertThat(ids)
        .extracting(ShipmentKeyTest::key)
        .doesNotHaveDuplicates()
        .allSatisfy(key -> assertThat(key).isPositive());
    assertThat(key("TBA999999999999")).isEqualTo(key("TBA999999999998") + 1);
    assertThat(key("TBA000000010000")).isEqualTo(key("TBA000000009999") + 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "TBA",
        "TBA00038742048",
        "TBA0003874204890",
        "TBA00038742048 ",
        "TBA0003874204-9",
        "TBA/00387420489",
        "TBA0:0387420489",
        "T\u00fc000387420489",
        "\u00fcA000387420489",
        "TBA0003874204\u0661"
      })
  void otherShapesHaveNone(String id) {
    assertThat(key(id)).isEqualTo(ShipmentKey.NONE);
  }

  private static long key(String id) {
    return ShipmentKey.of(UTF8String.fromString(id));
  }
}
