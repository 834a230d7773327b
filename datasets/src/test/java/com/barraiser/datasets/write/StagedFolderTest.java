package com.barraiser.datasets.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.barraiser.datasets.DataException;
import com.barraiser.datasets.write.StagedFolder.Overwrite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StagedFolderTest {

  @TempDir private Path parent;

  @Test
  void folderAppearsOnlyWhenItIsPublished() {
    try (StagedFolder folder = stage("out", Overwrite.REFUSE)) {
      fill(folder, "new");
      assertThat(parent.resolve("out")).doesNotExist();
      folder.publish();
      assertThat(content("out")).isEqualTo("new");
    }
    assertThat(content("out")).isEqualTo("new");
    assertThat(names()).containsExactly("out");
  }

  @Test
  void stagingIsHiddenBesideTheFoldersPlace() {
    try (StagedFolder folder = stage("out", Overwrite.REFUSE)) {
      org.apache.hadoop.fs.Path staging = new org.apache.hadoop.fs.Path(folder.staging());
      assertThat(staging.getName()).startsWith(".");
      assertThat(staging.getParent()).isEqualTo(folder.place().getParent());
      assertThat(folder.place().getName()).isEqualTo("out");
    }
  }

  @Test
  void closingWithoutPublishingLeavesNothing() {
    try (StagedFolder folder = stage("out", Overwrite.REFUSE)) {
      fill(folder, "new");
    }
    assertThat(names()).isEmpty();
  }

  @Test
  void linkToNothingIsRefused() throws IOException {
    Files.createSymbolicLink(parent.resolve("link"), Path.of("nowhere"));
    assertThatThrownBy(() -> stage("link", Overwrite.REPLACE))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("is a link to what does not exist");
  }

  @Test
  void whatALinkLeadsToIsReplaced() throws IOException {
    write("disk/out/_SUCCESS", "old");
    Path link = Files.createSymbolicLink(parent.resolve("link"), Path.of("disk", "out"));
    try (StagedFolder folder = stage("link", Overwrite.REPLACE)) {
      fill(folder, "new");
      folder.publish();
    }
    assertThat(link).isSymbolicLink();
    assertThat(content("disk/out")).isEqualTo("new");
  }

  @Test
  void closingTwiceIsClosingOnce() {
    StagedFolder folder = stage("out", Overwrite.REFUSE);
    fill(folder, "new");
    folder.publish();
    folder.close();
    folder.close();
    assertThat(names()).containsExactly("out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"out/_SUCCESS", "out/a.json", "out"})
  void whatExistsIsRefused(String file) {
    write(file, "old");
    assertThatThrownBy(() -> stage("out", Overwrite.REFUSE))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("out exists; choose another path or add --overwrite");
    assertThat(names()).containsExactly("out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"_SUCCESS", "_delta_log/0.json", "_manifest.json"})
  void outputOfARunIsReplaced(String mark) {
    write("out/" + mark, "");
    write("out/data", "old");
    try (StagedFolder folder = stage("out", Overwrite.REPLACE)) {
      fill(folder, "new");
      assertThat(content("out")).isEqualTo("old");
      folder.publish();
    }
    assertThat(content("out")).isEqualTo("new");
    assertThat(parent.resolve("out/" + mark)).doesNotExist();
    assertThat(names()).containsExactly("out");
  }

  @Test
  void emptyFolderIsReplaced() throws IOException {
    Files.createDirectory(parent.resolve("out"));
    try (StagedFolder folder = stage("out", Overwrite.REPLACE)) {
      fill(folder, "new");
      folder.publish();
    }
    assertThat(content("out")).isEqualTo("new");
  }

  @Test
  void whatDoesNotExistNeedsNoReplacing() {
    try (StagedFolder folder = stage("a/b/out", Overwrite.REPLACE)) {
      fill(folder, "new");
      folder.publish();
    }
    assertThat(content("a/b/out")).isEqualTo("new");
  }

  @ParameterizedTest
  @ValueSource(strings = {"out/thesis.txt", "out/sub/_SUCCESS", "out"})
  void whatIsNoOutputOfARunIsNeverReplaced(String file) {
    write(file, "precious");
    assertThatThrownBy(() -> stage("out", Overwrite.REPLACE))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("does not look like the output of a run");
    assertThat(parent.resolve(file)).hasContent("precious");
  }

  @Test
  void failedRunLeavesTheOldFolder() {
    write("out/_SUCCESS", "");
    write("out/data", "old");
    assertThatThrownBy(
            () -> {
              try (StagedFolder folder = stage("out", Overwrite.REPLACE)) {
                fill(folder, "half");
                throw new IllegalStateException("failed");
              }
            })
        .hasMessage("failed");
    assertThat(content("out")).isEqualTo("old");
    assertThat(names()).containsExactly("out");
  }

  @Test
  void publishingWithoutFillingLeavesTheOldFolder() {
    write("out/_SUCCESS", "");
    write("out/data", "old");
    try (StagedFolder folder = stage("out", Overwrite.REPLACE)) {
      assertThatThrownBy(folder::publish).isInstanceOf(DataException.class);
    }
    assertThat(content("out")).isEqualTo("old");
    assertThat(names()).containsExactly("out");
  }

  @Test
  void folderThatAppearedInTheMeantimeIsNotReplaced() {
    try (StagedFolder folder = stage("out", Overwrite.REFUSE)) {
      fill(folder, "new");
      write("out/data", "somebody else's");
      assertThatThrownBy(folder::publish)
          .isInstanceOf(DataException.class)
          .hasMessageContaining("stands there");
    }
    assertThat(content("out")).isEqualTo("somebody else's");
    assertThat(names()).containsExactly("out");
  }

  @Test
  void folderThatBecameSomethingElseInTheMeantimeIsNotReplaced() throws IOException {
    Files.createDirectory(parent.resolve("out"));
    try (StagedFolder folder = stage("out", Overwrite.REPLACE)) {
      fill(folder, "new");
      write("out/data", "somebody else's");
      assertThatThrownBy(folder::publish).isInstanceOf(DataException.class);
    }
    assertThat(content("out")).isEqualTo("somebody else's");
  }

  @ParameterizedTest
  @ValueSource(strings = {"with space", "a,b", "a%20b", "[x]", "12:30", "out/"})
  void anyNameIsPublished(String name) {
    try (StagedFolder folder = stage(name, Overwrite.REFUSE)) {
      fill(folder, "new");
      folder.publish();
    }
    assertThat(content(name)).isEqualTo("new");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "file:///", "", "nosuchscheme://a/b"})
  void placeThatIsNoFolderIsRefused(String place) {
    assertThatThrownBy(() -> StagedFolder.at(new Configuration(), place, Overwrite.REPLACE))
        .isInstanceOf(DataException.class);
  }

  private StagedFolder stage(String name, Overwrite overwrite) {
    return StagedFolder.at(new Configuration(), parent + "/" + name, overwrite);
  }

  private static void fill(StagedFolder folder, String text) {
    writeTo(
        Path.of(new org.apache.hadoop.fs.Path(folder.staging()).toUri().getPath(), "data"), text);
  }

  private void write(String file, String text) {
    writeTo(parent.resolve(file), text);
  }

  private static void writeTo(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String content(String folder) {
    try {
      return Files.readString(parent.resolve(folder).resolve("data"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> names() {
    try (Stream<Path> files = Files.list(parent)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
