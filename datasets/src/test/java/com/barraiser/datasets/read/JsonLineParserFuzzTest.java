package com.barraiser.datasets.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.barraiser.datasets.tables.OrderEvents;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damages lines at random: whatever a line holds, it is a row, blank, or rejected. */
class JsonLineParserFuzzTest {

  private static final int LINES_PER_SEED = 10_000;
  private static final JsonLineParser PARSER = new JsonLineParser(OrderEvents.TABLE);
  private static final ObjectMapper STRICT = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void damagedLineIsARowOrBlankOrRejected(long seed) {
    Random random = new Random(seed);
    int accepted = 0;
    for (int i = 0; i < LINES_PER_SEED; i++) {
      byte[] line = DamagedLines.next(random);
      accepted += accepts(line) ? 1 : 0;
    }
    assertThat(accepted).isBetween(LINES_PER_SEED / 100, LINES_PER_SEED / 2);
  }

  /** White space where few writers put it must change nothing, whatever shortcut a parser takes. */
  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void whiteSpaceAfterTheBraceChangesNothing(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < LINES_PER_SEED; i++) {
      byte[] line = DamagedLines.next(random);
      if (line.length > 0 && line[0] == '{') {
        byte[] spaced = DamagedLines.spliced(line, 1, 1, (byte) '\t');
        assertThat(outcome(line)).as(HexFormat.of().formatHex(line)).isEqualTo(outcome(spaced));
      }
    }
  }

  /** The row, or why there is none. */
  private static List<Object> outcome(byte[] line) {
    try {
      Object[] cells = Cells.readable(PARSER.parse(line, 0, line.length));
      return cells == null ? List.of() : Arrays.asList(cells);
    } catch (RejectedRowException e) {
      return List.of(e.reason());
    }
  }

  private static boolean accepts(byte[] line) {
    try {
      Object[] cells = Cells.readable(PARSER.parse(line, 0, line.length));
      if (cells == null) {
        return false;
      }
      assertThat(cells).hasSize(4);
      assertThat(Arrays.asList(cells).subList(0, 3)).doesNotContainNull();
      if (cells[3] != null) {
        assertThat(STRICT.readTree((String) cells[3]).isObject()).isTrue();
      }
      return true;
    } catch (RejectedRowException e) {
      assertThat(e.reason()).isNotBlank();
      return false;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return fail("line " + HexFormat.of().formatHex(line), e);
    }
  }
}
