package com.barraiser.datasets.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a file is cut, each of its lines is read once. */
class SplitLinesTest {

  private static final String MARK = "\uFEFF";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "a",
        "a\n",
        "\n\n\na\n\n",
        "one\ntwo\r\nthree",
        "eight...\neight...\n",
        "a long line that has no end",
        "\r\n\r",
        MARK,
        MARK + "\n" + MARK + "a\n",
        MARK + MARK + "a",
        "\u00e9\u4e2d\n\ud83d\ude00\n"
      })
  void everyCutGivesTheSameLines(String text) throws IOException {
    String file = write("lines.json", text.getBytes(UTF_8));
    int length = text.getBytes(UTF_8).length;
    List<String> whole = lines(new FileSplit(file, 0, length));
    assertThat(whole).isEqualTo(expected(text));
    for (int cut = 1; cut < length; cut++) {
      assertThat(linesOfCuts(file, List.of(0, cut, length))).as("cut at %d", cut).isEqualTo(whole);
    }
    List<Integer> everywhere = IntStream.rangeClosed(0, length).boxed().toList();
    assertThat(linesOfCuts(file, everywhere)).isEqualTo(whole);
  }

  /** Lines around a block's end, and lines of several blocks. */
  @Test
  void linesLongerThanABlockAreReadWhole() throws IOException {
    StringBuilder text = new StringBuilder();
    Random random = new Random(1);
    for (int length : new int[] {1 << 20, 5, (1 << 20) - 1, 1, 3_333_333, 0, 1 << 21}) {
      text.append(String.valueOf((char) random.nextInt('a', 'z')).repeat(length)).append('\n');
    }
    String file = write("long.json", text.toString().getBytes(UTF_8));
    List<Integer> cuts = new ArrayList<>();
    for (int at = 0; at < text.length(); at += 700_001) {
      cuts.add(at);
    }
    cuts.add(text.length());
    List<String> lines = linesOfCuts(file, cuts);
    assertThat(lines.equals(expected(text.toString()))).isTrue();
  }

  /** As written in parallel, or put together by hand: several streams in a file. */
  @ParameterizedTest
  @ValueSource(strings = {"lines.json.gz", "lines.json.bz2"})
  void compressedFileIsOneSplitOfAllItsStreams(String name) throws IOException {
    Path file = folder.resolve(name);
    CompressionCodec codec =
        new CompressionCodecFactory(new Configuration())
            .getCodec(new org.apache.hadoop.fs.Path(name));
    for (String part : List.of("a\nb", "c\n", "d")) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (OutputStream out = codec.createOutputStream(bytes)) {
        out.write(part.getBytes(UTF_8));
      }
      Files.write(file, bytes.toByteArray(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
    Source source = Source.at(new Configuration(), file.toString());
    List<FileSplit> splits = FileSplit.of(new Configuration(), source, 8);
    assertThat(splits).hasSize(1);
    assertThat(lines(splits.get(0))).containsExactly("a", "bc", "d");
  }

  @Test
  void splitsCoverAFileOfAnySize() throws IOException {
    byte[] bytes = new byte[(9 << 20) + 1];
    Source source = Source.at(new Configuration(), write("large.json", bytes));
    for (int cores : new int[] {1, 2, 8}) {
      List<FileSplit> splits = FileSplit.of(new Configuration(), source, cores);
      long end = 0;
      for (FileSplit split : splits) {
        assertThat(split.start()).isEqualTo(end);
        end = split.end();
      }
      assertThat(end).isEqualTo(bytes.length);
      assertThat(splits).hasSize(cores == 1 ? 1 : cores == 2 ? 2 : 3);
    }
  }

  /** As text is cut by hand; nothing follows the last line feed. */
  private static List<String> expected(String text) {
    String rest = text.startsWith(MARK) ? text.substring(MARK.length()) : text;
    List<String> lines = new ArrayList<>(List.of(rest.split("\n", -1)));
    if (lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    }
    return lines;
  }

  private static List<String> linesOfCuts(String file, List<Integer> cuts) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 1; i < cuts.size(); i++) {
      lines.addAll(lines(new FileSplit(file, cuts.get(i - 1), cuts.get(i))));
    }
    return lines;
  }

  private static List<String> lines(FileSplit split) throws IOException {
    List<String> lines = new ArrayList<>();
    try (SplitLines reader = SplitLines.of(split, new Configuration())) {
      while (reader.advance()) {
        int length = reader.end() - reader.start();
        lines.add(new String(reader.bytes(), reader.start(), length, UTF_8));
      }
    }
    return lines;
  }

  private String write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes).toUri().toString();
  }
}
