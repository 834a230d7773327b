package com.barraiser.datasets.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Lines of order events with something wrong at random. */
final class DamagedLines {

  private static final List<String> SEEDLINGS =
      List.of(
          "{\"order_id\":\"1\",\"event_time\":\"2024-03-01T10:15:30Z\",\"status\":\"S\"}",
          "{\"status\":\"\",\"x\":{\"b\":[1.5e3,null,{}],\"a\":\"\\ud83d\\ude00\"},"
              + "\"order_id\":\"\u00e9\ud83d\ude00\",\"event_time\":\"1969-12-31T23:59:59.9+05:30\"}",
          "\uFEFF {\"order_id\":\"1\",\"event_time\":\"9999-12-31T23:59\",\"status\":\"S\",\"a\":1}\r",
          "[{\"order_id\":1},2,\"x\"]");
  private static final byte[] TELLING = "{}[]\":,\\eE+-.0u \t\r\0\u00ff".getBytes(UTF_8);

  private DamagedLines() {}

  /** A line in which one to three places were damaged. */
  static byte[] next(Random random) {
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

  /** The line with some of its bytes replaced. */
  static byte[] spliced(byte[] line, int from, int to, byte... replacement) {
    ByteArrayOutputStream result = new ByteArrayOutputStream();
    result.write(line, 0, from);
    result.writeBytes(replacement);
    result.write(line, to, line.length - to);
    return result.toByteArray();
  }
}
