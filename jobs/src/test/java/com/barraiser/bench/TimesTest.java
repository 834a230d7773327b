package com.barraiser.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TimesTest {

  @Test
  void medianIsTheMiddleTimeWhateverTheOrder() {
    assertThat(times(3, 1, 2).median()).isEqualTo(2);
    assertThat(times(4, 1, 3, 2).median()).isEqualTo(2.5);
    assertThat(times(7).median()).isEqualTo(7);
  }

  @Test
  void medianRunIsTheShorterOfTwoMiddleOnes() {
    assertThat(times(3, 1, 2).medianRun()).isEqualTo(2);
    assertThat(times(4, 1, 3, 2).medianRun()).isEqualTo(3);
  }

  @Test
  void rangesThatTouchAreWithinNoise() {
    assertThat(times(1, 2).comparedTo(times(2, 3))).isEqualTo("within noise");
    assertThat(times(2, 3).comparedTo(times(1, 2))).isEqualTo("within noise");
    assertThat(times(1, 9).comparedTo(times(4, 5))).isEqualTo("within noise");
  }

  @Test
  void rangesApartGiveTheRatioOfTheMedians() {
    assertThat(times(1, 1.5).comparedTo(times(5, 5))).isEqualTo("4.00× faster");
    assertThat(times(5, 5).comparedTo(times(1, 1.5))).isEqualTo("4.00× slower");
  }

  private static Times times(double... seconds) {
    return new Times(Arrays.stream(seconds).boxed().toList());
  }
}
