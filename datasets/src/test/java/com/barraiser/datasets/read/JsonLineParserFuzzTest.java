package com.barraiser.datasets.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.barraiser.datasets.tables.OrderEvents;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
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
  private static final List<String> SEEDLINGS =
      List.of(
          "{\"order_id\":\"1\",\"event_time\":\"2024-03-01T10:15:30Z\",\"status\":\"S\"}",
          "{\"status\":\"\",\"x\":{\"b\":[1.5e3,null,{}],\"a\":\"\\ud83d\\ude00\"},"
              + "\"order_id\":\"\u00e9\ud83d\ude00\",\"event_time\":\"1969-12-31T23:59:59.9+05:30\"}",
          "\uFEFF {\"order_id\":\"1\",\"event_time\":\"9999-12-31T23:59\",\"status\":\"S\",\"a\":1}\r",
          "[{\"order_id\":1},2,\"x\"]");
  private static final byte[] TELLING = "{}[]\":,\\eE+-.0u \t\r\0\u00ff".getBytes(UTF_8);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void damagedLineIsARowOrBlankOrRejected(long seed) {
    Random random = new Random(seed);
    int accepted = 0;
    for (int i = 0; i < LINES_PER_SEED; i++) {
      byte[] line = damaged(random);
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
      byte[] line = damaged(random);
      if (line.length > 0 && line[0] == '{') {
        byte[] spaced = spliced(line, 1, 1, (byte) '\t');
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

  private static byte[] damaged(Random random) {
    byte[] line = SEEDLINGS.get(random.nextInt(SEEDLINGS.size())).getBytes(UTF_8);
    for (int damages = 1 + random.nextInt(3); damages > 0 && line.length > 0; damages--) {
      line = damagedOnce(line, random);
    }
    return line;
  }

  private static byte[] damagedOnce(byte[] line, Random random) {
    int at = random.nextInt(line.length);
    int end = Math.min(line.length, at + 1 + random.nextInt(6));
    return switch (random.nextInt(5)) {
      case 0 -> spliced(line, at, at + 1, (byte) (line[at] ^ 1 << random.nextInt(8)));
      case 1 -> spliced(line, at, end);
      case 2 -> spliced(line, at, at, TELLING[random.nextInt(TELLING.length)]);
      case 3 -> spliced(line, at, at, Arrays.copyOfRange(line, at, end));
      default -> Arrays.copyOf(line, at);
    };
  }

  private static byte[] spliced(byte[] line, int from, int to, byte... replacement) {
    ByteArrayOutputStream result = new ByteArrayOutputStream();
    result.write(line, 0, from);
    result.writeBytes(replacement);
    result.write(line, to, line.length - to);
    return result.toByteArray();
  }
}
