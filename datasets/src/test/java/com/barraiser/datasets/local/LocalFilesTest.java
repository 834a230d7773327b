package com.barraiser.datasets.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Hadoop's own local files do is what these have to do. */
class LocalFilesTest {

  private static final URI LOCAL = URI.create("file:///");
  private static final String MASK = "fs.permissions.umask-mode";
  private static final String MODE = "unix:mode";

  @TempDir private java.nio.file.Path folder;

  @Test
  void filesAndFoldersHaveTheModesThatHadoopGivesThem() throws IOException {
    for (String mask : List.of("022", "027", "077")) {
      assertThat(modesUnder(ours(), mask, "ours"))
          .isEqualTo(modesUnder(hadoops(), mask, "hadoops"))
          .hasSize(4);
    }
  }

  @Test
  void folderHandsItsGroupOnAsHadoopHasIt() throws IOException {
    Files.setAttribute(folder, MODE, 02755);
    List<Integer> modes = modesUnder(ours(), "022", "ours");
    assertThat(modes).isEqualTo(modesUnder(hadoops(), "022", "hadoops"));
    assertThat(modes.get(0) & 02000).isNotZero();
  }

  /** Of a folder, a folder in it, a file in that, and the checksum of the file. */
  private List<Integer> modesUnder(Configuration configuration, String mask, String name)
      throws IOException {
    configuration.set(MASK, mask);
    java.nio.file.Path outer = folder.resolve(name + mask);
    java.nio.file.Path inner = outer.resolve("inner");
    try (FileSystem files = FileSystem.newInstance(LOCAL, configuration)) {
      assertThat(files.mkdirs(path(inner))).isTrue();
      write(files.create(path(inner.resolve("file"))), "text");
    }
    List<Integer> modes = new ArrayList<>();
    for (java.nio.file.Path made :
        List.of(outer, inner, inner.resolve("file"), inner.resolve(".file.crc"))) {
      modes.add((Integer) Files.getAttribute(made, MODE));
    }
    return modes;
  }

  @Test
  void modesAreSetAndReadAgain() throws IOException {
    try (FileSystem files = FileSystem.newInstance(LOCAL, ours())) {
      assertThat(files).isInstanceOf(LocalFileSystem.class);
      Path file = path(folder.resolve("it's a file"));
      write(files.create(file), "text");
      for (int mode : new int[] {0600, 0644, 0755, 0400, 0777, 01755}) {
        files.setPermission(file, new FsPermission((short) mode));
        assertThat(files.getFileStatus(file).getPermission().toShort()).isEqualTo((short) mode);
      }
    }
  }

  @Test
  void modeOfAFileThatIsNotThereIsRefused() throws IOException {
    try (FileSystem files = FileSystem.newInstance(LOCAL, ours())) {
      Path none = path(folder.resolve("none"));
      assertThatThrownBy(() -> files.setPermission(none, FsPermission.getFileDefault()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("none");
    }
  }

  /** A run that commits a version of a Delta table that another has committed is told so. */
  @Test
  void renameRefusesANameThatIsTaken() throws IOException {
    FileContext files = FileContext.getFileContext(LOCAL, ours());
    assertThat(files.getDefaultFileSystem()).isInstanceOf(LocalFilesOfContext.class);
    Path first = create(files, "first");
    Path second = create(files, "second");
    Path version = path(folder.resolve("00000.json"));
    files.rename(first, version);
    assertThatThrownBy(() -> files.rename(second, version))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(folder.resolve("00000.json")).hasContent("first");
    files.rename(second, version, Rename.OVERWRITE);
    assertThat(folder.resolve("00000.json")).hasContent("second");
    assertThat(folder.resolve(".00000.json.crc")).exists();
  }

  @Test
  void contextHasTheDefaultsOfHadoops() throws IOException {
    Path any = path(folder);
    FileContext files = FileContext.getFileContext(LOCAL, ours());
    assertThat(files.getServerDefaults(any))
        .usingRecursiveComparison()
        .isEqualTo(FileContext.getFileContext(LOCAL, hadoops()).getServerDefaults(any));
  }

  @Test
  void linksAreWhatHadoopTakesThemFor() throws IOException {
    java.nio.file.Path target = Files.writeString(folder.resolve("target"), "text");
    java.nio.file.Path link = Files.createSymbolicLink(folder.resolve("link"), target);
    java.nio.file.Path none = folder.resolve("none");
    java.nio.file.Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), none);
    try (FileSystem ours = FileSystem.newInstance(LOCAL, ours());
        FileSystem hadoops = FileSystem.newInstance(LOCAL, hadoops())) {
      for (java.nio.file.Path file : List.of(folder, target, link, dangling, none)) {
        // A name without scheme is the only one in which Hadoop sees a link.
        for (Path name : List.of(new Path(file.toString()), path(file))) {
          assertThat(seen(ours, name)).as("%s", name).isEqualTo(seen(hadoops, name));
        }
      }
      assertThat(ours.getFileLinkStatus(new Path(link.toString())).isSymlink()).isTrue();
    }
  }

  /** All that is said of a file, or how that fails. */
  private static List<Object> seen(FileSystem files, Path file) {
    try {
      FileStatus status = files.getFileLinkStatus(file);
      return List.of(status.toString(), status.getLen(), status.isSymlink(), status.isDirectory());
    } catch (IOException e) {
      return List.of(e.getClass());
    }
  }

  private static Configuration hadoops() {
    return new Configuration();
  }

  private static Configuration ours() {
    Configuration ours = new Configuration();
    LocalFiles.SETTINGS.forEach(
        (name, value) -> ours.set(name.substring("spark.hadoop.".length()), value));
    return ours;
  }

  private Path create(FileContext files, String name) throws IOException {
    Path file = path(folder.resolve(name));
    write(files.create(file, EnumSet.of(CreateFlag.CREATE)), name);
    return file;
  }

  private static void write(FSDataOutputStream stream, String text) throws IOException {
    try (stream) {
      stream.write(text.getBytes(UTF_8));
    }
  }

  private static Path path(java.nio.file.Path file) {
    return new Path(file.toUri());
  }
}
